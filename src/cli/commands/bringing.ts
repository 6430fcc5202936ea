// Commands that bring things in, and say what came of it: import, shops, init, rejects, record.
import type { Command } from 'commander';
import { dataFolder } from '../../platform/config.ts';
import type { ImportContactsOptions } from '../import-contacts-command.cli.ts';
import type { BringShopsOptions } from '../bring-shops.cli.ts';
import type { ImportMarksOptions } from '../mapped-marks.cli.ts';
import type { AsOfOptions } from '../record.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared, tables } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadImportContacts = async () => import('../import-contacts.cli.ts');
const loadImportContactsCommand = async () => import('../import-contacts-command.cli.ts');
const loadImportRecord = async () => import('../import-record.cli.ts');
const loadImportMarks = async () => import('../import-marks.cli.ts');
const loadMappedMarks = async () => import('../mapped-marks.cli.ts');
const loadUndoImport = async () => import('../undo-import.cli.ts');
const loadRecord = async () => import('../record.cli.ts');
const loadBringShops = async () => import('../bring-shops.cli.ts');
const loadRejects = async () => import('../rejects.cli.ts');

export function bringingCommands(program: Command, { terminal, ended, withSession, reading }: Frame): void {
  const importing = program.command('import').description('bring in contacts or a record').exitOverride();
  shared(tables(importing.command('contacts <path...>')))
    .description('files, folders, zip, tar.gz; - is standard input')
    .action(async (paths: string[], options: ImportContactsOptions) => {
      await (await loadImportContacts()).assertPathsThere(paths);
      const { importContactsCommand } = await loadImportContactsCommand();
      return withSession(dataFolder(options.data), async (session) =>
        importContactsCommand(session, terminal, paths, options),
      );
    });
  shared(importing.command('record <path>'))
    .description('the record of an organisation: a folder or a file')
    .action(async (path: string, options: SharedOptions) =>
      withSession(dataFolder(options.data), async (session) =>
        (await loadImportRecord()).importRecordCommand(session, terminal, path, options),
      ),
    );

  shared(importing.command('marks <file...>'))
    .description('marks that people made before: a table of contact, standard, verdict, marker, probability, on')
    .option('--look', 'another tool’s export: say how it would be read, and bring nothing in')
    .option('--mapping <file>', 'another tool’s export: read it so, as --look --json wrote and you corrected')
    .option('--sheet <name>', 'the sheet of a workbook that has several (else the largest table)')
    .action(async (files: string[], options: ImportMarksOptions) =>
      reading(options, async (session) =>
        options.look || options.mapping !== undefined || options.sheet !== undefined
          ? (await loadMappedMarks()).mappedMarksCommand(session, terminal, files, options)
          : (await loadImportMarks()).importMarksCommand(session, terminal, files, options),
      ),
    );

  shared(importing.command('undo [import]'))
    .description('remove what an import of contacts brought (else the last one)')
    .action(async (id: string | undefined, options: SharedOptions) =>
      reading(options, async (session) =>
        (await loadUndoImport()).undoImportCommand(session, terminal, id ?? 'last', options),
      ),
    );

  const shops = program.command('shops').description('mystery shops').exitOverride();
  shared(shops.command('bring <file...>'))
    .description('past mystery shops: workbooks or CSV with a row for each')
    .option(
      '--column <name=field>',
      'what a column of a table is; may be repeated',
      (said: string, before: string[]) => [...before, said],
      [] as string[],
    )
    .option('--sheet <name>', 'the sheet of a workbook that has several (else the largest table)')
    .option('--like <name>', 'take its columns as those kept by this name')
    .option('--keep-as <name>', 'keep what its columns are by a name, for the next file')
    .option('--look', 'say how it would be read, and bring nothing in')
    .action(async (files: string[], options: BringShopsOptions) =>
      withSession(dataFolder(options.data), async (session) =>
        (await loadBringShops()).bringShopsCommand(session, terminal, files, options),
      ),
    );

  program
    .command('init <dir>')
    .exitOverride()
    .description('write a complete, documented example of a record')
    .action(async (dir: string) => ended(await (await loadRecord()).init(terminal, dir)));

  shared(program.command('rejects <import>'))
    .description('list what an import could not take in')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadRejects()).rejects(session, terminal, id, options)),
    );

  const record = program.command('record').description('ask the record').exitOverride();
  shared(record.command('as-of <day>'))
    .description('what was in force on a day')
    .option('--site <id>', 'only at this site')
    .option('--person <id>', 'only for this person')
    .action(async (day: string, options: AsOfOptions) =>
      reading(options, async (session) => (await loadRecord()).recordAsOf(session, terminal, day, options)),
    );
  shared(record.command('out <file>'))
    .description('the whole record as a workbook, as the import takes it')
    .action(async (file: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadRecord()).recordOut(session, terminal, file)),
    );
}
