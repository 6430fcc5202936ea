// Two people who wrote in one draft: what each changed since the save that they both began from is put together place by
// place. Where both changed the same place, what stands stays and the other text is told, so that no word is lost.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { DraftContent, DraftPart, Fields } from './draft.core.ts';

/** A place in a draft that two changed: `part:ID`, `field:NAME`, or the name of a part of the head. */
export interface Clash {
  readonly place: string;
  /** What the later writer had there; null: they took the part out. */
  readonly mine: unknown;
}

export interface Merged {
  readonly content: DraftContent;
  readonly clashes: readonly Clash[];
}

const headPlaces = ['title', 'intro', 'owner', 'from', 'reviewMonths', 'roles', 'sites'] as const;

/**
 * @param base the save that `mine` began from
 * @param theirs what stands now
 * @param mine what somebody wants to save
 */
export function mergeContents(base: DraftContent, theirs: DraftContent, mine: DraftContent): Merged {
  const clashes: Clash[] = [];
  const pick = <T>(place: string, was: T, stands: T, wants: T): T => {
    if (same(was, wants) || same(stands, wants)) return stands;
    if (same(was, stands)) return wants;
    clashes.push({ place, mine: wants });
    return stands;
  };
  const head: Record<string, unknown> = {};
  for (const name of headPlaces) head[name] = pick<unknown>(name, base[name], theirs[name], mine[name]);
  const fields: Record<string, Fields[string]> = {};
  for (const name of new Set([...Object.keys(theirs.fields), ...Object.keys(mine.fields)])) {
    const value = pick(
      `field:${name}`,
      base.fields[name] ?? null,
      theirs.fields[name] ?? null,
      mine.fields[name] ?? null,
    );
    if (value !== null) fields[name] = value;
  }
  const of = (content: DraftContent): Map<string, DraftPart> => new Map(content.parts.map((part) => [part.id, part]));
  const [was, stands, wants] = [of(base), of(theirs), of(mine)];
  const parts = new Map<string, DraftPart>();
  for (const id of new Set([...stands.keys(), ...wants.keys()])) {
    const part = pick(`part:${id}`, was.get(id) ?? null, stands.get(id) ?? null, wants.get(id) ?? null);
    if (part) parts.set(id, part);
  }
  const order = mergeOrder(idsOf(base), idsOf(theirs), idsOf(mine)).filter((id) => parts.has(id));
  return {
    content: { ...(head as unknown as DraftContent), fields, parts: order.map((id) => parts.get(id)!) },
    clashes,
  };
}

/** The order of whoever moved something (theirs, where both did), with what only the other has put after what it follows there. */
function mergeOrder(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const moved = (one: readonly string[]): boolean => {
    const before = base.filter((id) => one.includes(id));
    return one.filter((id) => base.includes(id)).some((id, at) => before[at] !== id);
  };
  const [lead, other] = moved(mine) && !moved(theirs) ? [mine, theirs] : [theirs, mine];
  const order = [...lead];
  for (const [at, id] of other.entries()) {
    if (order.includes(id)) continue;
    const before = other.slice(0, at).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order;
}

/** The content with what was kept aside put in the place where it belongs; a part of null is taken out. */
export function withPlace(content: DraftContent, place: string, value: unknown): DraftContent {
  if (place.startsWith('field:')) {
    const { [place.slice(6)]: _old, ...others } = content.fields;
    return { ...content, fields: value === null ? others : { ...others, [place.slice(6)]: value as Fields[string] } };
  }
  if (!place.startsWith('part:')) return { ...content, [place]: value };
  const id = place.slice(5);
  if (value === null) return { ...content, parts: content.parts.filter((part) => part.id !== id) };
  const part = value as DraftPart;
  const there = content.parts.some((one) => one.id === id);
  return {
    ...content,
    parts: there ? content.parts.map((one) => (one.id === id ? part : one)) : [...content.parts, part],
  };
}

export function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

const idsOf = (content: DraftContent): string[] => content.parts.map((part) => part.id);
