import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Failure } from '../failure.core.ts';
import { noRecords } from '../records.core.ts';
import { asked, failure, settings } from './harbor.test-data.ts';
import { noRecord } from './reading.core.ts';
import { readWords, wordsAnswer } from './words.core.ts';

it('gives an answer to every kind of words that the shipped pack hears, and to no other', () => {
  const pack = parse(readFileSync(join(import.meta.dirname, '../../../packs/words.yaml'), 'utf8')) as {
    heard: Record<string, unknown>;
  };
  expect(Object.keys(wordsAnswer).toSorted()).toEqual(Object.keys(pack.heard).toSorted());
});

it('points each kind of words at a question that exists', () => {
  for (const one of Object.values(wordsAnswer)) expect(settings.rungs[one.rung - 1]).toBeDefined();
});

describe('words stand near what they explain', () => {
  const at = (turn: number) => ({ turn, from: 0, to: 9 });
  type Where = Pick<Failure['mark'], 'evidence' | 'searched'>;

  /** Does a word said in a turn answer its question for a mark that stands there? */
  const counts = (name: string, turn: number, where: Where): boolean => {
    const { searched: _, ...mark } = failure.mark;
    const said = asked(noRecords, { mark: { ...mark, ...where }, heard: [{ name, evidence: at(turn) }] });
    return readWords(said, wordsAnswer[name]!.rung, noRecord('Nothing.')) !== undefined;
  };

  it('words about one matter count within three turns of a piece of the evidence', () => {
    const where = { evidence: [at(10), at(40)] };
    expect([6, 7, 10, 13, 14, 37, 43, 44].filter((turn) => counts('policy-cited', turn, where))).toEqual([
      7, 10, 13, 37, 43,
    ]);
  });
  it('words about one matter count in the same turn as all the evidence', () => {
    expect(counts('chose-not-to', 5, { evidence: [at(5)] })).toBe(true);
  });
  it('evidence goes before what was searched, however wide or narrow', () => {
    const searched = { fromTurn: 0, toTurn: 9 };
    expect(counts('policy-cited', 1, { evidence: [at(9)], searched })).toBe(false);
  });
  it('without evidence they count inside twelve turns that were searched, and not inside thirteen', () => {
    expect(counts('needs-approval', 15, { evidence: [], searched: { fromTurn: 4, toTurn: 15 } })).toBe(true);
    expect(counts('needs-approval', 16, { evidence: [], searched: { fromTurn: 4, toTurn: 15 } })).toBe(false);
    expect(counts('needs-approval', 15, { evidence: [], searched: { fromTurn: 3, toTurn: 15 } })).toBe(false);
  });
  it('say nothing of a mark made from rings or times alone', () => {
    expect(counts('policy-cited', 0, { evidence: [] })).toBe(false);
    expect(counts('new-here', 0, { evidence: [] })).toBe(true);
  });
  it('words about the whole situation count wherever they are said', () => {
    for (const name of settings.words.situation) expect(counts(name, 90, { evidence: [at(2)] })).toBe(true);
    for (const name of settings.words.matter) expect(counts(name, 90, { evidence: [at(2)] })).toBe(false);
  });
  it('a later word that stands near counts where an earlier one does not, and only the near one is cited', () => {
    const heard = [at(1), at(20)].map((evidence) => ({ name: 'policy-cited', evidence }));
    const { searched: _, ...mark } = failure.mark;
    const said = asked(noRecords, { mark: { ...mark, evidence: [at(19)] }, heard });
    expect(readWords(said, 3, noRecord('Nothing.'))?.readFrom).toEqual([
      { kind: 'words', id: 'policy-cited', evidence: at(20) },
    ]);
  });
});
