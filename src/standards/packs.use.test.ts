// Packs from disk: what ships is right, one's own can be added or replace one, and a wrong one is refused.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPacks, encounterOf } from './check-packs.ts';
import { compiledData, noWords, standardsOf, tryCompile } from './engine/compile-packs.ts';
import { fromBytes, toBytes } from './engine/compiled-bytes.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import { runnable } from './engine/runnable.ts';
import type { Encounter } from './encounter.core.ts';
import type { Pack } from './pack.core.ts';
import { loadPacks, packFiles, readAll } from './packs.use.ts';
import { checkFiles } from './check-and-try.use.ts';
import { keptIds } from './kept-standards.ts';
import { bare, whole } from './kept-packs.ts';
import { cueNames } from './cue-names.ts';
import { listStandards } from './standards.use.ts';

const shipped = join(import.meta.dirname, '../../packs');
let folder: string;
const cache = process.env['XDG_CACHE_HOME'];
beforeAll(async () => {
  process.env['XDG_CACHE_HOME'] = await mkdtemp(join(tmpdir(), 'cache-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'));
});
afterAll(async () => {
  await rm(process.env['XDG_CACHE_HOME']!, { recursive: true });
  if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = cache;
});

const own = (said: string): string =>
  `pack: own\ncues: {ahoy: ["ahoy"]}\nstandards:\n  - id: own.ahoy\n    says: Says ahoy.\n    met-when: {says: ahoy, by: rep}\n    examples: {met: ["rep: ${said}"], failed: ["rep: hm"]}\n`;

describe('packs that ship', () => {
  let packs: readonly Pack[];
  beforeAll(async () => {
    const read = readAll(await packFiles(shipped, { examples: true }));
    expect(read.errors).toEqual([]);
    ({ packs } = read);
  });
  it('load, and every example of theirs comes out as it says', () => {
    expect(packs.map((pack) => pack.name)).toContain('core');
    expect(
      checkPacks(packs)
        .filter((one) => !one.passed)
        .map((one) => `${one.file}:${one.line} ${one.standard} ${one.expected} ${one.got}`),
    ).toEqual([]);
  });
  it('mark the same once they were kept as bytes, whoever wrote down what was said', () => {
    const data = compiledData(packs, { business: ['Harbor Storage 24'], sites: [], products: [] });
    const [fresh, kept] = [runnable(data), runnable(fromBytes(toBytes(data)))];
    const said = packs.flatMap((pack) =>
      pack.standards.flatMap((one) => one.examples.map((example) => encounterOf(example, pack, one))),
    );
    // A few of each standard; every other one as if a machine had written it down: then words are also taken by their sound.
    const other = said
      .filter((_, at) => at % 8 === 0)
      .map((one, at): Encounter => (at % 2 === 0 ? one : { ...one, heardBy: 'recogniser' }))
      .filter((one) => JSON.stringify(markEncounter(kept, one)) !== JSON.stringify(markEncounter(fresh, one)));
    expect(other).toEqual([]);
  }, 120_000);
  it('are the same once they were kept', () => {
    expect(packs.map(bare).map(whole)).toEqual(packs);
  });
  it('have no cue that nothing listens for', async () => {
    const conditions = packs.flatMap(({ situations, standards }) => [
      ...situations.map(({ condition }) => condition),
      ...standards.flatMap((one) => [one.appliesWhen, one.metWhen, one.failedWhen, one.doneWhen, one.couldWhen]),
    ]);
    const texts = await Promise.all(packs.map(({ name }) => readFile(join(shipped, `${name}.yaml`), 'utf8')));
    // Without the pack: a name that two packs have is looked for in either.
    const listened = new Set([
      ...conditions.flatMap((one) => (one ? cueNames(one) : [])).map((one) => one.split('/').at(-1)),
      ...texts.flatMap((text) => [...text.matchAll(/\{(?:[a-z-]+\/)?([a-z-]+)\}/g)].map(([, name]) => name)),
    ]);
    // What causes sound like is listened for by the ladder.
    const idle = packs
      .filter(({ name }) => name !== 'words')
      .flatMap(({ cues }) => [...cues.keys()].filter((cue) => !listened.has(cue.split('/').at(-1))));
    expect(idle).toEqual([]);
  });
  it('have examples met, failed and not applicable, and say what to do instead', () => {
    for (const standard of packs.flatMap((pack) => pack.standards)) {
      expect(new Set(standard.examples.map((one) => one.expected)), standard.id).toEqual(
        new Set(['met', 'failed', 'not-applicable']),
      );
    }
  });
});

