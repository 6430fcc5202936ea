// What passes between the command that starts the demo and the thread that makes its files.
import type { ScenarioFile } from '../simulate/scenario/scenario.core.ts';
import type { ToldFix } from '../simulate/told-fixes.core.ts';

export interface DemoOrder {
  readonly scenario: ScenarioFile;
  readonly seed: number;
}

/**
 * What is asked of the thread: first the record and the last contacts, and once they are there the others; nobody who waits
 * for these should wait for more.
 */
export type DemoAsked = DemoFirst | { readonly part: 'year' | 'rest' };

export interface DemoFirst {
  readonly part: 'first';
  /** Where all files go. */
  readonly folder: string;
  /** All files are there already. */
  readonly made: boolean;
}

export type DemoTold =
  | { readonly part: 'record' | 'latest' | 'year' }
  /** One month's contacts, the newest first. */
  | { readonly part: 'month'; readonly folder: string }
  | { readonly part: 'rest'; readonly tables: readonly string[]; readonly fixes: readonly ToldFix[] }
  | { readonly part: 'progress'; readonly written: number; readonly of: number };
