// A version kept whole as it is published, with its digest and what was decided of its change.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { sha256 } from '../../kernel/digest.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { DocumentKind } from '../document.core.ts';
import type { VersionText } from './version-text.core.ts';
import { writeText } from './version-text.store.ts';

export type TextToKeep = Omit<VersionText, 'sha256' | 'publishedBy' | 'publishedAt'>;

/** Whoever publishes was asked before. The line of the history vouches for the whole text. */
export async function keepVersionText(work: Work, kind: DocumentKind, text: TextToKeep): Promise<string> {
  const canonical = canonicalJson(text.content);
  const digest = sha256(canonical);
  await writeText(work, kind, { ...text, sha256: digest });
  const subjects = [`${kind}/${text.id}/${text.version}`, digest, text.draft, ...text.letters];
  await append(work, { kind: 'document.published', subjects, digestOf: canonical });
  return digest;
}
