import { expect, test } from 'vitest';
import { inForce } from '../../kernel/moment.ts';
import { eventsOf } from '../../policies/letters/brought-letter.core.ts';
import { usualLetterRule } from '../../policies/letters/letter-clock.core.ts';
import { letterState } from '../../policies/letters/letter.core.ts';
import { readFiles } from '../../record/read/read-files.ts';
import { readRecord } from '../../record/read-record.core.ts';
import { planOrganisation } from '../plan-organisation.ts';
import { recordFiles } from '../record-files.ts';
import { shippedScenario } from '../shipped-scenarios.ts';
import { planVoices } from './plan-voices.ts';
import { servingAt } from './serving-at.core.ts';
import { voiceFiles } from './voice-files.ts';

const scenario = shippedScenario('harbor');
const sizes = { ...scenario.ranges.sizes, 'contacts-a-day': [2, 2] as const };
const planned = planOrganisation({ ...scenario, ranges: { ...scenario.ranges, sizes } }, 8);
const voices = planVoices(planned);

test('a year of voices goes in whole beside the record', async () => {
  const files = [...recordFiles(planned), ...voiceFiles(planned)];
  const { tables } = await readFiles(
    files.map(({ path, text }) => ({ name: path, bytes: new TextEncoder().encode(text) })),
  );
  const none = { sites: [], people: [], posts: [], policies: [], procedures: [] };
  const read = readRecord(tables, none, null);
  expect(read.rejects).toEqual([]);
  expect(read.rows.letters.map((one) => one.row)).toEqual(voices.letters);
  expect(read.rows.letterAnswers).toHaveLength(voices.answers.length);
  expect(read.rows.clauseReasons.map((one) => one.row)).toEqual(voices.reasons);
  expect(read.rows.readerNotes.length).toBe(voices.notes.length);
  expect(voices.notes.length).toBeGreaterThan(10);
});

test('letters ended in every way there is, and those that events answered were adopted before their day', () => {
  const states = voices.letters.map((letter) => {
    const answers = voices.answers.filter((one) => one.letter === letter.id);
    return letterState(eventsOf(letter, answers, usualLetterRule))!;
  });
  expect(new Set(states.map((one) => one.name))).toEqual(new Set(['adopted', 'in-part', 'refused', 'open']));
  expect(states.filter((one) => one.name === 'adopted')).toHaveLength(2);
  expect(states.some((one) => one.name === 'open' && one.escalations > 0)).toBe(true);
  expect(voices.letters.some((one) => one.writer === undefined)).toBe(true);
  expect(voices.letters.every((one) => one.on <= planned.lastDay)).toBe(true);
});

test('whoever has served longest at the desk has still something to read', () => {
  const { posts, policies } = planned.records;
  const [longest] = posts
    .filter((one) => one.role === 'rep' && inForce(one, planned.lastDay))
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.person.localeCompare(other.person));
  const read = voices.acknowledgements.filter((one) => one.person === longest!.person);
  const unread = policies.filter(
    (policy) =>
      inForce(policy, planned.lastDay) &&
      !read.some((one) => one.document === policy.id && one.version === policy.version) &&
      servingAt(planned, policy, planned.lastDay).some((one) => one.person === longest!.person),
  );
  expect(unread.length).toBeGreaterThan(0);
  expect(voices.acknowledgements.length).toBeGreaterThan(50);
});

test('the same organisation has the same voices', () => {
  expect(planVoices(planned)).toEqual(voices);
});
