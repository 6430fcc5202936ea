import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainStart,
  compareEarlier,
  compareEnd,
  nextLine,
  readHead,
  writeHead,
  type LedgerWrong,
} from './chain.core.ts';
import { digestOf, firstPrev, hashOf, type LedgerLine } from './event.core.ts';

function chainOf(length: number): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const unhashed = {
      orgId: 'harbor',
      seq,
      at: '2026-03-01T12:00:00.000Z',
      actor: 'cli',
      kind: 'contacts.added',
      subjects: [`c${seq}`],
      salt: `s${seq}`,
      digest: seq % 2 === 0 ? null : `d${seq}`,
      prev: lines.at(-1)?.hash ?? firstPrev,
    };
    lines.push({ ...unhashed, hash: hashOf(unhashed) });
  }
  return lines;
}

function read(lines: readonly LedgerLine[], head = chainOf(0).at(-1)): LedgerWrong[] {
  let state = chainStart;
  const wrong: LedgerWrong[] = [];
  for (const line of lines) {
    const next = nextLine(state, line, 100);
    state = next.state;
    wrong.push(...next.wrong);
  }
  return head ? [...wrong, ...compareEnd(state.last, head)] : wrong;
}

const chainAndPlace = fc
  .integer({ min: 3, max: 40 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 0, max: length - 1 })));

describe('a chain', () => {
  it('holds as it was written, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (length) => {
        expect(read(chainOf(length), chainOf(length).at(-1))).toEqual([]);
      }),
    );
  });

  it('names a line changed in any field', () => {
    const changes: Partial<LedgerLine>[] = [
      { at: '2026-03-02T12:00:00.000Z' },
      { actor: 'other' },
      { kind: 'contacts.erased' },
      { subjects: [] },
      { subjects: ['c1', 'c2'] },
      { salt: 'x' },
      { digest: 'x' },
      { orgId: 'rival' },
      { hash: 'f'.repeat(64) },
    ];
    fc.assert(
      fc.property(chainAndPlace, fc.constantFrom(...changes), ([length, place], change) => {
        const lines = chainOf(length).map((line, index) => (index === place ? { ...line, ...change } : line));
        const wrong = read(lines, chainOf(length).at(-1));
        expect(wrong[0]).toMatchObject({ seq: place + 1, flaw: 'changed' });
        expect(wrong.every((each) => each.seq <= place + 2)).toBe(true);
      }),
    );
  });

  it('names a line changed and hashed again where the next no longer follows', () => {
    fc.assert(
      fc.property(chainAndPlace, ([length, place]) => {
        const lines = chainOf(length).map((line, index) =>
          index === place ? { ...line, kind: 'x', hash: hashOf({ ...line, kind: 'x' }) } : line,
        );
        const wrong = read(lines, chainOf(length).at(-1));
        expect(wrong).toMatchObject([{ seq: Math.min(place + 2, length), flaw: 'rewritten' }]);
      }),
    );
  });

  it('names every line that is missing from the middle', () => {
    fc.assert(
      fc.property(chainAndPlace, ([length, place]) => {
        fc.pre(place < length - 1);
        expect(read(chainOf(length).toSpliced(place, 1), chainOf(length).at(-1))).toMatchObject([
          { seq: place + 1, flaw: 'missing' },
        ]);
      }),
    );
  });

  it('names two lines that changed places, each with the number it was written as', () => {
    fc.assert(
      fc.property(chainAndPlace, ([length, place]) => {
        fc.pre(place < length - 1);
        const lines = chainOf(length);
        const [one, two] = [lines[place]!, lines[place + 1]!];
        const swapped = lines.with(place, { ...two, seq: one.seq }).with(place + 1, { ...one, seq: two.seq });
        const wrong = read(swapped).filter((each) => each.flaw === 'reordered');
        expect(wrong.map((each) => each.seq)).toEqual([one.seq, two.seq]);
        expect(wrong[0]?.sentence).toContain(`written as ${two.seq}`);
      }),
    );
  });

  it('names a cut-off end, by the head of the store and by one written down', () => {
    fc.assert(
      fc.property(chainAndPlace, ([length, place]) => {
        const whole = chainOf(length);
        const cut = whole.slice(0, place);
        const last = cut.at(-1) ?? chainStart.last;
        expect(read(cut, whole.at(-1))).toMatchObject([{ seq: place + 1, flaw: 'cut-off' }]);
        expect(compareEarlier(whole.at(-1)!, null, last)).toMatchObject([{ seq: place + 1, flaw: 'cut-off' }]);
      }),
    );
  });

  it('tells a chain that was replaced as a whole by a head written down', () => {
    const earlier = chainOf(5).at(-1)!;
    const found = { seq: 5, hash: 'e'.repeat(64) };
    expect(compareEarlier(earlier, found, found)).toMatchObject([{ seq: 5, flaw: 'not-this-chain' }]);
    expect(compareEarlier(earlier, earlier, chainOf(9).at(-1)!)).toEqual([]);
  });

  it('says when lines were added past the end', () => {
    expect(read(chainOf(4), chainOf(3).at(-1))).toMatchObject([{ seq: 4, flaw: 'added' }]);
  });
});

describe('a head', () => {
  it('reads back as it was written, and nothing else does', () => {
    const head = { seq: 12, hash: 'a'.repeat(64) };
    expect(readHead(writeHead(head))).toEqual(head);
    for (const text of ['', '12', 'a'.repeat(64), `-1:${'a'.repeat(64)}`, `12:${'g'.repeat(64)}`])
      expect(readHead(text)).toBeNull();
  });
});

describe('the digest of a content', () => {
  it('differs by key and by salt, so that equal contents are not seen to be equal', () => {
    const key = new Uint8Array(32).fill(1);
    const other = new Uint8Array(32).fill(2);
    expect(
      new Set([
        digestOf(key, 'a', 'words'),
        digestOf(key, 'b', 'words'),
        digestOf(other, 'a', 'words'),
        digestOf(key, 'a', 'word'),
      ]).size,
    ).toBe(4);
  });
});
