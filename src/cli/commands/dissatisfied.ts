// Commands about dissatisfied turns: train, evaluate, list, forget.
import type { Command } from 'commander';
import { dataFolderUsedLast } from '../../platform/config.ts';
import type { ListDissatisfiedOptions } from '../dissatisfied.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadDissatisfied = async () => import('../dissatisfied.cli.ts');

export function dissatisfiedCommands(program: Command, { terminal, withSession, reading }: Frame): void {
  const dissatisfied = program
    .command('dissatisfied')
    .description('turns in which the customer is dissatisfied, learned from turns you rated')
    .exitOverride();
  shared(dissatisfied.command('train <file...>'))
    .description('learn from rated turns: test on unseen dialogues, print the figures, keep what was learned')
    .action(async (files: string[], options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadDissatisfied()).trainDissatisfied(session, terminal, { files, keep: true }, options),
      ),
    );
  shared(dissatisfied.command('evaluate <file...>'))
    .description('the same test and figures; nothing is kept')
    .action(async (files: string[], options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadDissatisfied()).trainDissatisfied(session, terminal, { files, keep: false }, options),
      ),
    );
  shared(dissatisfied.command('list'))
    .description('the turns of your contacts in which the customer is likely dissatisfied, most likely first')
    .option('--csv <file>', 'write every one of them as CSV, safe to open in a spreadsheet')
    .action(async (options: ListDissatisfiedOptions) =>
      reading(options, async (session) => (await loadDissatisfied()).listDissatisfied(session, terminal, options)),
    );
  shared(dissatisfied.command('forget'))
    .description('forget what was learned')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadDissatisfied()).forgetDissatisfied(session, terminal, options)),
    );
}
