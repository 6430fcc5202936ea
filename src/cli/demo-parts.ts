// What passes between the command that starts the demo and the thread that makes its files.
import type { ScenarioFile } from '../simulate/scenario/scenario.core.ts';
import type { ToldFix } from '../simulate/told-fixes.core.ts';

export interface DemoOrder {
  readonly scenario: ScenarioFile;
  readonly seed: number;
  readonly folder: string;
  /** All files are there already. */
  readonly made: boolean;
}

/** The rest is only made when it is asked for: until then the record's shorter files may be read. */
export type DemoTold =
  | { readonly part: 'record' | 'latest' | 'contacts' }
  | { readonly part: 'rest'; readonly tables: readonly string[]; readonly fixes: readonly ToldFix[] }
  | { readonly part: 'progress'; readonly written: number; readonly of: number };
