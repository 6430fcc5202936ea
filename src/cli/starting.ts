// What a start of the demo shows, and whether it has been made: told before anything else is loaded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportOptions } from './write-report.cli.ts';

export interface StartOptions extends ReportOptions {
  /** Told: show the app, or write the page and end; else the app where a person watches and no file is asked for. */
  readonly app?: boolean;
}

/** Whether this start shows the app. @param watched whether a person is at the terminal */
export function showsApp({ app, csv, full, json, html, people }: StartOptions, watched: boolean): boolean {
  if (app !== undefined) return app;
  const forFiles = [csv, full, json, html].some((file) => file !== undefined) || people === true;
  return watched && !forFiles;
}

/** The report is kept as the last step of making the demo. */
export function isMade(dataDir: string): boolean {
  return existsSync(join(dataDir, 'kept-report.json'));
}
