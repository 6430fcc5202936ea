// Agreement and calibrations on a screen: poor standards first, what would help, and whatever somebody called one, nothing but words.
import { expect, it } from 'vitest';
import type { AgreementOnWire, StandardAgreementOnWire } from '../review/agreement/agreement.shape.ts';
import type { CalibrationOnWire } from '../review/calibration/calibration.shape.ts';
import { agreementText, calibrationsText, calibrationText, oneAgreementText } from './agreement.view.ts';

const standard = (id: string, more: Partial<StandardAgreementOnWire>): StandardAgreementOnWire => ({
  standard: id,
  title: `Title of ${id}`,
  kind: 'standard',
  units: 40,
  contacts: 40,
  reviewers: 2,
  drawn: true,
  alpha: 0.8,
  alphaInterval: { low: 0.7, high: 0.9 },
  ac1: 0.82,
  ac1Interval: { low: 0.7, high: 0.9 },
  same: 0.9,
  prevalence: 0.2,
  shares: [0.8, 0.2, 0, 0],
  standing: 'holds',
  needed: 0,
  olderWording: 0,
  differing: [],
  told: ['In 40 double reviews people said the same 90 times of 100.'],
  differs: null,
  machine: [
    { marker: 'cue', contacts: 40, drawn: true, same: 0.9, kappa: 0.71, alpha: 0.7, alphaInterval: null, ac1: 0.8 },
  ],
  ...more,
});
const told: AgreementOnWire = {
  rule: { floor: 0.667, doubles: 30 },
  reviews: 160,
  doubles: 80,
  standards: [
    standard('a.good', {}),
    standard('b.poor', { standing: 'reword-or-split', same: 0.6, alpha: 0.1, differs: 'In 9 of 12 one said “met”.' }),
  ],
  outcomes: [{ calibration: 'cal1', name: 'March', decision: 'reword', note: 'Say when.\u001b[2J', on: '2026-03-02' }],
  reviewers: [
    {
      member: 'm1',
      name: 'Ann',
      you: false,
      marks: 80,
      doubles: 80,
      disputed: 0,
      overturned: 0,
      same: 0.75,
      alpha: 0.4,
      alphaInterval: null,
      ac1: 0.5,
      strictness: {
        marks: 80,
        contacts: 40,
        own: 0.3,
        others: 0.2,
        by: 0.1,
        low: 0.02,
        high: 0.18,
        drawn: { by: 0.08, low: 0.01, high: 0.15 },
      },
    },
  ],
  can: { rule: true, seeReviewers: true, calibrate: true },
};

it('lists poor standards first, with what people differ over, and reviewers for whoever answers for them', () => {
  const text = agreementText(told, 80);
  expect(text.indexOf('Title of b.poor')).toBeLessThan(text.indexOf('Title of a.good'));
  expect(text).toContain('reword or split');
  expect(text).toContain('In 9 of 12 one said “met”.');
  expect(text).toMatch(/Ann +80 +80 +75 % +8 in 100 oftener than others/);
  expect(agreementText({ ...told, reviewers: [] }, 80)).not.toContain('reviewer ');
  expect(agreementText({ ...told, standards: [] }, 80)).toContain('Make a plan under Reviews');
});

it('tells one standard in sentences, with its markers and what calibrations decided', () => {
  const text = oneAgreementText(told, 'a.good', 80);
  expect(text).toContain('cue: kappa with people 0.71, in 40 contacts');
  expect(text).toContain('2026-03-02, March: reword. Say when.');
  expect(text).not.toContain('\u001b');
  expect(oneAgreementText(told, 'c.none', 80)).toContain('Nobody has reviewed');
});

it('tells calibrations, and of one where people differed, in the words of the act', () => {
  const one = {
    id: 'cal1',
    name: 'March\u001b[2J',
    state: 'closed',
    due: '2026-03-01',
    madeOn: '2026-02-20',
    allIn: 2,
  } as const;
  const list = calibrationsText(
    {
      calibrations: [
        {
          ...one,
          contacts: 4,
          standards: ['No one left waiting'],
          people: 2,
          yours: null,
          same: { times: 3, of: 4 },
          reworded: 1,
        },
      ],
      can: { run: true },
    },
    80,
  );
  expect(list).toContain('closed; 4 contacts by 1 standard, 2 of 2 people in');
  expect(list).toContain('all said the same 3 times of 4; 1 standard to reword or split');
  expect(calibrationsText({ calibrations: [], can: { run: true } }, 80)).toContain('no calibration yet');
  const cell = {
    standard: 'atrocity.hold',
    said: [
      { who: 'A', you: false, verdict: 'failed' as const },
      { who: 'B', you: false, verdict: 'met' as const },
    ],
    machine: null,
    same: false,
    key: { verdict: 'failed' as const, because: 'It was.' },
    comments: [],
  };
  const whole: CalibrationOnWire = {
    ...one,
    revealedBecause: 'all-in',
    standards: [
      {
        id: 'atrocity.hold',
        title: 'Left on hold',
        says: '',
        kind: 'atrocity',
        same: { times: 0, of: 1 },
        outcome: null,
        changed: [],
      },
    ],
    people: [
      { who: 'A', you: false, in: true, near: null },
      { who: 'B', you: false, in: true, near: null },
    ],
    yours: [],
    contacts: [{ contact: 'c1', channel: 'phone', turns: [], cells: [cell] }],
    open: 0,
    can: { run: true, talk: true, names: false },
  };
  const text = calibrationText(whole, 100);
  expect(text).toContain('c1, Left on hold: A happened, B didn’t happen; the key: happened');
  expect(text).not.toContain('\u001b');
});
