// How the time of a contact went: who spoke how long, silence, time on hold, paused recording.
import type { Contact } from '../../contacts/contact.core.ts';

/** Seconds each; they add up to `seconds` but for people who spoke at once. */
export interface ContactTimes {
  readonly seconds: number;
  readonly rep: number;
  readonly customer: number;
  readonly other: number;
  readonly silence: number;
  /** From the last words to the end of the contact: papers are signed, a telephone system counts what is written up. */
  readonly after: number;
  readonly onHold: number;
  readonly paused: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Null where it isn't known when each turn began and ended. What a pause inside a turn was is silence, not speech. */
export function timesOf(contact: Pick<Contact, 'timing' | 'turns' | 'holds' | 'durationSeconds'>): ContactTimes | null {
  if (contact.timing !== 'full') return null;
  const said = contact.turns.flatMap(({ speaker, start, end, pauses = [] }) =>
    start === undefined || end === undefined || end < start
      ? []
      : [{ speaker, from: start, to: end, seconds: end - start - sum(pauses.map((pause) => pause.seconds)), pauses }],
  );
  if (said.length === 0) return null;
  const holds = contact.holds ?? [];
  const last = Math.max(...said.map((one) => one.to), ...holds.map((one) => one.to));
  const seconds = Math.max(contact.durationSeconds ?? 0, last);
  const spoken = (speaker: string): number =>
    sum(said.filter((one) => one.speaker === speaker).map((one) => Math.max(0, one.seconds)));
  const held = (kind: string): Stretch[] => holds.filter((hold) => hold.kind === kind);
  const pauses = said.flatMap((one) =>
    one.pauses.map((pause) => ({ from: pause.at, to: Math.min(one.to, pause.at + pause.seconds) })),
  );
  const filled = covered([...said, ...holds]) - covered(pauses) + overlap(pauses, holds);
  return {
    seconds: tenth(seconds),
    rep: tenth(spoken('rep')),
    customer: tenth(spoken('customer')),
    other: tenth(spoken('other')),
    silence: tenth(Math.max(0, last - filled)),
    after: tenth(seconds - last),
    onHold: tenth(covered(held('hold'))),
    paused: tenth(covered(held('pause'))),
  };
}

/** Seconds that stretches cover together, those that overlap counted once. */
function covered(stretches: readonly Stretch[]): number {
  let total = 0;
  let until = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

/** Seconds that both cover. */
function overlap(some: readonly Stretch[], others: readonly Stretch[]): number {
  return covered(some) + covered(others) - covered([...some, ...others]);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const tenth = (seconds: number): number => Math.round(seconds * 10) / 10;
