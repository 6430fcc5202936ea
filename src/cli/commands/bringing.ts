// Commands that bring things in, and say what came of it: import, init, rejects, record.
import type { Command } from 'commander';
import { dataFolder } from '../../platform/config.ts';
import { importContactsCommand, type ImportContactsOptions } from '../import-contacts-command.cli.ts';
import { importMarksCommand } from '../import-marks.cli.ts';
import { importRecordCommand } from '../import-record.cli.ts';
import { init, recordAsOf, type AsOfOptions } from '../record.cli.ts';
import { rejects } from '../rejects.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import { undoImportCommand } from '../undo-import.cli.ts';
import type { Frame } from './frame.ts';
import { shared, tables } from './options.ts';

export function bringingCommands(program: Command, { terminal, ended, withSession, reading }: Frame): void {
  const importing = program.command('import').description('bring in contacts or a record').exitOverride();
  shared(tables(importing.command('contacts <path...>')))
    .description('files, folders, zip, tar.gz; - is standard input')
    .action(async (paths: string[], options: ImportContactsOptions) =>
      withSession(dataFolder(options.data), async (session) =>
        importContactsCommand(session, terminal, paths, options),
      ),
    );
  shared(importing.command('record <path>'))
    .description('the record of an organisation: a folder or a file')
    .action(async (path: string, options: SharedOptions) =>
      withSession(dataFolder(options.data), async (session) => importRecordCommand(session, terminal, path, options)),
    );

  shared(importing.command('marks <file...>'))
    .description('marks that people made before: a table of contact, standard, verdict, marker, probability, on')
    .action(async (files: string[], options: SharedOptions) =>
      reading(options, async (session) => importMarksCommand(session, terminal, files, options)),
    );

  shared(importing.command('undo [import]'))
    .description('remove what an import of contacts brought (else the last one)')
    .action(async (id: string | undefined, options: SharedOptions) =>
      reading(options, async (session) => undoImportCommand(session, terminal, id ?? 'last', options)),
    );

  program
    .command('init <dir>')
    .exitOverride()
    .description('write a complete, documented example of a record')
    .action(async (dir: string) => ended(await init(terminal, dir)));

  shared(program.command('rejects <import>'))
    .description('list what an import could not take in')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => rejects(session, terminal, id, options)),
    );

  const record = program.command('record').description('ask the record').exitOverride();
  shared(record.command('as-of <day>'))
    .description('what was in force on a day')
    .option('--site <id>', 'only at this site')
    .option('--person <id>', 'only for this person')
    .action(async (day: string, options: AsOfOptions) =>
      reading(options, async (session) => recordAsOf(session, terminal, day, options)),
    );
}
