// Commands about procedures: found by a few words, read, and what is done and stands nowhere in writing.
import type { Command } from 'commander';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadProcedures = async () => import('../procedures.cli.ts');

export function proceduresCommands(program: Command, { terminal, reading }: Frame): void {
  const procedures = program
    .command('procedures')
    .description('written ways to do a task: found, read, and those that are missing')
    .exitOverride();
  shared(procedures.command('list'))
    .description('every procedure in force today')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadProcedures()).findProcedures(session, terminal, '', options)),
    );
  shared(procedures.command('search <words...>'))
    .description('those that hold every word, or one that begins with it')
    .action(async (words: string[], options: SharedOptions) =>
      reading(options, async (session) =>
        (await loadProcedures()).findProcedures(session, terminal, words.join(' '), options),
      ),
    );
  shared(procedures.command('show <id>'))
    .description('one procedure: its steps, the words to use, what can go wrong')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadProcedures()).showProcedure(session, terminal, id, options)),
    );
  shared(procedures.command('missing'))
    .description('what is done, asked or looked for and stands nowhere in writing')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadProcedures()).missingProcedures(session, terminal, options)),
    );
}
