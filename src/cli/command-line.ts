// Every command, its options and what it does, in one list. Options mean the same everywhere; docs/guide/commands.md is
// held to this file by a test.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { dataFolder, dataFolderUsedLast, type DataFolder } from '../platform/config.ts';
import { machineFault } from '../platform/machine-failure.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { newClient, type Client } from './client.ts';
import { standardsApi } from '../standards/standards.api.ts';
import { openSession, type MakeApp, type Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { ownTerminal, plain, type Terminal } from './terminal.ts';
import { diagnose, folderNameFor, markFindReport, start, type DiagnoseOptions } from './diagnose.cli.ts';
import { answer, explain } from './findings.cli.ts';
import { importContactsCommand, type ImportContactsOptions } from './import-contacts-command.cli.ts';
import { importRecordCommand } from './import-record.cli.ts';
import { init, recordAsOf, type AsOfOptions } from './record.cli.ts';
import { assertMayWrite, type ResultFiles } from './overwrite.ts';
import { rejects } from './rejects.cli.ts';
import { undoImportCommand } from './undo-import.cli.ts';
import { backup, ledgerVerify, migrate, restore } from './store-commands.cli.ts';
import { standardsCheck, standardsExplain, standardsList, standardsTry } from './standards-commands.cli.ts';
import type { ReportOptions } from './write-report.cli.ts';

/** Run one command line. Returns the exit code; never throws. */
export async function runCommandLine(
  args: readonly string[],
  makeApp: MakeApp,
  terminal: Terminal = ownTerminal(),
): Promise<number> {
  let code: number = exitCode.done;
  const program = buildProgram(makeApp, terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (thrown) {
    code = explainFailure(thrown, terminal);
  } finally {
    terminal.close();
  }
  return code;
}

/**
 * The folder for commands that only read: a mistyped one is said and not made.
 * @throws Fault `data-folder-empty`
 */
async function filledFolder(told: string | undefined): Promise<DataFolder> {
  const folder = await dataFolderUsedLast(told);
  // Any of them: where the keys alone are gone, the data must be missed by its key, not said to be none.
  if (['keys', 'database', 'organisation-id'].some((name) => existsSync(join(folder.path, name)))) return folder;
  throw new Fault(
    'data-folder-empty',
    'unready',
    `There is nothing in ${folder.path} yet. Start with: customary diagnose FOLDER. Where you meant another data folder, name it with --data.`,
  );
}

// Packs are files: these commands need no store, only to know where the organisation's own packs lie.
async function packsClient(options: SharedOptions): Promise<Client> {
  const { path } = await dataFolderUsedLast(options.data);
  const api = standardsApi({ ownPacks: join(path, 'packs') });
  return newClient((request) => api.fetch(request));
}

function explainFailure(thrown: unknown, terminal: Terminal): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.done : exitCode.notUnderstood;
  const fault = thrown instanceof Fault ? thrown : machineFault(thrown);
  if (fault) {
    terminal.say(plain(fault.message));
    for (const one of fault.errors) terminal.say(plain(`  ${one.pointer}: ${one.detail}`));
    return exitCodeOf(fault);
  }
  if (process.env.CUSTOMARY_DEBUG) console.error(thrown);
  terminal.say(
    'Something went wrong that should not have; nothing half-done was kept. Run again with CUSTOMARY_DEBUG=1 to see where, and report it.',
  );
  return exitCode.broken;
}

/** The whole command line as commander sees it; exported for the docs' test. */
export function buildProgram(makeApp: MakeApp, terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command('customary')
    .description('Finds why customers get bad service: contacts in, marks with quotes, causes out.')
    .version('0.1.0', '--version', 'print the version')
    .helpCommand('help [command]', 'explain a command')
    .helpOption('-h, --help', 'explain the command')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => terminal.say(text.trimEnd()),
      writeOut: (text) => terminal.print(text.trimEnd()),
    })
    .showHelpAfterError('(customary help shows every command)')
    .hook('preAction', async (_program, command) => assertMayWrite(command.opts<ResultFiles>()));

  const shared = (command: Command): Command =>
    command
      .exitOverride()
      .addOption(new Option('--data <dir>', 'the data folder (else CUSTOMARY_DATA, else one in the clone)'))
      .addOption(new Option('--json <file>', 'write the result as JSON; - is standard output'))
      .addOption(new Option('--html <file>', 'write the report page to this file'))
      .addOption(new Option('--no-open', 'do not open the page'))
      .addOption(new Option('--yes', 'do not ask for confirmation; overwrite files that are no earlier results'));
  const withSession = async (folder: DataFolder, use: (session: Session) => Promise<number>): Promise<void> => {
    const session = await openSession(folder, makeApp);
    try {
      ended(await use(session));
    } finally {
      await session.close();
    }
  };
  const reading = async (options: SharedOptions, use: (session: Session) => Promise<number>): Promise<void> =>
    withSession(await filledFolder(options.data), use);
  const tables = (command: Command): Command =>
    command
      .option(
        '--column <name=field>',
        'what a column of a table is; may be repeated',
        (said: string, before: string[]) => [...before, said],
        [] as string[],
      )
      .addOption(
        new Option('--table <kind>', 'what one row of a table is').choices([
          'turns',
          'transcripts',
          'messages',
          'visits',
          'facts',
        ]),
      )
      .option('--rep <label>', 'the speaker label that is the rep’s')
      .addOption(
        new Option('--channel <channel>', 'the channel of contacts that don’t say').choices([
          'phone',
          'visit',
          'chat',
          'email',
          'complaint',
          'shop',
        ]),
      )
      .addOption(
        new Option('--transcripts <by>', 'who wrote down calls and visits that don’t say').choices([
          'machine',
          'person',
        ]),
      );
  const reporting = (command: Command): Command =>
    command
      .option('--csv <file>', 'write every mark as CSV, safe to open in a spreadsheet')
      .option('--full <dir>', 'write the report as a folder with every failure')
      .option('--people', 'show reps’ names in the page and the JSON (else nobody is named)');

  shared(reporting(program.command('start')))
    .description('diagnose the demo organisation and open the page')
    .action(async (options: ReportOptions) =>
      withSession(dataFolder(options.data, 'demo'), async (session) => start(session, terminal, options)),
    );

  shared(reporting(tables(program.command('diagnose <path>'))))
    .description('read a folder of contacts (and its record/), mark them, find causes, write the report')
    .option('--record <dir>', 'the record: spreadsheets and documents of your organisation (else PATH/record)')
    .option('--no-record', 'leave the record out')
    .action(async (path: string, options: DiagnoseOptions) =>
      withSession(dataFolder(options.data, folderNameFor(path)), async (session) =>
        diagnose(session, terminal, path, options),
      ),
    );

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

  shared(reporting(program.command('report')))
    .description('print and write the report of what has been brought in')
    .action(async (options: ReportOptions) =>
      reading(options, async (session) => markFindReport(session, terminal, options)),
    );

  shared(program.command('explain <id>'))
    .description('tell one failure as a person would: what happened, twelve questions, causes')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => explain(session, terminal, id, options)),
    );

  shared(program.command('answer'))
    .description('ask the ten questions that would settle most, then find causes again')
    .action(async (options: SharedOptions) => reading(options, async (session) => answer(session, terminal, options)));

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

  const standards = program
    .command('standards')
    .description('the standards that contacts are marked by')
    .exitOverride();
  shared(standards.command('check [file...]'))
    .description('check packs and run their examples')
    .action(async (files: string[], options: SharedOptions) =>
      ended(await standardsCheck(await packsClient(options), terminal, files, options)),
    );
  shared(standards.command('list'))
    .description('every standard and atrocity')
    .action(async (options: SharedOptions) =>
      ended(await standardsList(await packsClient(options), terminal, options)),
    );
  shared(standards.command('explain <id>'))
    .description('one standard: when it applies, what counts, its examples')
    .action(async (id: string, options: SharedOptions) =>
      ended(await standardsExplain(await packsClient(options), terminal, id, options)),
    );
  shared(standards.command('try <text>'))
    .description('mark a few lines, e.g. "Customer: how much? Rep: $90."; - reads standard input')
    .action(async (text: string, options: SharedOptions) =>
      ended(await standardsTry(await packsClient(options), terminal, text, options)),
    );

  const ledger = program.command('ledger').description('the history of what was done').exitOverride();
  shared(ledger.command('verify'))
    .description('find a changed, missing, reordered or cut-off line')
    .option('--head <hash>', 'the head printed by an earlier check: finds a history that was cut off')
    .action(async (options: SharedOptions & { head?: string }) =>
      ended(await ledgerVerify(terminal, await filledFolder(options.data), options.head)),
    );

  shared(program.command('migrate'))
    .description('bring the database to this version')
    .action(async (options: SharedOptions) => ended(await migrate(terminal, await dataFolderUsedLast(options.data))));
  shared(program.command('backup <file>'))
    .description('everything into one file')
    .action(async (file: string, options: SharedOptions) =>
      ended(await backup(terminal, await filledFolder(options.data), file)),
    );
  shared(program.command('restore <file>'))
    .description('everything from such a file, into an empty data folder or database')
    .action(async (file: string, options: SharedOptions) =>
      ended(await restore(terminal, dataFolder(options.data), file, options.yes === true)),
    );
  return program;
}
