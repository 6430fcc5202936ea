// Whatever is done to the bytes of a file of any format, reading ends without an error and what it gives is well formed.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll, workbookOf, zipOf } from './reading.fixture.ts';

const record = {
  id: 'a',
  turns: [
    { speaker: 'agent', text: 'Hello.', start: 0 },
    { speaker: 'customer', text: 'Hi "you".', start: 1 },
  ],
};
const csv = 'call_id,speaker,text,time\na,Agent,"Hello, you",1\na,Customer,Hi,2\nb,Agent,"Two\nlines",1\n';
const seeds: readonly (readonly [string, Buffer])[] = [
  [
    'vcon',
    Buffer.from(
      JSON.stringify({
        vcon: '0.0.1',
        uuid: 'u',
        parties: [{ name: 'Rosa', role: 'agent' }],
        dialog: [{ type: 'text', start: '2026-03-01T10:00:00Z', parties: [0], body: 'Hello' }],
        analysis: [{ type: 'transcript', body: { transcript: 'a\n\nb' } }],
      }),
    ),
  ],
  ['webvtt', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Hello\n\n00:03.000 --> 00:04.000\nCaller: Hi\n')],
  ['srt', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nRep: Hello.\n\n2\n00:00:02,000 --> 00:00:03,000\nHi.\n')],
  ['text', Buffer.from('Call ID: 7\n\n[00:12] Rep: Hello.\n[00:15] Caller: Hi there?\nmore\n---\nAgent: Good day.\n')],
  ['csv', Buffer.from(csv)],
  ['form', Buffer.from('Visit,Greeted?,Stood up?,Shown round?\n1,Yes,No,Yes\n2,No,No,"x\ny"\n')],
  ['jsonl', Buffer.from(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`)],
  ['json', Buffer.from(JSON.stringify([record, record], null, 1))],
  [
    'transcribe',
    Buffer.from(
      JSON.stringify({
        results: {
          items: [
            {
              start_time: '0',
              end_time: '1',
              speaker_label: 'spk_0',
              alternatives: [{ content: 'Hi', confidence: '1' }],
            },
          ],
        },
      }),
    ),
  ],
  ['utf-16', Buffer.from('\ufeffAgent: Hello.\nCustomer: Hi.\n', 'utf16le')],
  [
    'zip',
    zipOf([
      { name: 'a.csv', content: csv },
      { name: 'b.txt', content: 'Agent: Hello.\nCustomer: Hi.\n' },
    ]),
  ],
  ['gzip', gzipSync(csv)],
  [
    'xlsx',
    workbookOf([
      ['call_id', 'speaker', 'text'],
      ['a', 'Agent', 'Hello.'],
    ]),
  ],
];

type Change = {
  readonly at: number;
  readonly kind: 'flip' | 'cut' | 'double' | 'put';
  readonly byte: number;
  readonly length: number;
};
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom('flip', 'cut', 'double', 'put'),
  byte: fc.oneof(fc.constantFrom(...Buffer.from('"\n,:{}[]\\\0\u001b<\t-')), fc.integer({ min: 0, max: 255 })),
  length: fc.integer({ min: 1, max: 40 }),
});

function changed(bytes: Buffer, { at, kind, byte, length }: Change): Buffer {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  if (kind === 'cut') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'double') return Buffer.concat([before, after.subarray(0, length), after]);
  return Buffer.concat([before, Buffer.from([byte]), kind === 'flip' ? after.subarray(1) : after]);
}

test.each(seeds)(
  'never throws on changed bytes: %s',
  async (format, seed) => {
    const archive = ['zip', 'gzip', 'xlsx'].includes(format);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1, 7, 4_096),
        async (changes, piece) => {
          const bytes = changes.reduce(changed, seed);
          const { contacts, rejects, items, left } = await readAll(bytes, {}, 'given', archive ? 4_096 : piece);
          expect(items.length).toBeGreaterThan(0);
          expect(left).toEqual([]);
          for (const draft of contacts) {
            expect(draft.source.originalId).toBeTypeOf('string');
            expect(draft.turns.length + draft.answers.length).toBeGreaterThanOrEqual(0);
            for (const turn of draft.turns) expect(turn.text).toMatch(/^\S(?:.*\S)?$/su);
            if (draft.timing !== 'none') expect(draft.turns.every((turn) => Number.isFinite(turn.start))).toBe(true);
          }
          for (const one of rejects) expect(one.expected && one.remedy).toBeTruthy();
        },
      ),
      { numRuns: archive ? 100 : 300 },
    );
  },
  120_000,
);
