// Files made to exhaust their reader: each costs one reject, and whatever stands behind it in the same archive is read.
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readAll, spoken, zipOf } from './reading.fixture.ts';
import type { WasRead } from './reading.fixture.ts';

const call = 'Agent: Hello.\nCustomer: Hi.\n';
const levels = 50_000;
const hostile: readonly (readonly [string, string])[] = [
  ['objects', `${'{"turns":'.repeat(levels)}1${'}'.repeat(levels)}`],
  ['lists', `${'['.repeat(levels)}${']'.repeat(levels)}`],
  ['few lists too many', '[[[[[[[["Agent: Hello."]]]]]]]]'],
  ['lists of nothing', '[[],[[]]]'],
];

async function tarOf(members: readonly (readonly [string, string])[]): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of members) tar.entry({ name }, content);
  tar.finalize();
  return buffer(tar);
}

const inEach = async (content: string): Promise<WasRead[]> => {
  const members = [
    ['1.txt', call],
    ['2.json', content],
    ['3.txt', call],
    ['4.txt', call],
  ] as const;
  return [
    await readAll(await tarOf(members), {}, 'all.tar', 4_096),
    await readAll(zipOf(members.map(([name, text]) => ({ name, content: text }))), {}, 'all.zip', 4_096),
  ];
};

test.each(hostile)('nested %s cost one reject, and the files behind are read', async (_, content) => {
  for (const { contacts, rejects } of await inEach(content)) {
    expect(contacts.map((draft) => draft.source.file.slice(-5))).toEqual(['1.txt', '3.txt', '4.txt']);
    expect(rejects.filter((one) => one.file.endsWith('/2.json')).length).toBeGreaterThan(0);
    expect(rejects.every((one) => one.file.endsWith('/2.json'))).toBe(true);
  }
});

test('brackets inside words are no nesting, and a deep value costs that value only', async () => {
  const turns = [
    { speaker: 'agent', text: '[{'.repeat(1_000) },
    { speaker: 'customer', text: 'a \\" [[' },
  ];
  const line = JSON.stringify({ turns });
  const deep = `${'['.repeat(300)}${']'.repeat(300)}`;
  for (const file of [`${line}\n${deep}\n${line}\n`, `[${line},${deep},${line}]`]) {
    const { contacts, rejects } = await readAll(file, {}, 'calls.json');
    expect(contacts).toHaveLength(2);
    expect(spoken(contacts[1])).toHaveLength(2);
    expect(rejects).toMatchObject([{ row: 2, expected: 'JSON that is not nested too deep' }]);
  }
});

test('a label of a million blanks or figures costs no more than its length', async () => {
  for (const filling of [' ', '7']) {
    const speaker = `a${filling.repeat(1_000_000)}b`;
    const { contacts } = await readAll(JSON.stringify({ turns: [{ speaker, text: 'Hello.' }] }), {}, 'call.json');
    expect(contacts.map((draft) => spoken(draft).length)).toEqual([1]);
  }
});

test('a time too large for any clock stays a number', async () => {
  const turns = [{ speaker: 'agent', text: 'Hello.', start: 1e307, end: 1e308 }];
  const { contacts } = await readAll(JSON.stringify({ turns }), {}, 'call.json');
  for (const { start, end } of contacts.flatMap((draft) => draft.turns)) {
    expect(Number.isFinite(start ?? 0)).toBe(true);
    expect(Number.isFinite(end ?? 0)).toBe(true);
  }
});

test('a failure of the source itself is not blamed on the file', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(call);
    throw new Error('the pipe broke');
  };
  const { readContacts } = await import('./read.ts');
  const reading = async (): Promise<void> => {
    for await (const _ of readContacts({ name: 'call.txt', bytes: broken(), spoolDir: '/nowhere' }));
  };
  await expect(reading()).rejects.toThrow('the pipe broke');
});
