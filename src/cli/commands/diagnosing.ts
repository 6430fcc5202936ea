// Commands from contacts to a report: start, diagnose, report, explain, answer.
import type { Command } from 'commander';
import { dataFolder, rememberFolder } from '../../platform/config.ts';
import { diagnose, folderNameFor, markFindReport, type DiagnoseOptions } from '../diagnose.cli.ts';
import { answer, explain } from '../findings.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import { sealReport } from '../kept-report.cli.ts';
import type { Session } from '../session.ts';
import { showsApp, startApp, type StartOptions } from '../start-app.cli.ts';
import { start, startSealed } from '../start.cli.ts';
import type { ReportOptions } from '../write-report.cli.ts';
import type { Frame } from './frame.ts';
import { reporting, shared, tables } from './options.ts';

export function diagnosingCommands(program: Command, { terminal, ended, makeApp, withSession, reading }: Frame): void {
  shared(reporting(program.command('start')))
    .description('open the app on the demo organisation')
    .option('--app', 'show the app, also where nobody is at the terminal')
    .option('--no-app', 'write the report page and end')
    .action(async (options: StartOptions) => {
      const folder = dataFolder(options.data, 'harbor');
      if (showsApp(options, process.stdout.isTTY)) return ended(await startApp(terminal, folder, options, makeApp));
      const code = await startSealed(folder.path, terminal, options);
      if (code !== null) {
        await rememberFolder(folder.path);
        return ended(code);
      }
      const used: Session[] = [];
      await withSession(folder, async (session) => {
        used.push(session);
        return start(session, terminal, options);
      });
      for (const session of used) await sealReport(session);
    });

  shared(reporting(tables(program.command('diagnose <path>'))))
    .description('read a folder of contacts (and its record/), mark them, find causes, write the report')
    .option('--record <dir>', 'the record: spreadsheets and documents of your organisation (else PATH/record)')
    .option('--no-record', 'leave the record out')
    .action(async (path: string, options: DiagnoseOptions) =>
      withSession(dataFolder(options.data, folderNameFor(path)), async (session) =>
        diagnose(session, terminal, path, options),
      ),
    );

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
}
