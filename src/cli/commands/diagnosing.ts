// Commands from contacts to a report: start, diagnose, report, explain, answer.
import type { Command } from 'commander';
import { dataFolder } from '../../platform/config.ts';
import { diagnose, folderNameFor, markFindReport, type DiagnoseOptions } from '../diagnose.cli.ts';
import { answer, explain } from '../findings.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import { start } from '../start.cli.ts';
import type { ReportOptions } from '../write-report.cli.ts';
import type { Frame } from './frame.ts';
import { reporting, shared, tables } from './options.ts';

export function diagnosingCommands(program: Command, { terminal, withSession, reading }: Frame): void {
  shared(reporting(program.command('start')))
    .description('diagnose the demo organisation and open the page')
    .action(async (options: ReportOptions) =>
      withSession(dataFolder(options.data, 'harbor'), async (session) => start(session, terminal, options)),
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
