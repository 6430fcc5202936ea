// Disputes on a screen: what waits, for whom and until when; and whatever somebody wrote, nothing but words.
import { expect, it } from 'vitest';
import type { DisputeOnWire, DisputesOnWire } from '../review/disputes/disputes.shape.ts';
import { answeredText, disputesText, disputeText } from './disputes.view.ts';

const dispute: DisputeOnWire = {
  id: 'dp1',
  mark: 'm1',
  contact: 'c1',
  standard: { id: 'enquiry.need-before-price', title: 'Need before price' },
  site: { id: 'north', name: 'North Pier' },
  day: '2026-02-03',
  channel: 'phone',
  mine: false,
  ground: 'instruction',
  groundSays: 'I followed the instruction',
  openedAt: '2026-03-02T12:00:00.000Z',
  round: 1,
  state: 'open',
  stateSays: 'waits for an answer',
  answer: null,
  waitsFor: 'Rae Lund',
  waitsForYou: false,
  mayAnswer: true,
  due: '2026-03-09',
  daysLeft: 5,
  late: false,
  escalations: 0,
  movedAt: '2026-03-02T12:00:00.000Z',
  says: 'The rule\u001b[2J says price first.',
  instruction: { kind: 'policy', document: 'quotes', version: '1', part: '1', on: '2026-02-03' },
  marker: 'cue',
  searched: null,
  standardSays: 'Asks what they need.',
  instead: null,
  quotes: [{ turn: 2, from: 0, to: 14, quote: 'That is ninety' }],
  turns: null,
  effect: 'none',
  answers: [],
  events: [
    { seq: 1, kind: 'opened', at: '2026-03-02T12:00:00.000Z', by: 'who served', says: '', round: 1, due: '2026-03-09' },
  ],
  can: ['answer'],
};
const told = (disputes: DisputesOnWire['disputes']): DisputesOnWire => ({
  disputes,
  all: 1,
  open: 1,
  late: 0,
  forYou: 0,
  rule: { days: 5, daysOff: [] },
  setsRule: false,
  serves: false,
});

it('says what is disputed, on which ground, who answers and until when', () => {
  const text = disputesText(told([dispute]), 80);
  expect(text).toContain('Need before price: I followed the instruction');
  expect(text).toContain('waits for an answer by Rae Lund until 2026-03-09, 5 working days left');
  expect(text).toContain('1 dispute, 1 open, 0 late.');
});

it('one whole has the words, the instruction and what happened, and moves no cursor', () => {
  const text = disputeText(dispute, 80);
  expect(text).toContain('turn 3: "That is ninety"');
  expect(text).toContain('policy quotes, version 1, part 1, 2026-02-03');
  expect(text).toContain('2026-03-02  opened by who served');
  expect(text).not.toContain('\u001b');
});

it('says what an answer does, and how to begin where there is none', () => {
  expect(answeredText({ effect: 'struck' })).toContain('struck');
  expect(disputesText(told([]), 80)).toContain('beside the mark');
});
