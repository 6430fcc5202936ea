// Leon has transcripts and nothing else. He gets a report all the same, asks why, answers questions and sees causes move.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/diagnosis/stream.shape.ts';
import { holdPlease, newAndAlone, wellServed } from './calls.ts';
import { newDesk, type Ran } from './desk.ts';

const desk = newDesk();
afterAll(async () => desk.clear());

let first: Ran;
let before: ReportDocument;

beforeAll(async () => {
  await desk.write('calls/hold-please.txt', holdPlease);
  await desk.write('calls/well-served.txt', wellServed);
  await desk.write('calls/new-and-alone.vtt', newAndAlone);
  first = await desk.run(['diagnose', 'calls', '--json', 'before.json']);
  before = await desk.report('before.json');
}, 240_000);

describe('transcripts without a record', () => {
  it('finds causes from the words, says how far they hold, and names the five records to bring first', () => {
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/from those words alone: possible at most/);
    expect(before.findings.every((one) => one.standing === 'possible')).toBe(true);
    const list = first.out.slice(first.out.indexOf('Bring these records first'));
    expect(list.match(/^ {2}[1-5]\. /gm)).toHaveLength(5);
  });

  it('reads a cause where the words gave one, and blames nobody without a record', () => {
    const rungs = before.findings.flatMap((one) => one.rungs).filter((rung) => rung.answer === 'yes');
    expect(rungs.length).toBeGreaterThan(0);
    for (const { odds } of before.findings) expect(Math.max(...Object.values(odds))).toBeGreaterThan(odds.personnel);
  });

  it('explains one failure as a person would: the words, twelve questions, the causes', async () => {
    const id = /customary explain (\S+?),? /.exec(`${first.err} `)![1]!;
    const told = await desk.run(['explain', id]);
    expect(told.code).toBe(0);
    const mark = before.marks.find((one) => one.id === id)!;
    const squeezed = told.out.replaceAll(/\s+/g, ' ');
    for (const piece of mark.evidence.slice(0, 1))
      expect(squeezed).toContain(piece.quote.replaceAll(/\s+/g, ' ').slice(0, 40));
    expect(squeezed).toMatch(/policy/);
    expect(squeezed).toMatch(/\b12\b/);
  });

  it('asks the questions, keeps each answer, and finds causes that have moved', async () => {
    const done = await desk.run(['answer', '--json', 'after.json'], {
      input: 'y\nn\ny\nn\n',
      env: { CUSTOMARY_ANSWERS_FROM_STDIN: '1' },
    });
    expect(done.code).toBe(0);
    expect(done.err).toContain('4 answered; finding causes again.');
    const after = await desk.report('after.json');
    const odds = (report: ReportDocument) =>
      new Map(report.findings.map((one) => [one.mark, JSON.stringify(one.odds)]));
    const was = odds(before);
    const moved = [...odds(after)].filter(([mark, now]) => was.get(mark) !== now);
    expect(after.marks).toEqual(before.marks);
    expect(moved.length).toBeGreaterThan(0);
  });

  it('does not ask where nobody can answer, but shows the questions', async () => {
    const asked = await desk.run(['answer']);
    expect(asked.code).toBe(3);
    expect(asked.out).toMatch(/^1\. .*\?/m);
  });
});

describe('a transcript from another program', () => {
  it('comes in through standard input', async () => {
    const taken = await desk.run(['import', 'contacts', '-', '--json', '-', '--rep', 'Speaker 1'], {
      input:
        'Speaker 1: Harbor Self Storage, good morning.\nSpeaker 2: Are you open on Sunday?\nSpeaker 1: From nine to five.\n',
    });
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.out)).toMatchObject({ contacts: 1, rejects: 0 });
  });
});
