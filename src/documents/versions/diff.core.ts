// What changed between two states of a document, part by part, and whether each change is material (it changes what somebody
// must, may or may not do, or for whom, or when) or editorial (spelling, punctuation). The comparison proposes; a person decides.
import type { DraftContent, DraftPart } from '../drafts/draft.core.ts';
import { same } from '../drafts/merge.core.ts';
import { wordsChanged, type Piece } from './words.core.ts';

export interface PartChange {
  /** The part's id; empty for the head. */
  readonly part: string;
  /** What of the head, e.g. `title`; `text` or a field's name of a part. */
  readonly field: string;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly weight: 'material' | 'editorial';
  /** Why, in words: what the weight was told by. */
  readonly because: readonly string[];
  readonly words: readonly Piece[];
}

/** Every difference in the order of the document after it; none where both are the same. @param before null: there was none */
export function diffContents(before: DraftContent | null, after: DraftContent): PartChange[] {
  if (!before)
    return [{ part: '', field: 'document', what: 'added', weight: 'material', because: ['it is new'], words: [] }];
  return [...headChanges(before, after), ...partChanges(before, after)];
}

export function isMaterial(changes: readonly PartChange[]): boolean {
  return changes.some((change) => change.weight === 'material');
}

/** Fields whose every change counts: whom it is for, and what the law says of it. */
const headWords: readonly [keyof DraftContent, string][] = [
  ['title', 'title'],
  ['intro', 'introduction'],
  ['owner', 'owner'],
  ['roles', 'roles it is for'],
  ['sites', 'sites it is for'],
];

function headChanges(before: DraftContent, after: DraftContent): PartChange[] {
  const found: PartChange[] = [];
  for (const [name] of headWords) {
    if (same(before[name], after[name])) continue;
    const [was, is] = [asText(before[name]), asText(after[name])];
    const told = name === 'title' || name === 'intro' ? weightOf(was, is) : null;
    const audience = name === 'roles' || name === 'sites';
    found.push({
      part: '',
      field: name,
      what: 'changed',
      weight: audience ? 'material' : (told?.weight ?? 'editorial'),
      because: audience ? ['it is for others than before'] : (told?.because ?? ['only who looks after it changed']),
      words: wordsChanged(was, is),
    });
  }
  for (const name of namesOf(before.fields, after.fields))
    found.push(...fieldChange('', name, before.fields[name], after.fields[name]));
  return found;
}

function partChanges(before: DraftContent, after: DraftContent): PartChange[] {
  const was = new Map(before.parts.map((part) => [part.id, part]));
  const is = new Set(after.parts.map((part) => part.id));
  const moved = movedIds(
    before.parts.map((part) => part.id).filter((id) => is.has(id)),
    after.parts.map((part) => part.id).filter((id) => was.has(id)),
  );
  const changes = after.parts.flatMap((part): PartChange[] => {
    const old = was.get(part.id);
    if (!old) return [whole(part, 'added')];
    return [...(moved.has(part.id) ? [movedPart(part)] : []), ...onePart(old, part)];
  });
  const gone = before.parts.filter((part) => !is.has(part.id)).map((part) => whole(part, 'removed'));
  return [...changes, ...gone];
}

function whole(part: DraftPart, what: 'added' | 'removed'): PartChange {
  return {
    part: part.id,
    field: 'text',
    what,
    weight: 'material',
    because: [what === 'added' ? 'it was not there before' : 'it is there no more'],
    words: [{ text: part.text, was: what }],
  };
}

function movedPart(part: DraftPart): PartChange {
  return {
    part: part.id,
    field: 'place',
    what: 'moved',
    weight: 'editorial',
    because: ['only its place changed'],
    words: [],
  };
}

function onePart(old: DraftPart, part: DraftPart): PartChange[] {
  const changes: PartChange[] = [];
  if (old.text !== part.text)
    changes.push({
      part: part.id,
      field: 'text',
      what: 'changed',
      ...weightOf(old.text, part.text),
      words: wordsChanged(old.text, part.text),
    });
  for (const name of namesOf(old.fields, part.fields))
    changes.push(...fieldChange(part.id, name, old.fields[name], part.fields[name]));
  for (const name of ['serves', 'obstructs'] as const)
    if (!same(old[name].toSorted(), part[name].toSorted()))
      changes.push({
        part: part.id,
        field: name,
        what: 'changed',
        weight: 'editorial',
        because: ['what it is linked to changed, not what it says'],
        words: wordsChanged(old[name].join(', '), part[name].join(', ')),
      });
  return changes;
}

