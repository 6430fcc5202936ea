// What a policy or a procedure keeps of a version in its own tables is part of the record: before it changes, the state as it was goes to
// the old rows, and the version says when it changed.
import type { Work } from '../platform/db/work.ts';
import type { DocumentKind } from './document.core.ts';
import { touch } from './touch-version.store.ts';

/** To be called before the change; whoever calls was asked who may. @param because what it changes to, for the digest */
export async function beforeVersionChanges(
  work: Work,
  kind: DocumentKind,
  id: string,
  version: string,
  because: string,
): Promise<void> {
  await touch(work, kind, id, version, because);
}
