// Commands about letters: what is wrong with a rule, and who answers until when.
import type { Command } from 'commander';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadLetters = async () => import('../letters.cli.ts');

export function lettersCommands(program: Command, { terminal, reading }: Frame): void {
  const letters = program
    .command('letters')
    .description('what employees wrote about rules, and who answers until when')
    .exitOverride();
  shared(letters.command('list'))
    .description('every letter, what waits and is due first')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadLetters()).listLetters(session, terminal, options)),
    );
  shared(letters.command('show <id>'))
    .description('one letter: its words, whom it waits for, what happened and what came of it')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadLetters()).showLetter(session, terminal, id, options)),
    );
}
