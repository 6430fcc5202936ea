// The quick evaluation against the plain meaning of conditions, over random conditions, contacts and things heard in them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import { type Linked, type LinkedCore, type NamedLinked, plainly } from './compiled.core.ts';
import { Evaluation } from './evaluate.ts';
import { type Outcome } from './outcome.ts';
import { PlainEvaluation } from './plain-evaluation.test-data.ts';
import { planOf } from './plan.ts';
import type { Heard } from './scan.ts';
import { type Occurrence, Talk } from './talk.ts';

const cueCount = 5;
const turnLength = 40;
const cues = Array.from({ length: cueCount }, (_, at) => ({
  name: `c${at}`,
  customersName: false,
  wordless: at === 4,
  isQuestion: false,
}));

const threshold = fc.record({ is: fc.constantFrom('>', '>=', '<', '<=', '=' as const), value: fc.nat({ max: 4 }) });
const unit = fc.constantFrom('turns' as const, 'turns' as const, 'seconds' as const);
const by = fc.constantFrom(undefined, 'rep' as const, 'customer' as const, 'anyone' as const);
const within = fc.record({
  amount: fc.integer({ min: 1, max: 4 }),
  unit,
  from: fc.constantFrom('start', 'end' as const),
});
const depth = fc.createDepthIdentifier();
const seldom = <Thing>(one: fc.Arbitrary<Thing>): fc.Arbitrary<Thing | undefined> =>
  fc.oneof(
    { maxDepth: 3, depthIdentifier: depth },
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: one },
  );

