// What is kept of compiled packs is found again by everything that decides it, and never trusted where it isn't whole.
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from './content-of-packs.ts';
import { noWords } from './engine/compile-packs.ts';
import { packOf } from './engine/pack.test-data.ts';
import { KeptFiles } from './kept-files.ts';

const text = `pack: a
cues:
  hello: ["hello", "!good (morning|evening)"]
  named: ["this is <business>"]
standards:
  - id: a.hello
    says: Greets.
    met-when: hello
    examples: {met: ["rep: hello"], failed: ["rep: hm"]}
`;
const harbor = { business: ['Harbor'], sites: ['Mill Road'], products: [] };

describe('the digest of what packs are compiled to', () => {
  const digest = contentOf([packOf(text)], harbor);
  it('is the same for the same packs and words, wherever they were read', () => {
    expect(contentOf([packOf(text, 'other.yaml')], { ...harbor, business: ['Harbor'] })).toBe(digest);
  });
  it('is the same whatever examples say, and for words that no pack asks for', () => {
    expect(contentOf([packOf(text.replace('"rep: hm"', '"rep: well"'))], harbor)).toBe(digest);
    expect(contentOf([packOf(text)], { ...harbor, sites: ['Hill'], products: ['unit'] })).toBe(digest);
  });
  it.each([
    ['a phrase', text.replace('good', 'fine')],
    ['whether a phrase counts inside a negation', text.replace('"!good', '"good')],
    ['a cue that nobody uses', text.replace('this is', 'here is')],
    ['a condition', text.replace('met-when: hello', 'met-when: {says: hello, by: rep}')],
    ['what a standard says', text.replace('Greets.', 'Says hello.')],
    ['the language', text.replace('pack: a\n', 'pack: a\nlanguage: es\n')],
    ['the name', text.replace('pack: a', 'pack: b')],
  ])('is another where %s is', (_, other) => {
    expect(contentOf([packOf(other)], harbor)).not.toBe(digest);
  });
  it('is another where a word is that a pack asks for', () => {
    expect(contentOf([packOf(text)], { ...harbor, business: ['Anchor'] })).not.toBe(digest);
    expect(contentOf([packOf(text)], noWords)).not.toBe(digest);
  });
});

describe('what is kept', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-'));
  });
  afterEach(async () => rm(folder, { recursive: true }));
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);

  it('is read again under its name', () => {
    const files = new KeptFiles(join(folder, 'new'), 2);
    expect(files.read('one')).toBeNull();
    files.keep('one', bytes);
    expect(new Uint8Array(files.read('one')!)).toEqual(bytes);
    expect(files.read('two')).toBeNull();
  });
  it('is passed over where it is damaged, cut short or stands under another name', async () => {
    const files = new KeptFiles(folder, 2);
    files.keep('one', bytes);
    const whole = await readFile(join(folder, 'one'));
    for (const at of [0, 40, whole.length - 1]) {
      await writeFile(
        join(folder, 'one'),
        whole.map((byte, place) => (place === at ? byte ^ 1 : byte)),
      );
      expect(files.read('one')).toBeNull();
    }
    await writeFile(join(folder, 'one'), whole.subarray(0, 60));
    expect(files.read('one')).toBeNull();
    await writeFile(join(folder, 'one'), '');
    expect(files.read('one')).toBeNull();
    await writeFile(join(folder, 'one'), whole);
    expect(files.read('one')).not.toBeNull();
    await rename(join(folder, 'one'), join(folder, 'two'));
    expect(files.read('two')).toBeNull();
  });
  it('goes where others were asked for since', async () => {
    const files = new KeptFiles(folder, 2);
    files.keep('one', bytes);
    files.keep('two', bytes);
    const [early, later] = [new Date(2020, 1), new Date(2021, 1)];
    await utimes(join(folder, 'one'), early, early);
    await utimes(join(folder, 'two'), later, later);
    files.read('one');
    files.keep('three', bytes);
    expect((await readdir(folder)).toSorted()).toEqual(['one', 'three']);
  });
  it('is nothing where the folder can’t be written, and nobody minds', async () => {
    await writeFile(join(folder, 'no-folder'), '');
    const files = new KeptFiles(join(folder, 'no-folder'), 2);
    files.keep('one', bytes);
    expect(files.read('one')).toBeNull();
  });
});
