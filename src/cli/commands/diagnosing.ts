// Commands from contacts to a report: start, diagnose, report, explain, answer.
import type { Command } from 'commander';
import { dataFolder, rememberFolder, type DataFolder } from '../../platform/config.ts';
import type { DiagnoseOptions } from '../diagnose.cli.ts';
import type { BegunDemo } from '../make-demo.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Session } from '../session.ts';
import { isMade, showsApp, type StartOptions } from '../starting.ts';
import type { ReportOptions } from '../write-report.cli.ts';
import type { Frame } from './frame.ts';
import { reporting, shared, tables } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadDiagnose = async () => import('../diagnose.cli.ts');
const loadFindings = async () => import('../findings.cli.ts');

export function diagnosingCommands(program: Command, frame: Frame): void {
  const { terminal, ended, loadApp, withSession, reading } = frame;
  shared(reporting(program.command('start')))
    .description('open the app on the demo organisation')
    .option('--app', 'show the app, also where nobody is at the terminal')
    .option('--no-app', 'write the report page and end')
    .action(async (options: StartOptions) => {
      const folder = dataFolder(options.data, 'harbor');
      if (showsApp(options, process.stdout.isTTY)) {
        const { startApp } = await import('../start-app.cli.ts');
        return ended(await startApp(terminal, folder, options, loadApp()));
      }
      // The demo's own thread begins while the rest of the program is loaded and the data opened.
      const begun = isMade(folder.path) ? undefined : (await import('../make-demo.cli.ts')).beginDemo();
      try {
        await startPage(frame, folder, options, begun);
      } finally {
        await begun?.close();
      }
    });

  shared(reporting(tables(program.command('diagnose <path>'))))
    .description('read a folder of contacts (and its record/), mark them, find causes, write the report')
    .option('--record <dir>', 'the record: spreadsheets and documents of your organisation (else PATH/record)')
    .option('--no-record', 'leave the record out')
    .action(async (path: string, options: DiagnoseOptions) => {
      const { assertDiagnosable, diagnose, folderNameFor } = await loadDiagnose();
      await assertDiagnosable(path, options);
      return withSession(dataFolder(options.data, folderNameFor(path)), async (session) =>
        diagnose(session, terminal, path, options),
      );
    });

  shared(reporting(program.command('report')))
    .description('print and write the report of what has been brought in')
    .action(async (options: ReportOptions) =>
      reading(options, async (session) => (await loadDiagnose()).markFindReport(session, terminal, options)),
    );

  shared(program.command('explain <id>'))
    .description('tell one failure as a person would: what happened, twelve questions, causes')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadFindings()).explain(session, terminal, id, options)),
    );

  shared(program.command('answer'))
    .description('ask the ten questions that would settle most, then find causes again')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadFindings()).answer(session, terminal, options)),
    );
}

async function startPage(
  { terminal, ended, withSession }: Frame,
  folder: DataFolder,
  options: StartOptions,
  begun: BegunDemo | undefined,
): Promise<void> {
  const { start, startSealed } = await import('../start.cli.ts');
  const code = await startSealed(folder.path, terminal, options);
  if (code !== null) {
    await rememberFolder(folder.path);
    return ended(code);
  }
  const used: Session[] = [];
  await withSession(folder, async (session) => {
    used.push(session);
    return start(session, terminal, options, begun);
  });
  const { sealReport } = await import('../kept-report.cli.ts');
  for (const session of used) await sealReport(session);
}
