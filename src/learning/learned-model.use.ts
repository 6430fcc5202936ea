// Learned models kept, read and forgotten.
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import type { Learned } from './cross-validation.core.ts';
import type { Figures } from './figures.core.ts';
import { dropModels, newestModel, writeModel } from './learned-model.store.ts';
import { assertMayReadDissatisfied, assertMayTeach } from './learning.access.ts';
import { toDocument, type ModelDocument, type TrainedOn } from './model-file.core.ts';

/** Asked before the long work begins. @throws Fault `training-forbidden` */
export function mayTrainNow(work: Work): void {
  assertMayTeach(work.actor);
}

/** From now on this is the model in use. @returns its id @throws Fault `training-forbidden` */
export async function keepModel(
  work: Work,
  learned: Learned,
  about: { readonly trainedOn: TrainedOn; readonly figures: Figures },
): Promise<string> {
  assertMayTeach(work.actor);
  const document = toDocument(learned, { madeAt: work.now, ...about });
  const content = JSON.stringify(document);
  const id = contentId('l', content);
  await writeModel(work.tx, {
    orgId: work.actor.orgId,
    id,
    purpose: document.purpose,
    madeAt: document.madeAt,
    document,
  });
  await append(work, { kind: 'model.learned', subjects: [id], digestOf: content });
  return id;
}

/** The model in use. @throws Fault `dissatisfied-forbidden`, `nothing-learned` */
export async function modelInUse(work: Work): Promise<{ id: string; document: ModelDocument }> {
  assertMayReadDissatisfied(work.actor);
  const found = await newestModel(work.tx, work.actor.orgId, 'dissatisfied');
  if (found) return found;
  throw new Fault(
    'nothing-learned',
    'unready',
    'Nothing has been learned yet: the program comes untrained. Rate turns of your own contacts, then: customary dissatisfied train FILE',
  );
}

/** Forgets every model, the one in use and those before it. @returns how many @throws Fault `training-forbidden` */
export async function forgetModels(work: Work): Promise<number> {
  assertMayTeach(work.actor);
  const ids = await dropModels(work.tx, work.actor.orgId, 'dissatisfied');
  if (ids.length > 0) await append(work, { kind: 'model.forgotten', subjects: ids });
  return ids.length;
}