const { condition } = fc.letrec<{ condition: Linked; core: LinkedCore; leaf: Linked; says: LinkedCore }>((tie) => ({
  says: fc
    .uniqueArray(fc.nat({ max: cueCount - 1 }), { minLength: 1, maxLength: 3 })
    .map((said) => ({ kind: 'says', cues: said })),
  leaf: fc.record({ core: tie('says'), by }).map((one) => ({ ...plainly(one.core), by: one.by })),
  core: fc.oneof(
    { maxDepth: 3, depthIdentifier: depth },
    tie('says'),
    tie('says'),
    fc.record({
      kind: fc.constantFrom('all', 'any', 'none', 'first-known' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('at-least' as const),
      least: fc.integer({ min: 1, max: 2 }),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 2 })
      .map((situations): LinkedCore => ({ kind: 'situation', situations })),
    fc.constantFrom(
      { kind: 'direction', direction: 'inbound' } as const,
      { kind: 'channel', channels: ['chat'] } as const,
      { kind: 'words', ratio: { is: '>', value: 0.5 } } as const,
      { kind: 'answered', question: 0, answer: 'yes' } as const,
    ),
    fc.record({
      kind: fc.constant('measure' as const),
      measure: fc.constantFrom('silence', 'talk-over', 'reply-time', 'rings', 'turns' as const),
      threshold,
    }),
  ),
  condition: fc
    .record({
      core: tie('core'),
      by,
      within: seldom(within),
      before: seldom(tie('leaf')),
      after: seldom(tie('condition')),
      notBefore: seldom(tie('leaf')),
      notAfter: seldom(tie('condition')),
      notPartOf: seldom(tie('leaf')),
      near: seldom(fc.record({ amount: fc.nat({ max: 3 }), unit, of: seldom(tie('leaf')) })),
      inOrder: fc.boolean(),
      count: seldom(threshold),
      ratio: seldom(fc.record({ is: fc.constantFrom('>', '<' as const), value: fc.constantFrom(0.2, 0.5) })),
    })
    .map((one): Linked => ({ ...plainly(one.core), ...one })),
}));

const encounter = fc
  .record({
    speakers: fc.array(fc.constantFrom('rep', 'customer', 'rep', 'customer', 'other' as const), { maxLength: 8 }),
    timing: fc.constantFrom('none', 'starts', 'full' as const),
    pace: fc.integer({ min: 1, max: 4 }),
    repCertainty: fc.constantFrom(1, 1, 0.5),
    channel: fc.constantFrom('phone', 'chat' as const),
    answer: fc.constantFrom('yes', 'no', ''),
  })
  .map(({ speakers, timing, pace, answer, ...more }): Encounter => ({
    ...more,
    language: 'en',
    timing,
    turns: speakers.map((speaker, at) => ({
      speaker,
      text: 'x'.repeat(turnLength),
      ...(timing === 'none' ? {} : { start: at * pace }),
      ...(timing === 'full' ? { end: at * pace + 2 } : {}),
    })),
    answers: answer === '' ? [] : [{ question: 'q', answer }],
  }));

const places = fc.array(
  fc.record({
    cue: fc.nat({ max: cueCount - 1 }),
    turn: fc.nat({ max: 7 }),
    from: fc.nat({ max: 35 }),
    length: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 14 },
);
type Places = typeof places extends fc.Arbitrary<infer All> ? All : never;

// As scanning leaves it: by cue, in order, without what overlaps, nothing of recordings.
function byCue(talk: Talk, all: Places): (Occurrence[] | undefined)[] {
  const found: (Occurrence[] | undefined)[] = Array.from({ length: cueCount }, () => undefined);
  for (const { cue, turn, from, length } of all.toSorted((a, b) => a.turn - b.turn || a.from - b.from)) {
    if (!talk.encounter.turns[turn] || talk.encounter.turns[turn].speaker === 'other') continue;
    const list = (found[cue] ??= []);
    const last = list.at(-1);
    if (last && last.turn === turn && last.to > from) continue;
    const to = from + length;
    list.push({
      turn,
      from,
      endTurn: turn,
      to,
      sureness: from % 2 ? 0.95 : 0.9,
      evidence: [talk.evidence(turn, from, to)],
    });
  }
  return found;
}

const plain = ({ found, against, ...rest }: Outcome): unknown => ({
  ...rest,
  found: found.map(shown),
  against: against.map(shown),
});
const shown = ({ turn, from, endTurn, to, sureness, evidence }: Occurrence): unknown => ({
  turn,
  from,
  endTurn,
  to,
  sureness,
  evidence,
});

it('finds what the plain meaning of a condition finds, in every part, whatever was asked before', () => {
  const seen = { yes: 0, no: 0, unsure: 0 };
  fc.assert(
    fc.property(
      fc.array(condition, { minLength: 3, maxLength: 5 }),
      encounter,
      places,
      fc.oneof({ weight: 3, arbitrary: fc.constant<Places>([]) }, { weight: 1, arbitrary: places }),
      (conditions, one, said, perhaps) => {
        const named = conditions.map((each, at): NamedLinked => ({ name: `n${at}`, language: 'en', condition: each }));
        // The first two are the situations that the others name: they name none themselves.
        const situations = named.slice(0, 2).map((each) => ({ ...each, condition: withoutSituations(each.condition) }));
        const asked = [...situations, ...named.slice(2)];
        const plan = planOf({ standards: [], situations, kinds: [], reasons: asked, heard: [], cues });
        const talk = new Talk(one);
        Object.assign(talk.words, { rep: 9 * talk.floors.rep, customer: 5 * talk.floors.customer });
        const clearly = byCue(talk, said);
        const heard: Heard = {
          // What may be heard need not be.
          mayHear: (cue) => clearly[cue] !== undefined || cue % 2 === 0,
          said: (cue) => clearly[cue],
          nearly: perhaps.length === 0 ? [] : byCue(talk, perhaps),
          answers: () => (one.answers.length === 0 ? undefined : [0]),
        };
        const quick = new Evaluation(plan, cues, talk, heard);
        const slow = new PlainEvaluation({ situations, cues }, talk, heard);
        for (const { check, name } of plan.languages.get('en')!.reasons) {
          const expected = slow.outcome(asked.find((each) => each.name === name)!.condition);
          seen[expected.truth]++;
          expect(new Evaluation(plan, cues, talk, heard).truth(check)).toBe(expected.truth);
          expect(plain(quick.outcome(check))).toEqual(plain(expected));
        }
      },
    ),
    { numRuns: 3000 },
  );
  // A comparison in which everything comes out one way would prove nothing.
  expect(Math.min(seen.yes, seen.no, seen.unsure)).toBeGreaterThan(1000);
});

function withoutSituations(linked: Linked): Linked {
  const inside = (one: Linked | undefined): Linked | undefined => one && withoutSituations(one);
  const { core } = linked;
  return {
    ...linked,
    core:
      core.kind === 'situation'
        ? { kind: 'says', cues: [0] }
        : 'of' in core
          ? { ...core, of: core.of.map(withoutSituations) }
          : core,
    before: inside(linked.before),
    after: inside(linked.after),
    notBefore: inside(linked.notBefore),
    notAfter: inside(linked.notAfter),
    notPartOf: inside(linked.notPartOf),
    near: linked.near && { ...linked.near, of: inside(linked.near.of) },
  };
}
