// Check packs as their author would, and try a piece of text: both without a store.
import { checkPacks } from './check-packs.ts';
import type { Channel } from './encounter.core.ts';
import { compiledLast } from './compiled-last.ts';
import { noWords } from './engine/compile-packs.ts';
import { linkErrors } from './engine/link.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import type { Pack } from './pack.core.ts';
import { packsBeside, readAll, type PackFile } from './packs.use.ts';
import { errorsText, examplesText, triedText } from './standards-text.ts';
import { listStandards } from './standards.use.ts';
import { encounterOfText } from './try-text.ts';
import { withChanges } from './with-changes.ts';

/** Check some packs beside those in use; without any, those in use themselves. Only the given files' examples are run then. */
export async function checkFiles(files: readonly PackFile[], ownPacks: string) {
  const { packs, errors: own } = readAll(files);
  const beside = await packsBeside(packs, ownPacks);
  const all = withChanges([...beside.packs, ...beside.given]);
  const errors = [...own, ...beside.errors, ...(own.length + beside.errors.length === 0 ? linkErrors(all) : [])];
  if (errors.length > 0) return { ok: false, errors: errors.length, examples: 0, failing: 0, text: errorsText(errors) };
  const names = new Set(packs.map((pack) => pack.name));
  const results = checkPacks(all).filter((one) => names.size === 0 || names.has(one.pack));
  const failing = results.filter((one) => !one.passed).length;
  return { ok: failing === 0, errors: 0, examples: results.length, failing, text: examplesText(results) };
}

/** Mark a pasted text with the packs. */
export function tryText(packs: readonly Pack[], text: string, channel: Channel | undefined) {
  const encounter = encounterOfText(text, channel);
  const said = markEncounter(compiledLast(packs, noWords), encounter);
  return {
    kinds: [...said.kinds],
    turns: encounter.turns.map(({ speaker, text: words }) => ({ speaker, text: words })),
    marks: said.marks.map(({ standard, verdict, confidence, evidence, why }) => ({
      standard,
      verdict,
      confidence,
      evidence: evidence.map((one) => ({ ...one })),
      ...(why === undefined ? {} : { why }),
    })),
    text: triedText(encounter, said, listStandards(packs)),
  };
}
