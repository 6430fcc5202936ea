// Commands that look after the data: ledger verify, migrate, backup, restore.
import type { Command } from 'commander';
import { dataFolder, dataFolderUsedLast } from '../../platform/config.ts';
import type { SharedOptions } from '../shared-options.ts';
import { filledFolder, type Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadStoreCommands = async () => import('../store-commands.cli.ts');

export function keepingCommands(program: Command, { terminal, ended }: Frame): void {
  const ledger = program.command('ledger').description('the history of what was done').exitOverride();
  shared(ledger.command('verify'))
    .description('find a changed, missing, reordered or cut-off line')
    .option('--head <hash>', 'the head printed by an earlier check: finds a history that was cut off')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere: finds a history that was written anew')
    .action(async (options: SharedOptions & { head?: string; checkpoint?: string }) =>
      ended(await (await loadStoreCommands()).ledgerVerify(terminal, await filledFolder(options.data), options)),
    );
  shared(ledger.command('checkpoint <file>'))
    .description('seal and sign everything on record, into a file to keep elsewhere')
    .action(async (file: string, options: SharedOptions) =>
      ended(await (await loadStoreCommands()).ledgerCheckpoint(terminal, await filledFolder(options.data), file)),
    );
  program
    .command('verify <file>')
    .description('check a judge’s file, without any data of Customary’s')
    .option('--key <key>', 'the organisation’s public key, as you have it another way')
    .exitOverride()
    .action(async (file: string, options: { key?: string }) =>
      ended(await (await import('../verify-bundle.cli.ts')).verifyBundle(terminal, file, options.key)),
    );

  shared(program.command('migrate'))
    .description('bring the database to this version')
    .action(async (options: SharedOptions) =>
      ended(await (await loadStoreCommands()).migrate(terminal, await dataFolderUsedLast(options.data))),
    );
  shared(program.command('backup <file>'))
    .description('everything into one file')
    .action(async (file: string, options: SharedOptions) =>
      ended(await (await loadStoreCommands()).backup(terminal, await filledFolder(options.data), file)),
    );
  shared(program.command('restore <file>'))
    .description('everything from such a file, into an empty data folder or database')
    .action(async (file: string, options: SharedOptions) =>
      ended(await (await loadStoreCommands()).restore(terminal, dataFolder(options.data), file, options.yes === true)),
    );
}
