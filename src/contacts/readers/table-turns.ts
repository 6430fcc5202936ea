// One row a turn: rows are gathered into contacts by their id. Rows of one contact need not stand together, but no more
// than `limits.openContacts` other contacts may begin between two of them: so memory stays flat however long the table is.
import { holdMark } from '../holds.core.ts';
import { expectedStart, factsOf, isBlank } from './facts-of.ts';
import type { Cell } from './facts-of.ts';
import { guessChannel } from './channel-guess.ts';
import { usualOf } from './column-words.ts';
import { cleanLabel } from './clean-text.ts';
import { baseName, makeDraft } from './make-draft.ts';
import type { FoundTurn } from './make-draft.ts';
import type { Pause } from '../../standards/encounter.core.ts';
import { reject } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import type { TablePlan } from './table-plan.ts';
import { cellOf, cellsOf } from './table-rows.ts';
import { readTime, startOf } from './times.ts';
import type { WrittenTime } from './times.ts';
import { pauseSeconds } from './word-times.ts';

/** Columns whose names tell what tool wrote the rows. */
const turnFields: ReadonlySet<string> = new Set(['text', 'speaker', 'time']);

interface Open {
  readonly id: string;
  readonly turns: (FoundTurn & { order: string | undefined; at: number | undefined })[];
  readonly names: Set<string>;
  readonly reps: Set<string>;
  /** Cells of the first row: what they say of the contact. */
  readonly first: readonly Cell[];
  /** The time of the first timed row, where the times are instants. */
  origin: WrittenTime | undefined;
  /** A time of it that can't be read was told: once is enough to find all of them. */
  timeTold: boolean;
}

export interface TurnGatherer {
  row(row: number, values: readonly string[]): ReadItem[];
  /** A blank line ends a contact where the table has no ids. */
  gap(): ReadItem[];
  end(): ReadItem[];
}

/** Gathers the rows of a turn table into contacts. */
export function gatherTurns(plan: TablePlan, place: Place): TurnGatherer {
  const open = new Map<string, Open>();
  const closed = new Set<string>();
  const hasId = plan.fields.includes('contact') || plan.fields.includes('file');
  const milliseconds = plan.headers.some(
    (header, i) => ['time', 'end'].includes(plan.fields[i]!) && /(?:^|[^a-z])(?:ms|millis\w*)$/i.test(header),
  );
  const usual = usualOf(plan.headers.filter((_, i) => turnFields.has(plan.fields[i]!)));
  let block = 0;
  const close = (one: Open): ReadItem => {
    open.delete(one.id);
    // A copy: a piece of a text would keep the whole chunk of the file that it was cut from in memory.
    closed.add(Buffer.from(one.id).toString());
    return { kind: 'contact', draft: draftOf(one, place, usual) };
  };
  return {
    row(row, values) {
      const cells = cellsOf(plan, values);
      if (cells.length === 0) return [];
      const id = hasId
        ? (cellOf(cells, 'contact') ?? cellOf(cells, 'file'))
        : block === 0
          ? baseName(place.file)
          : `${baseName(place.file)}#${block + 1}`;
      const refuse = (expected: string, remedy: string): ReadItem[] => [reject(place, expected, remedy, { row })];
      if (id === undefined)
        return refuse("the contact's id", 'Fill the cell, so that it is known which contact the turn belongs to.');
      if (closed.has(id))
        return refuse(
          `rows of one contact within ${place.limits.openContacts} contacts of each other`,
          'Sort the table by contact and read it again.',
        );
      const text = cellOf(cells, 'text');
      const items: ReadItem[] = [];
      let one = open.get(id);
      if (!one && open.size >= place.limits.openContacts) items.push(close(open.values().next().value!));
      one ??= { id, turns: [], names: new Set(), reps: new Set(), first: cells, origin: undefined, timeTold: false };
      // Put last again, so that the first of the map is the one untouched for longest.
      open.delete(id);
      open.set(id, one);
      const unread = one.timeTold ? undefined : unreadTime(cells, milliseconds);
      if (unread) {
        one.timeTold = true;
        const remedy = 'Correct the cell, and others like it in this contact; everything else of it was read.';
        items.push(reject(place, expectedStart, remedy, { row, field: cleanLabel(unread.column, 80) }));
      }
      // A turn without words (a click, a photo) is no fault of the file; one more than the limit is dropped and noted.
      if (text !== undefined && one.turns.length <= place.limits.turns) addTurn(one, cells, text, milliseconds);
      return items;
    },
    gap() {
      if (hasId || open.size === 0) return [];
      block += 1;
      return [...open.values()].map(close);
    },
    end: () => [...open.values()].map(close),
  };
}

function unreadTime(cells: readonly Cell[], milliseconds: boolean): Cell | undefined {
  return cells.find(
    ({ field, value }) => field === 'time' && !isBlank(value) && readTime(value, milliseconds) === null,
  );
}

