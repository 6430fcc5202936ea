// The command that answers "why is our service bad?": causes.
import type { Command } from 'commander';
import type { CausesOptions } from '../causes.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadCauses = async () => import('../causes.cli.ts');

export function causesCommands(program: Command, { terminal, reading }: Frame): void {
  shared(program.command('causes'))
    .description('how much of the failing each of the five causes explains, and what the excuses do')
    .option('--csv <file>', 'write every share as CSV, safe to open in a spreadsheet')
    .option('--again', 'work it out anew, though nothing has changed')
    .action(async (options: CausesOptions) =>
      reading(options, async (session) => (await loadCauses()).causes(session, terminal, options)),
    );
}