function fieldChange(part: string, field: string, old: unknown, now: unknown): PartChange[] {
  if (same(old ?? '', now ?? '')) return [];
  const [was, is] = [asText(old), asText(now)];
  const weighed = explains.has(field) ? null : weightOf(was, is);
  return [
    {
      part,
      field,
      what: 'changed',
      weight: weighed?.weight ?? 'editorial',
      because: weighed?.because ?? ['it explains the rule and does not change it'],
      words: wordsChanged(was, is),
    },
  ];
}

/** Fields that say why a rule is there, and demand nothing. */
const explains = new Set(['purpose', 'protects', 'factor', 'task', 'goesWrong']);

const duties =
  /^(must|mustn['’]t|shall|should|shouldn['’]t|may|might|can|can['’]t|cannot|could|will|won['’]t|never|always|not|no|none|only|unless|except|without|before|after|until|within|if|or|and|every|all|any|each|most|least|more|less|than|do|don['’]t|need|needn['’]t|required?|optional|forbidden|allowed|refuse|approval?)$/i;

/** Weighs the change of one text: editorial only where words differ at most in spelling, punctuation or capitals. */
export function weightOf(before: string, after: string): Pick<PartChange, 'weight' | 'because'> {
  const [left, right] = [bare(before), bare(after)];
  if (left.join(' ') === right.join(' '))
    return { weight: 'editorial', because: ['only punctuation, capitals or layout changed'] };
  const because = new Set<string>();
  let spelling = 0;
  const { removed, added } = differing(left, right);
  for (const word of [...removed, ...added]) {
    if (/\p{N}/u.test(word)) because.add('a number changed');
    else if (duties.test(word)) because.add(`“${word}” was ${removed.includes(word) ? 'there before' : 'put in'}`);
  }
  if (because.size > 0) return { weight: 'material', because: [...because].slice(0, 4) };
  if (removed.length !== added.length) return { weight: 'material', because: ['words were put in or taken out'] };
  for (const [at, word] of removed.entries()) {
    if (!spelt(word, added[at]!)) return { weight: 'material', because: ['other words than before'] };
    spelling += 1;
  }
  return {
    weight: 'editorial',
    because: [`only the spelling of ${spelling === 1 ? 'a word' : `${spelling} words`} changed`],
  };
}

/** The words that only one of the two has, each in its order. */
function differing(left: readonly string[], right: readonly string[]): { removed: string[]; added: string[] } {
  const pieces = wordsChanged(left.join(' '), right.join(' '));
  const of = (was: Piece['was']): string[] =>
    pieces.filter((piece) => piece.was === was).flatMap((piece) => piece.text.split(' ').filter((word) => word !== ''));
  return { removed: of('removed'), added: of('added') };
}

/** Small letters, no punctuation but what stands inside a word or a number. */
function bare(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*|[%$€£]/gu) ?? [];
}

/** Two words of four letters or more that differ by one letter, or by two neighbours that changed places. */
function spelt(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return !/^(un|in|dis)/.test(longer(one, other)) || start > 2;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

const longer = (one: string, other: string): string => (one.length >= other.length ? one : other);

function namesOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value === 'object')
    return Object.values(value)
      .map(asText)
      .filter((one) => one !== '')
      .join(': ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Ids that stand elsewhere among those that both have: all that are not part of the longest run in the old order. */
function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, at) => [id, at]));
  const best: number[] = [];
  const from: number[] = [];
  for (const [at, id] of after.entries()) {
    best[at] = 1;
    from[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1)
      if (place.get(after[earlier]!)! < place.get(id)! && best[earlier]! + 1 > best[at]) {
        best[at] = best[earlier]! + 1;
        from[at] = earlier;
      }
  }
  const stays = new Set<string>();
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = from[at]!) stays.add(after[at]!);
  return new Set(after.filter((id) => !stays.has(id)));
}
