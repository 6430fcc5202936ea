// The lines of a standard, cut out of its pack, are a pack that says the same of it.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { writtenIn } from './changed-file.core.ts';
import { readPack } from './pack.ts';
import { loadPacks, pathOf } from './packs.use.ts';
import { changedSource, sourceOf } from './standard-source.ts';

it('standards that ship can be cut out, and read as they did', async () => {
  for (const pack of await loadPacks()) {
    const text = await readFile(pathOf(pack), 'utf8');
    // Every fifth: each is cut out of the whole file anew.
    for (const entry of pack.standards.filter((_, at) => at % 5 === 0)) {
      const file = changedSource(pack, entry, text);
      const read = readPack('changed.yaml', file);
      expect([entry.id, read.errors]).toEqual([entry.id, []]);
      expect(withoutPlaces(read.pack!.standards)).toEqual(withoutPlaces([entry]));
      expect(read.pack).toMatchObject({ changes: pack.name, language: pack.language });
      for (const [name, cue] of read.pack!.cues)
        expect(withoutPlaces(cue.phrases)).toEqual(withoutPlaces(pack.cues.get(name)!.phrases));
      expect(writtenIn(file)).toBe(sourceOf(pack, entry, text));
    }
  }
}, 120_000);

it('keeps what its author wrote beside it, and nothing of its neighbours', () => {
  const text = [
    'pack: small',
    'cues:',
    '  hello: ["hello"] # the first word',
    '  # of another',
    '  bye: ["bye"]',
    'standards:',
    '  - id: a.hello',
    '    # why it is so',
    '    says: Says hello.',
    '    met-when: {says: hello, by: rep}',
    '    examples: {met: ["rep: hello"], failed: ["rep: hm"]}',
    '',
    '  # Of the other one.',
    '  - {id: a.bye, says: Says bye., met-when: {says: bye, by: rep}, examples: {met: ["rep: bye"], failed: ["rep: hm"]}}',
    '',
  ].join('\n');
  const { pack } = readPack('small.yaml', text);
  expect(sourceOf(pack!, pack!.standards[0]!, text)).toBe(
    'cues:\n  hello: ["hello"] # the first word\nstandards:\n  - id: a.hello\n    # why it is so\n    says: Says hello.\n    met-when: {says: hello, by: rep}\n    examples: {met: ["rep: hello"], failed: ["rep: hm"]}\n',
  );
  expect(sourceOf(pack!, pack!.standards[1]!, text)).toContain('standards:\n  - {id: a.bye');
});

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'place' || key === 'file' ? undefined : inner)),
  );
}