function addTurn(one: Open, cells: readonly Cell[], text: string, milliseconds: boolean): void {
  // A date column beside an offset: the offset times the turn, the date the contact.
  const times = cells.flatMap((cell) => (cell.field === 'time' ? (readTime(cell.value, milliseconds) ?? []) : []));
  const start = times.find((time) => 'seconds' in time) ?? times[0] ?? null;
  const end = readTime(cellOf(cells, 'end') ?? '', milliseconds);
  const relative = (time: typeof start): number | undefined => {
    if (!time) return undefined;
    if ('seconds' in time) return time.seconds;
    one.origin ??= time;
    return (Date.parse(time.moment) - Date.parse(one.origin.moment)) / 1000;
  };
  for (const time of times) relative(time);
  for (const cell of cells) if (cell.field === 'name') one.names.add(cell.value);
  const rep = cellOf(cells, 'rep');
  if (rep !== undefined) one.reps.add(rep);
  const at = relative(start);
  one.turns.push({
    label: cellOf(cells, 'speaker') ?? null,
    text,
    start: at,
    end: relative(end),
    order: cellOf(cells, 'order'),
    at,
  });
}

function draftOf(one: Open, place: Place, usual: 'chat' | 'phone'): ReturnType<typeof makeDraft> {
  const ordered = inOrder(one);
  // A clock of the day ("14:05:10") counts from the first turn; one of the recording starts near nought and stays.
  const from = ordered.reduce((least, turn) => Math.min(least, turn.start ?? Infinity), Infinity);
  if (from > 3600 && from < Infinity) {
    for (const turn of ordered) {
      if (turn.start !== undefined) turn.start -= from;
      if (turn.end !== undefined) turn.end -= from;
    }
  }
  const { facts } = factsOf(one.first.filter((cell) => cell.field !== 'time' && cell.field !== 'rep'));
  const rep = one.reps.size === 1 ? { rep: [...one.reps][0]! } : {};
  const stated = facts.channel ?? place.options.channel;
  // One row a sentence or one a message: known before rows are put together.
  const guessed = stated === undefined ? guessChannel(place, ordered, usual) : undefined;
  const channel = stated ?? guessed?.channel;
  return makeDraft(
    {
      originalId: one.id,
      format: 'turn-table',
      channel: stated,
      guessed,
      language: cellOf(one.first, 'language'),
      facts: { ...facts, ...startOf(one.origin), ...rep },
      turns: mergeTurns(ordered, channel === 'phone' || channel === 'visit'),
      knownNames: [...one.names, ...one.reps],
    },
    place,
  );
}

// Rows that carry a turn number are put in its order (exports come sorted by anything); a tie keeps the file's order.
function inOrder(one: Open): Open['turns'] {
  const numbers = one.turns.map((turn) => Number(turn.order));
  if (
    one.turns.length === 0 ||
    !numbers.every((number, i) => one.turns[i]!.order !== undefined && Number.isFinite(number))
  )
    return one.turns;
  return one.turns.toSorted((a, b) => Number(a.order) - Number(b.order));
}

/**
 * One turn from the sentences that a speaker says in a row, where the contact is spoken and the gap isn't known to be over
 * 3 s (a silence inside a turn would be lost). Typed messages stay single.
 */
export function mergeTurns(turns: readonly FoundTurn[], spoken: boolean): readonly FoundTurn[] {
  if (!spoken) return turns;
  const merged: FoundTurn[] = [];
  for (const turn of turns) {
    const last = merged[merged.length - 1];
    const gap = last?.end === undefined || turn.start === undefined ? 0 : turn.start - last.end;
    const apart = !last || last.label === null || last.label !== turn.label || gap > 3;
    // A hold that a tool wrote as a turn stays one: its times are the hold's.
    if (apart || holdMark(last.text) !== null || holdMark(turn.text) !== null) {
      merged.push({ ...turn, words: turn.words && [...turn.words], pauses: turn.pauses && [...turn.pauses] });
      continue;
    }
    join(last, turn, gap);
  }
  return merged;
}

function join(last: FoundTurn, turn: FoundTurn, gap: number): void {
  last.confidence = weighed(last, turn);
  for (const word of turn.words ?? []) (last.words ??= []).push(word);
  const offset = last.text.length + 1;
  if (gap > pauseSeconds && last.end !== undefined)
    (last.pauses ??= []).push({ at: last.end, seconds: Math.round(gap * 1000) / 1000, offset });
  for (const pause of turn.pauses ?? []) (last.pauses ??= []).push(moved(pause, offset));
  // A sentence that ends one turn and starts the next needs no separator but a space.
  last.text = `${last.text} ${turn.text}`;
  last.end = turn.end;
}

const moved = (pause: Pause, by: number): Pause =>
  pause.offset === undefined ? pause : { ...pause, offset: pause.offset + by };

// How well two sentences were heard together, each by its length.
function weighed(a: FoundTurn, b: FoundTurn): number | undefined {
  if (a.confidence === undefined || b.confidence === undefined) return a.confidence ?? b.confidence;
  const length = a.text.length + b.text.length;
  return length === 0 ? a.confidence : (a.confidence * a.text.length + b.confidence * b.text.length) / length;
}