describe('packs of one’s own', () => {
  it('are added', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(join(folder, 'ladder.yaml'), 'not: a pack\n');
    expect((await loadPacks(folder)).at(-1)!.name).toBe('own');
  });
  it('replace one of the same name', async () => {
    await writeFile(join(folder, 'chat.yml'), own('ahoy').replace('pack: own', 'pack: chat'));
    const packs = await loadPacks(folder);
    expect(packs.filter((pack) => pack.name === 'chat').map((pack) => pack.standards.length)).toEqual([1]);
  });
  it('are refused where a form’s question names a cue that nobody has', async () => {
    const { packs } = readAll([
      {
        file: 'own.yaml',
        text: 'pack: own\nstandards:\n  - id: own.stood\n    says: Stands up.\n    met-when: {question: "{stood-up}", answered: yes}\n',
      },
    ]);
    const { compiled, errors } = tryCompile(packs, noWords);
    expect(compiled).toBeUndefined();
    expect(errors).toMatchObject([{ file: 'own.yaml', line: 5, what: 'There is no cue "stood-up".' }]);
  });
  it('are refused with a mistake, or with an example that comes out otherwise', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy').replace('by: rep', 'by: ren'));
    await expect(loadPacks(folder)).rejects.toMatchObject({
      slug: 'pack-refused',
      errors: [{ pointer: expect.stringMatching(/own\.yaml:6:\d+$/) }],
    });
    await writeFile(join(folder, 'own.yaml'), own('hello'));
    await expect(loadPacks(folder)).rejects.toMatchObject({
      slug: 'pack-refused',
      errors: [
        {
          pointer: expect.stringMatching(/own\.yaml:7:1$/),
          detail: expect.stringContaining('should be met and is failed'),
        },
      ],
    });
  });
  it('may be none', async () =>
    expect((await loadPacks(join(folder, 'nothing'))).length).toBe((await loadPacks()).length));
});

it('a file can be checked beside the packs that ship', async () => {
  await writeFile(join(folder, 'a.yaml'), own('hello'));
  const checked = await checkFiles(await packFiles(join(folder, 'a.yaml')), join(folder, 'nothing'));
  expect(checked).toMatchObject({ ok: false, errors: 0, examples: 2, failing: 1 });
});

describe('names of cues and situations', () => {
  // The words of the guide are what somebody begins with.
  const guide = async (): Promise<string> => {
    const text = await readFile(join(import.meta.dirname, '../../docs/guide/packs.md'), 'utf8');
    return /^## A worked example\n```yaml\n(.*?)^```$/ms.exec(text)![1]!;
  };
  const check = async (text: string) => checkFiles([{ file: 'mine.yaml', text }], folder);

  it('the worked example of the guide stands beside what ships, as it is written there', async () => {
    const checked = await check(await guide());
    expect(checked.text).toMatch(/^All \d+ examples of 3 standards come out as they should\.$/);
    expect(checked.ok).toBe(true);
  });
  it('of what ships mean the same with packs of one’s own beside them that have such names', async () => {
    const plain = await loadPacks();
    const names = plain.flatMap((pack) => [...pack.cues.keys(), ...pack.situations.map((one) => one.name)]);
    const cues = [...new Set(names)].map((name) => `  ${name}: ["ahoy"]`);
    await writeFile(
      join(folder, 'own.yaml'),
      own('ahoy').replace(/cues: .*/, `cues:\n${cues.join('\n')}\n  ahoy: ["ahoy"]`),
    );
    const mixed = await loadPacks(folder);
    const versions = (packs: readonly Pack[]) => new Map(standardsOf(packs).map(({ id, version }) => [id, version]));
    const before = versions(plain);
    const after = versions(mixed);
    expect([...before].filter(([id, version]) => after.get(id) !== version)).toEqual([]);
  });
  it('that more than one pack has are told to who writes one, with what to write, and never where a file lies', async () => {
    const greets = (head: string, said: string): string =>
      `pack: mine\n${head}standards:\n  - id: mine.greets\n    says: Greets.\n    met-when: {says: ${said}, by: rep}\n`;
    await writeFile(join(folder, 'own.yaml'), own('ahoy').replace('{ahoy:', '{thanks: ["ta"], ahoy:'));
    const both = await check(greets('', 'thanks'));
    expect(both.text).toMatch(/^mine\.yaml:5:\d+ {2}More than one pack has a cue "thanks"\./);
    expect(both.text).toContain('Write core/thanks or own/thanks.');
    for (const text of [greets('', 'own/thanks'), greets('uses: [own]\n', 'thanks'), greets('uses: core\n', 'thanks')])
      expect(await check(text)).toMatchObject({ ok: true });
    expect((await check(greets('uses: [cor]\n', 'thanks'))).text).toContain('There is no pack "cor".');
    await writeFile(join(folder, 'own.yaml'), own('ahoy').replace('says: ahoy', 'says: thanks'));
    await writeFile(join(folder, 'two.yaml'), 'pack: two\ncues: {thanks: ["ta"]}\n');
    await expect(loadPacks(folder)).rejects.toMatchObject({
      errors: [{ pointer: expect.stringMatching(/^own\.yaml:6:\d+$/) }],
    });
  });
});

