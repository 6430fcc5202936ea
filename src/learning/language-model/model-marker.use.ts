// A language model set, read, and taken off again; nothing is asked of it here.
import { Fault } from '../../kernel/fault.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { whyNotCallable } from '../../platform/http/calling-out.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { assertMayReadModel, assertMaySetModel } from './model-marker.access.ts';
import { monthOf, mostStandards, type ModelMarkerSettings } from './model-marker.core.ts';
import * as store from './model-marker.store.ts';
import { askedAs } from './question.core.ts';

/** What is set, without its key, and what was used this month. */
export interface ModelMarkerTold extends ModelMarkerSettings {
  readonly hasKey: boolean;
  readonly setAt: string;
  readonly used: store.Used;
}

/** What a sealed key is about: it opens for this organisation and this address alone. */
const about = (orgId: string, url: string): string => `language model ${orgId} ${url}`;

/**
 * Names the model, from now on.
 * @param key undefined leaves the one that is kept for the same address; null for a server that wants none
 * @throws Fault `language-model-forbidden`, `language-model-address`, `language-model-standards`
 */
export async function setModelMarker(
  work: Work,
  settings: ModelMarkerSettings,
  key: string | null | undefined,
  privateToo: boolean,
): Promise<void> {
  assertMaySetModel(work.actor);
  const why = whyNotCallable(settings.url, privateToo);
  if (why !== null)
    throw new Fault('language-model-address', 'malformed', why, [
      { pointer: '/url', detail: 'an address that may be called' },
    ]);
  const known = new Set((await standardsInUse(work)).map(({ id }) => id));
  const unknown = settings.standards.filter((id) => !known.has(id));
  if (unknown.length > 0 || settings.standards.length > mostStandards)
    throw new Fault(
      'language-model-standards',
      'malformed',
      `Name 1 to ${mostStandards} standards that contacts are marked by now. GET /v1/standards lists them.`,
      unknown.map((id) => ({ pointer: `/standards/${settings.standards.indexOf(id)}`, detail: `${id} isn't in use` })),
    );
  const before = await store.findModelMarker(work);
  const orgId = work.actor.orgId;
  const kept = before && before.url === settings.url ? before.keySealed : null;
  await store.writeModelMarker(work, {
    orgId,
    ...settings,
    standards: [...settings.standards],
    keySealed: key === undefined ? kept : key === null ? null : seal(work.key, about(orgId, settings.url), key),
    setAt: work.now,
    setBy: work.actor.id,
  });
  await append(work, {
    kind: 'language-model.set',
    subjects: [askedAs(settings)],
    digestOf: JSON.stringify([settings.provider, settings.url, settings.model, settings.standards, settings.share]),
  });
}

/** It is asked nothing more, and its key is forgotten; what it said stays. @throws Fault `language-model-forbidden` */
export async function removeModelMarker(work: Work): Promise<void> {
  assertMaySetModel(work.actor);
  if (await store.dropModelMarker(work)) await append(work, { kind: 'language-model.removed', subjects: [] });
}

/** What is set; null where nothing is. @throws Fault `language-model-forbidden` */
export async function readModelMarker(work: Work): Promise<ModelMarkerTold | null> {
  assertMayReadModel(work.actor);
  const row = await store.findModelMarker(work);
  if (!row) return null;
  const { keySealed, orgId: _org, setBy: _by, setAt, ...settings } = row;
  return {
    ...settings,
    hasKey: keySealed !== null,
    setAt: new Date(setAt).toISOString(),
    used: await store.usedIn(work, monthOf(work.now)),
  };
}

/** The same with its key, for who is about to ask it. @throws Fault `language-model-forbidden`, `language-model-not-set` */
export async function modelToAsk(work: Work): Promise<ModelMarkerSettings & { readonly key: string | null }> {
  assertMaySetModel(work.actor);
  const row = await store.findModelMarker(work);
  if (!row)
    throw new Fault(
      'language-model-not-set',
      'unready',
      'No language model is set, and none is needed. An owner can name one under Settings, Language model.',
    );
  const { keySealed, orgId, setBy: _by, setAt: _at, ...settings } = row;
  return { ...settings, key: keySealed === null ? null : unseal(work.key, about(orgId, row.url), keySealed) };
}

/** Tokens left of this month's budget; below 0 where an answer took more than was left. */
export async function tokensLeft(work: Work, { tokensAMonth }: ModelMarkerSettings): Promise<number> {
  const { tokensIn, tokensOut } = await store.usedIn(work, monthOf(work.now));
  return tokensAMonth - tokensIn - tokensOut;
}

export type { Used } from './model-marker.store.ts';
