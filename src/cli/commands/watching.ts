// Commands that look at many contacts over time and place: rates, patterns, watch.
import { type Command, Option } from 'commander';
import type { PatternsOptions } from '../patterns.cli.ts';
import type { RatesOptions } from '../rates.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadRates = async () => import('../rates.cli.ts');
const loadPatterns = async () => import('../patterns.cli.ts');
const loadWatch = async () => import('../watch.cli.ts');

export function watchingCommands(program: Command, { terminal, reading }: Frame): void {
  shared(program.command('rates'))
    .description('how often each standard is missed, and how far that may be believed')
    .addOption(
      new Option('--by <split>', 'what to split by')
        .choices(['standard', 'site', 'person', 'month'])
        .default('standard'),
    )
    .option('--standard <id>', 'only of this standard')
    .option('--people', 'show reps’ names in the page and the JSON (else nobody is named)')
    .action(async (options: RatesOptions) =>
      reading(options, async (session) => (await loadRates()).rates(session, terminal, options)),
    );

  shared(program.command('patterns'))
    .description('what is missed where and why: failures of one standard, one site or all, one leading cause')
    .option('--site <id>', 'only at this site')
    .option('--standard <id>', 'only of this standard')
    .action(async (options: PatternsOptions) =>
      reading(options, async (session) => (await loadPatterns()).patterns(session, terminal, options)),
    );

  shared(program.command('watch'))
    .description('which rates changed, on what day, and what the record says of that day')
    .option('--site <id>', 'only at this site')
    .option('--standard <id>', 'only of this standard')
    .action(async (options: PatternsOptions) =>
      reading(options, async (session) => (await loadWatch()).watchCommand(session, terminal, options)),
    );
}
