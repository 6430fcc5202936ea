// Dissatisfied turns as CSV that a spreadsheet opens as words, never as a formula.
import type { ShownTurn } from './dissatisfied.view.ts';
import { line } from './report/csv-line.view.ts';

const heads = ['likelihood', 'contact', 'turn', 'quote', 'said before', 'day', 'site', 'channel', 'file'];

/** One line a turn, most likely first. Turns count from 0, as everywhere in our files. */
export function* dissatisfiedCsv(turns: readonly ShownTurn[]): Generator<string> {
  yield line(heads);
  for (const { likelihood, contact, turn, quote, before, day, site, channel, file } of turns)
    yield line([likelihood, contact, turn, quote, before ?? '', day ?? '', site ?? '', channel, file]);
}
