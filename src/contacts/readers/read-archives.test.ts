// Archives: what is inside is read as if it stood alone; what is built to do harm is refused by name, and the rest is read.
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Header } from 'tar-stream';
import { expect, test } from 'vitest';
import { readAll, spoken, workbookOf, zipOf } from './reading.fixture.ts';

const call = 'Agent: Hello.\nCustomer: Hi.\n';
const good = { name: 'calls/1.txt', content: call };

async function tarOf(
  members: readonly (Partial<Header> & { name: string } & { content?: string | Buffer })[],
): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of members) tar.entry(header, content ?? '');
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test('reads zip, tar, tar.gz and gz, and names each contact by its path inside', async () => {
  const tar = await tarOf([good]);
  const inner = 'given/calls/1.txt';
  for (const [bytes, file] of [
    [zipOf([good]), inner],
    [tar, inner],
    [gzipSync(tar), inner],
    [gzipSync(call), 'given'],
  ] as const) {
    const { contacts, rejects, left } = await readAll(bytes);
    expect(rejects).toEqual([]);
    expect(contacts.map((draft) => draft.source.file)).toEqual([file]);
    expect(spoken(contacts[0])).toEqual(['Agent: Hello.', 'Customer: Hi.']);
    expect(left).toEqual([]);
  }
});

test('says of an archive that nothing is in it', async () => {
  const { contacts, rejects } = await readAll(zipOf([]));
  expect(contacts).toEqual([]);
  expect(rejects.map((one) => one.expected)).toEqual(['a zip archive with files in it']);
});

test('reads an archive in an archive, and refuses a third', async () => {
  const two = zipOf([{ name: 'in.zip', content: zipOf([good]) }]);
  expect((await readAll(two)).contacts).toHaveLength(1);
  const three = await readAll(zipOf([{ name: 'mid.zip', content: two }, good]));
  expect(three.contacts.map((draft) => draft.source.file)).toEqual(['given/calls/1.txt']);
  expect(three.rejects).toMatchObject([{ file: 'given/mid.zip/in.zip', expected: 'archives at most 2 deep' }]);
});

test.each([['../../etc/passwd'], ['/etc/passwd'], ['C:\\x.txt'], ['a/../../b.txt'], ['..\\b.txt']])(
  'refuses a member named %s, and reads the others',
  async (name) => {
    for (const bytes of [zipOf([{ name, content: call }, good]), await tarOf([{ name, content: call }, good])]) {
      const { contacts, rejects } = await readAll(bytes);
      expect(contacts.map((draft) => draft.source.file)).toEqual(['given/calls/1.txt']);
      expect(rejects).toHaveLength(1);
      expect(rejects[0]!.expected).toContain('inside the archive');
    }
  },
);

test('never follows links or devices inside', async () => {
  const zip = await readAll(
    zipOf([
      { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 },
      { name: 'pipe', content: '', mode: 0o010644 },
      good,
    ]),
  );
  expect(zip.rejects.map((one) => one.file)).toEqual(['given/link.txt', 'given/pipe']);
  const tar = await readAll(
    await tarOf([
      { name: 'link.txt', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard', type: 'link', linkname: 'x' },
      { name: 'dev', type: 'character-device' },
      good,
    ]),
  );
  expect(tar.rejects.map((one) => one.file)).toEqual(['given/link.txt', 'given/hard', 'given/dev']);
  expect(zip.contacts).toHaveLength(1);
  expect(tar.contacts).toHaveLength(1);
});

test('stops bombs by ratio and by size, and leaves nothing behind', async () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024, 'a');
  for (const bytes of [zipOf([good, { name: 'bomb.txt', content: zeros }]), gzipSync(zeros)]) {
    const { rejects, left } = await readAll(bytes, {}, 'given', 65_536);
    expect(rejects.some((one) => one.expected.includes('reasonable size'))).toBe(true);
    expect(left).toEqual([]);
  }
  const many = await readAll(zipOf([good, { ...good, name: '2.txt' }]), { limits: { archiveMembers: 1 } });
  expect(many.rejects[0]!.expected).toContain('reasonable size');
  const large = await readAll(zipOf([good, { ...good, name: '2.txt' }]), { limits: { archiveBytes: call.length + 1 } });
  expect(large.contacts).toHaveLength(1);
  expect(large.rejects).toMatchObject([{ file: 'given/2.txt' }]);
});

test('a zip whose sizes lie is stopped all the same', async () => {
  const zip = zipOf([{ name: 'liar.txt', content: Buffer.alloc(1_000_000, 'a') }, good]);
  const lying = Buffer.from(zip);
  // The uncompressed size in the central directory: 24 bytes behind its mark.
  lying.writeUInt32LE(10, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  const { contacts, rejects } = await readAll(lying);
  expect(rejects.map((one) => one.file)).toContain('given/liar.txt');
  expect(contacts.some((draft) => draft.source.file === 'given/calls/1.txt')).toBe(true);
});

test('a damaged or cut archive keeps what stood before the damage', async () => {
  const zip = await readAll(zipOf([good]).subarray(0, 60));
  expect(zip.rejects).toMatchObject([{ expected: 'a whole zip archive' }]);
  const rows = `call_id,speaker,text\n${Array.from({ length: 5_000 }, (_, i) => `c${i},Agent,Hello number ${i * 7919}.`).join('\n')}\n`;
  const gzip = await readAll(gzipSync(rows).subarray(0, 20_000));
  expect(gzip.contacts.length).toBeGreaterThan(1_000);
  expect(gzip.rejects.at(-1)!.expected).toBe('a whole gzip file');
  const tar = await readAll((await tarOf([good, { name: '2.txt', content: 'x'.repeat(5_000) }])).subarray(0, 3_000));
  expect(tar.contacts).toHaveLength(1);
  expect(tar.rejects.length).toBeGreaterThan(0);
});

test('passes over what packing tools add', async () => {
  const { items } = await readAll(
    zipOf([{ name: '__MACOSX/x', content: 'y' }, { name: '.DS_Store', content: 'z' }, good]),
  );
  expect(items).toHaveLength(1);
});

test('a workbook whose list of members is damaged is one reject, and reading ends', async () => {
  const whole = workbookOf([
    ['call_id', 'speaker', 'text'],
    ['a', 'Agent', 'Hello.'],
  ]);
  // The head of the last member in the list at the end.
  const damaged = Buffer.from(whole);
  damaged[damaged.lastIndexOf('PK\u0001\u0002')] = 0;
  const { contacts, rejects } = await readAll(damaged);
  expect(contacts).toEqual([]);
  expect(rejects).toMatchObject([{ expected: 'a whole workbook (XLSX)' }]);
});
