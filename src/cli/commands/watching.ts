// Commands that look at many failures over time and place: patterns.
import type { Command } from 'commander';
import { patterns, type PatternsOptions } from '../patterns.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

export function watchingCommands(program: Command, { terminal, reading }: Frame): void {
  shared(program.command('patterns'))
    .description('what is missed where and why: failures of one standard, one site or all, one leading cause')
    .option('--site <id>', 'only at this site')
    .option('--standard <id>', 'only of this standard')
    .action(async (options: PatternsOptions) =>
      reading(options, async (session) => patterns(session, terminal, options)),
    );
}
