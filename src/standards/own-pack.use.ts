// A set of the organisation's own put in place or taken out: checked as it would be when it is loaded, so that what is there always
// loads; and which standards are kept follows.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import { keepStandards } from '../people/keep-standards.use.ts';
import { readOrganisation } from '../people/people-record.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { checkFiles } from './check-and-try.use.ts';
import { packUnknown } from './choose-packs.use.ts';
import { keptIds } from './kept-standards.ts';
import { isPackFile } from './pack-files.core.ts';
import { readPack } from './pack.ts';
import { loadPacks } from './packs.use.ts';
import { assertMayChangeStandards } from './standards.access.ts';
import { writeWhole } from './write-pack-file.ts';

/**
 * Puts a set in place, or in the place of the one of its name. Its standards are kept from then on.
 * @returns its name
 * @throws Fault `standards-change-forbidden`, `pack-refused` with what is wrong and where
 */
export async function putOwnPack(work: Work, ownPacks: string, text: string): Promise<string> {
  assertMayChangeStandards(work.actor);
  const { pack, errors } = readPack('this file', text);
  if (!pack)
    throw refused(errors.map((one) => ({ pointer: `${one.line}:${one.column}`, detail: `${one.what} ${one.write}` })));
  const checked = await checkFiles([{ file: `${pack.name}.yaml`, text }], ownPacks);
  if (!checked.ok) throw refused([{ pointer: pack.name, detail: checked.text }]);
  const packs = await loadPacks(ownPacks);
  const before = await readOrganisation(work);
  const chosen = before?.standards ?? [];
  if (chosen.length > 0) {
    const gone = new Set(packs.find((one) => one.name === pack.name)?.standards.map((one) => one.id) ?? []);
    const stays = [...keptIds(packs, chosen)].filter((id) => !gone.has(id));
    await keepStandards(work, [...new Set([...stays, ...pack.standards.map((one) => one.id)])].toSorted());
  }
  await append(work, { kind: 'pack.changed', subjects: [pack.name], digestOf: text });
  // Last, so that a refused row leaves the folder as it was.
  const there = packs.find((one) => one.name === pack.name && one.path?.startsWith(ownPacks) === true)?.path;
  await writeWhole(ownPacks, there ?? join(ownPacks, fileOf(pack.name)), text);
  return pack.name;
}

/**
 * Takes an own set out; one that ships under its name is there again.
 * @throws Fault `standards-change-forbidden`, `pack-unknown`, `last-standard`, `pack-refused` where another set needs it
 */
export async function dropOwnPack(work: Work, ownPacks: string, name: string): Promise<void> {
  assertMayChangeStandards(work.actor);
  const packs = await loadPacks(ownPacks);
  const file = packs.find((one) => one.name === name && one.path?.startsWith(ownPacks) === true)?.path;
  if (file === undefined) throw packUnknown();
  const chosen = (await readOrganisation(work))?.standards ?? [];
  const before = chosen.length > 0 ? keptIds(packs, chosen) : null;
  const aside = `${file}.taken-out`;
  await rename(file, aside);
  try {
    const left = new Set((await loadPacks(ownPacks)).flatMap((pack) => pack.standards.map((one) => one.id)));
    if (before) {
      const kept = [...before].filter((id) => left.has(id));
      if (kept.length === 0)
        throw new Fault(
          'last-standard',
          'unready',
          'One standard at least is kept. Keep another before this one goes.',
        );
      await keepStandards(work, kept.toSorted());
    }
    await append(work, { kind: 'pack.removed', subjects: [name] });
  } catch (error) {
    await rename(aside, file);
    throw error;
  }
  await rm(aside);
}

/** Names that stand for something else in that folder are not a set's. */
function fileOf(name: string): string {
  const plain = `${name}.yaml`;
  return isPackFile(plain) ? plain : `set.${plain}`;
}

function refused(details: readonly { readonly pointer: string; readonly detail: string }[]): Fault {
  return new Fault(
    'pack-refused',
    'unready',
    'This set of standards was not put in place. Each mistake stands with its line; correct them and try again.',
    details,
  );
}
