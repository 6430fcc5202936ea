// The version of a standard: the digest of everything that decides its marks. Words that only explain (says, because,
// instead) are in it too, since a mark is shown beside them.
import { sha256 } from '../../kernel/digest.ts';
import type { Condition, Pack } from '../pack.core.ts';
import { findCue, findSituation } from './find-names.ts';
import { cuesInPhrase, everyCondition } from './link.ts';

/** Raised whenever the engine may mark the same words differently. */
export const engineVersion = '5';

/** Version by standard id: 12 hex digits over the standard, the cues and situations it uses, their own, and the engine's version. */
export function standardVersions(packs: readonly Pack[]): Map<string, string> {
  const versions = new Map<string, string>();
  for (const pack of packs) {
    for (const entry of pack.standards) {
      const used = new Map<string, string>();
      for (const condition of [entry.appliesWhen, entry.metWhen, entry.failedWhen, entry.doneWhen, entry.couldWhen])
        if (condition) collect(packs, pack, condition, used);
      const { place: _, examples: __, title: ___, failing: ____, applies: _____, ...own } = entry;
      const parts = [
        engineVersion,
        pack.language,
        plain(own),
        ...[...used].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => `${name}=${text}`),
      ];
      versions.set(entry.id, sha256(parts.join('\u001f')).slice(0, 12));
    }
  }
  return versions;
}

function collect(packs: readonly Pack[], pack: Pack, condition: Condition, used: Map<string, string>): void {
  for (const { core } of everyCondition(condition)) {
    const names = core.kind === 'says' ? core.cues.map((cue) => cue.name) : core.kind === 'situation' ? core.names : [];
    for (const name of names) {
      const situation =
        core.kind === 'situation' || !findCue(packs, pack, name) ? findSituation(packs, pack, name) : null;
      if (situation) {
        const key = `situation:${situation.pack.name}/${name}`;
        if (used.has(key)) continue;
        used.set(key, plain(situation.situation.condition));
        collect(packs, situation.pack, situation.situation.condition, used);
      } else collectCue(packs, pack, name, used);
    }
  }
}

function collectCue(packs: readonly Pack[], pack: Pack, name: string, used: Map<string, string>): void {
  const found = findCue(packs, pack, name);
  if (!found) return;
  const key = `cue:${found.pack.name}/${found.cue.name}`;
  if (used.has(key)) return;
  used.set(key, found.cue.phrases.map((phrase) => phrase.text).join('|'));
  for (const phrase of found.cue.phrases)
    for (const inner of cuesInPhrase(phrase)) collectCue(packs, found.pack, inner, used);
}

// Places in the file decide nothing, so moving a line keeps the version.
function plain(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'place' ? undefined : inner));
}
