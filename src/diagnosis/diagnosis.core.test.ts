import { describe, expect, it } from 'vitest';
import { causes } from './finding.core.ts';
import type { Failure } from './failure.core.ts';
import { toDiagnosis } from './diagnosis.core.ts';
import { climb } from './ladder.core.ts';
import { asked, failure, procedure, settings, without } from './ladder/harbor.test-data.ts';
import { noRecords, type OwnAnswer, type Records } from './records.core.ts';
import { Roundup } from './roundup.core.ts';

const evidence = { turn: 1, from: 0, to: 4 };

/** Diagnoses some failures against one set of records. */
function diagnosed(
  failures: readonly Partial<Failure>[],
  records: Partial<Records>,
  outside = false,
  base: Failure = failure,
) {
  const { book, peers } = asked(records, {}, []);
  const roundup = new Roundup(settings, (rung, about, value) => book.ownAnswer(rung, about, value) !== undefined);
  failures.forEach((change, index) => {
    const one = { ...base, mark: { ...base.mark, id: `m${index}` }, ...change };
    roundup.add(one, climb({ failure: one, book, peers, settings }, outside));
  });
  return toDiagnosis(roundup, settings, (id) => (id === 'harbor' ? 'Harbor' : id));
}

const unwritten = { procedures: [{ ...procedure, task: 'x', steps: [] }] };

describe('a diagnosis of many failures', () => {
  it('adds the odds up to expected failures, which add up to the failures', () => {
    const { expected, failures } = diagnosed([{}, {}, { site: 'lakeside' }], unwritten);
    expect(failures).toBe(3);
    expect(causes.reduce((sum, cause) => sum + expected[cause], 0)).toBeCloseTo(3, 2);
    expect(expected.procedure).toBeGreaterThan(1);
  });

  it('makes one pattern over all sites, with what is the matter, what to do, an example and the records behind it', () => {
    const { patterns } = diagnosed([{}, { site: 'lakeside' }], unwritten);
    const [first] = patterns;
    expect(patterns).toHaveLength(1);
    expect(first).toMatchObject({
      site: null,
      cause: 'procedure',
      detail: 'missing',
      failures: 2,
      example: 'm0',
      standing: 'possible',
    });
    expect(first!.sentence).toBe('Nothing in writing asked for it.');
    expect(first!.fix).toMatch(/^Write .*Asks what the customer needs/);
    expect(first!.readFrom).toContainEqual({ kind: 'register', id: 'procedures' });
  });

  it('shows a site that stands outside the limits beside the pattern of all sites', () => {
    const { patterns } = diagnosed([{}, { site: 'lakeside' }], unwritten, true);
    expect(patterns.map((one) => `${one.site ?? 'all'}: ${one.standing}`).toSorted()).toEqual([
      'all: possible',
      'harbor: strong',
      'lakeside: strong',
    ]);
  });

  it('puts first what is worth most: expected failures times weight', () => {
    const heavy = { ...failure.standard, id: 'atrocity.x', weight: 5 };
    const { patterns } = diagnosed([{}, {}, { standard: heavy }], { ...unwritten, observations: [] });
    expect(patterns[0]!.standard).toBe('atrocity.x');
    for (let i = 1; i < patterns.length; i++) expect(patterns[i - 1]!.worth).toBeGreaterThanOrEqual(patterns[i]!.worth);
  });

  it('is worth reading from transcripts alone: causes from words, what to bring first, and ten questions at most', () => {
    const bare = without('day', 'startedAt', 'person', 'ratedAs', 'site');
    const words = [{ name: 'policy-cited', evidence }];
    const found = diagnosed([{ heard: words }, {}, {}, {}], noRecords, false, bare);
    expect(found.fromWordsOnly).toBe(1);
    expect(found.unled).toBe(3);
    expect(found.patterns[0]).toMatchObject({ cause: 'policy', detail: 'cited', standing: 'possible' });
    expect(found.bringFirst).toHaveLength(5);
    expect(found.bringFirst[0]!.record).toContain('the day, the site and the rep');
    expect(found.questions.length).toBeGreaterThan(5);
    expect(found.questions.length).toBeLessThanOrEqual(10);
    expect(found.questions.every((one) => one.asks.endsWith('?') && !one.asks.includes('{'))).toBe(true);
  });

  it('asks first for the facts that contacts lack, and never for one that they told', () => {
    const first = (base: Failure) => diagnosed([{}, {}, {}], noRecords, false, base).bringFirst[0]!;
    expect(first(without('day', 'startedAt'))).toMatchObject({
      record: 'A table with the day of each contact',
      settles: 3,
    });
    expect(first(without('site', 'person', 'ratedAs')).record).toBe(
      'A table with the site and the rep of each contact',
    );
    expect(first(failure).record).not.toMatch(/of each contact|People/);
  });

  it('asks first for people where the contacts name reps whom nobody put on record', () => {
    const { bringFirst } = diagnosed([{}, {}, { person: 'p-1' }], noRecords, false, without('person'));
    expect(bringFirst[0]).toMatchObject({ record: expect.stringMatching(/^People, under the names/), settles: 2 });
    expect(bringFirst.map((one) => one.record).join(' ')).not.toContain('of each contact');
  });

  it('counts each missing record once a failure, against its area', () => {
    const { gaps } = diagnosed([{}, {}], { duties: [], certificates: [] });
    expect(gaps).toContainEqual(expect.objectContaining({ area: 'procedure', rung: 2, failures: 2 }));
    expect(gaps).toContainEqual(expect.objectContaining({ area: 'training', rung: 8, failures: 2 }));
    expect(gaps.some((gap) => gap.rung === 1)).toBe(false);
  });
});

describe('the questions that would settle most', () => {
  const bare = { ...noRecords };
  it('ask for what has no record only, the one that moves most failures first', () => {
    const { questions } = diagnosed(
      [{}, {}, { standard: { ...failure.standard, id: 'closing.thanks', says: 'Thanks.' } }],
      bare,
    );
    expect(questions[0]!.settles).toBe(Math.max(...questions.map((one) => one.settles)));
    expect(diagnosed([{}], {}).questions.filter((one) => one.rung <= 8)).toEqual([]);
  });
  it('settle all standards of a task at once, where the question is about the task', () => {
    const { questions } = diagnosed([{}, { standard: { ...failure.standard, id: 'closing.thanks' } }], bare);
    const task = questions.find((one) => one.id === '8:task:new-enquiry');
    expect(task).toMatchObject({
      settles: 2,
      asks: 'Was everybody trained and tested in this kind of work before doing it alone: new enquiry?',
    });
  });
  it('name the site that they are about', () => {
    expect(diagnosed([{}], bare).questions.find((one) => one.rung === 6)!.asks).toContain('at Harbor');
  });
  it('are not asked again once answered, also where nobody knew', () => {
    const own = (id: string, answer: OwnAnswer['answer']): OwnAnswer => {
      const [rung, about, value] = id.split(':') as [string, OwnAnswer['about'], string];
      return { question: id, rung: Number(rung), about, value, answer, on: '2026-03-10' };
    };
    const ids = diagnosed([{}], bare).questions.map((one) => one.id);
    const after = diagnosed([{}], { ...bare, ownAnswers: [own(ids[0]!, 'no-record'), own(ids[1]!, 'yes')] });
    expect(after.questions.map((one) => one.id)).not.toContain(ids[0]);
    expect(after.questions.map((one) => one.id)).not.toContain(ids[1]);
  });
});