describe('examples in a file of their own', () => {
  const examples = (of: string, id: string, said: string): string =>
    `examples-of: ${of}\nstandards:\n  ${id}:\n    met: ["rep: ${said}"]\n    not-applicable: []\n`;
  it('are run with the pack they name, and not read for marking', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(
      join(folder, 'own.examples.yaml'),
      examples('own', 'own.ahoy', 'ahoy there').replace('[]', '["rep: x"]'),
    );
    const { packs, errors } = readAll(await packFiles(folder, { examples: true }));
    expect(errors).toEqual([]);
    expect(checkPacks(packs).map(({ file, got }) => [file.endsWith('own.examples.yaml'), got])).toEqual([
      [false, 'met'],
      [false, 'failed'],
      [true, 'met'],
      [true, 'failed'],
    ]);
    expect(readAll(await packFiles(folder)).packs[0]!.standards[0]!.examples).toHaveLength(2);
  });
  it('refuse a pack of one’s own where one of them comes out otherwise', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(
      join(folder, 'own.examples.yaml'),
      examples('own', 'own.ahoy', 'good day').replace('    not-applicable: []\n', ''),
    );
    await expect(loadPacks(folder)).rejects.toMatchObject({
      errors: [{ pointer: expect.stringMatching(/own\.examples\.yaml:4:1/) as string }],
    });
  });
  it('name a pack and a standard that there are, or are refused with the line', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(join(folder, 'a.examples.yaml'), examples('own', 'own.ahoi', 'ahoy'));
    await writeFile(join(folder, 'b.examples.yaml'), examples('oven', 'own.ahoy', 'ahoy'));
    const { errors } = readAll(await packFiles(folder, { examples: true }));
    expect(errors.map((one) => [one.line, one.what])).toEqual([
      [5, 'There is no example under not-applicable.'],
      [3, 'The pack "own" has no standard "own.ahoi".'],
      [5, 'There is no example under not-applicable.'],
      [1, 'There is no pack "oven" for these examples.'],
    ]);
  });
});

it('the worked example of the guide is a pack, and its examples come out', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../docs/guide/packs.md'), 'utf8');
  const text = /```yaml\n(pack: boat-yard\n[\s\S]*?)```/.exec(guide)![1]!;
  const { packs, errors } = readAll([{ file: 'packs.md', text }]);
  expect(errors).toEqual([]);
  expect(checkPacks(packs).map((one) => [one.standard, one.expected, one.got])).toEqual(
    checkPacks(packs).map((one) => [one.standard, one.expected, one.expected]),
  );
  expect(await packFiles(join(folder, 'none'))).toEqual([]);
});

describe('a pack that changes another', () => {
  const change = (cues: string): string =>
    `pack: ours\nchanges: own\ncues: {${cues}}\nstandards:\n  - id: own.ahoy\n    says: Says ahoy, or avast.\n    met-when: {says: ahoy, by: rep}\n    examples: {met: ["rep: avast"], failed: ["rep: hm"]}\n`;
  it('takes the place of the standard of the same id, under the same set, and its cues are its own', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(
      join(folder, 'other.yaml'),
      'pack: other\nstandards:\n  - id: other.ahoy\n    says: Says it.\n    met-when: {says: ahoy, by: rep}\n    examples: {met: ["rep: ahoy"], failed: ["rep: avast"]}\n',
    );
    await writeFile(join(folder, 'ours.yaml'), change('ahoy: ["avast"]'));
    const packs = await loadPacks(folder);
    const listed = listStandards(packs).filter((one) => one.id.endsWith('.ahoy'));
    expect(listed.map(({ id, pack, says }) => [id, pack, says])).toEqual([
      ['other.ahoy', 'other', 'Says it.'],
      ['own.ahoy', 'own', 'Says ahoy, or avast.'],
    ]);
    expect([...keptIds(packs, ['own'])]).toEqual(['own.ahoy']);
  });
  it('finds the cues of the pack that it changes, and simply adds where that pack is gone', async () => {
    await writeFile(join(folder, 'own.yaml'), own('ahoy'));
    await writeFile(join(folder, 'ours.yaml'), change('').replace('"rep: avast"', '"rep: ahoy"'));
    expect((await loadPacks(folder)).at(-1)).toMatchObject({ name: 'own', standards: [] });
    await rm(join(folder, 'own.yaml'));
    await writeFile(join(folder, 'ours.yaml'), change('ahoy: ["avast"]'));
    expect((await loadPacks(folder)).at(-1)).toMatchObject({ name: 'ours', standards: [{ id: 'own.ahoy' }] });
  });
});
