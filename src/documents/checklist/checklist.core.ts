// "Could you hand it to a judge?": what a document lacks before it may be published, each with its place and what to do. Some
// of it must be there; the rest is advice, which is mended or left as it is on purpose.
import type { Standing } from '../approval/approval.core.ts';
import { adviseOn, type Advice, type AdviceKind } from '../clarity/clarity.core.ts';
import { stoodForNoDay, type DocumentKind } from '../document.core.ts';
import { textOf, type DraftContent } from '../drafts/draft.core.ts';
import { isAsked, partFields, partWords } from '../drafts/part-fields.core.ts';
import { dayWords } from '../../kernel/day-words.ts';
import type { Day } from '../../kernel/moment.ts';
import type { PartChange } from '../versions/diff.core.ts';
import { partsWithOldReasons } from './old-reasons.core.ts';

export interface CheckItem {
  /** The same for the same lack, so that advice once accepted stays accepted. */
  readonly key: string;
  /** `must` blocks publishing; `advice` does until it is accepted. */
  readonly weight: 'must' | 'advice';
  /** A part's id, `head:FIELD`, `approval` or `clash`. */
  readonly place: string;
  readonly says: string;
  readonly todo: string;
  /** The words that it is about, as they stand in the part. */
  readonly words?: string;
}

export interface Checked {
  readonly kind: DocumentKind;
  readonly content: DraftContent;
  /** What it began from, and how it differs; null: it is new. */
  readonly before: DraftContent | null;
  readonly changes: readonly PartChange[];
  readonly today: Day;
  /** Versions that there are, of this document. */
  readonly versions: readonly { readonly version: string; readonly from: Day; readonly to?: Day }[];
  /** Documents that there are, as `policy/ID`; absent: not known. */
  readonly documents?: ReadonlySet<string>;
  /** Ids of standards that there are; absent: not known. */
  readonly standards?: ReadonlySet<string>;
  /** Roles of the organisation, which count as actors. */
  readonly actors?: readonly string[];
  readonly clashes: number;
  /** What the comparison proposes, and what was decided otherwise and why. */
  readonly proposed: 'material' | 'editorial';
  readonly decided: 'material' | 'editorial' | null;
  readonly decidedWhy: string;
}

const hardAdvice: readonly AdviceKind[] = ['must-without-actor', 'as-usual', 'see-somebody', 'vague-end', 'dead-link'];

const says: Readonly<Record<AdviceKind, string>> = {
  'must-without-actor': 'somebody must do something, and nobody is named',
  'as-usual': 'it leans on a habit that is written nowhere',
  'see-somebody': 'it sends to a person who may be gone one day',
  'vague-end': 'a list ends in “and so on”',
  'undefined-term': 'an abbreviation is not explained',
  'dead-link': 'a link leads nowhere',
  'too-long': 'it is long for one part',
  'hard-to-read': 'it is hard to read',
};

/** Stands for the introduction among the parts; no part has such an id. */
const introduction = '(introduction)';

/** Everything that is missing of the text itself; none where it could be handed over. */
export function checkText(checked: Checked): CheckItem[] {
  return [...checkHead(checked), ...checkParts(checked)];
}

function checkHead({ kind, content, today, versions, clashes, proposed, decided, decidedWhy }: Checked): CheckItem[] {
  const items: CheckItem[] = [];
  const must = (field: string, what: string, todo: string): void => {
    items.push({ key: `head:${field}`, weight: 'must', place: `head:${field}`, says: what, todo });
  };
  if (content.title.trim() === '') must('title', 'It has no title.', 'Write one that says what it is about.');
  if (content.owner.trim() === '') must('owner', 'Nobody owns it.', 'Name who answers for it: a person or a role.');
  if (kind === 'policy' && textOf(content.fields['class']) === '')
    must('class', 'Its class is not said.', 'Choose: customer service, house rules, or exempt.');
  const everybody = textOf(content.fields['everybody']) === 'yes';
  if (content.roles.length === 0 && content.sites.length === 0 && !everybody)
    must(
      'scope',
      'It doesn’t say whom it is for.',
      'Choose roles and sites, or say that it is for everybody, everywhere.',
    );
  // One that begins on the same day is replaced: the later stands for that day.
  const later = versions.find((one) => content.from !== '' && one.from > content.from && !stoodForNoDay(one));
  if (content.from === '') must('from', 'It has no effective date.', 'Say from which day it holds: today or later.');
  else if (content.from < today)
    must(
      'from',
      `It would hold from ${dayWords(content.from)}, before it was published.`,
      'Choose today or a later day: nobody can have kept a rule that was not there.',
    );
  else if (later)
    must(
      'from',
      `Version ${later.version} begins later, on ${dayWords(later.from)}.`,
      'Choose that day, on which this one takes its place, or a later one.',
    );
  if (clashes > 0)
    items.push({
      key: 'clash',
      weight: 'must',
      place: 'clash',
      says: clashes === 1 ? 'Two people wrote in the same place.' : `Two people wrote in ${clashes} places.`,
      todo: 'Choose between the two texts.',
    });
  if (decided !== null && decided !== proposed && decidedWhy.trim() === '')
    must(
      'material',
      `The comparison says ${proposed}, you say ${decided}, and not why.`,
      'Give the reason in a sentence: it is kept with the version.',
    );
  return items;
}

function checkParts({ kind, content, before, changes, documents, standards, actors }: Checked): CheckItem[] {
  const word = partWords[kind].one;
  if (content.parts.length === 0)
    return [
      { key: 'parts', weight: 'must', place: 'head:parts', says: `It has no ${word}.`, todo: `Add the first ${word}.` },
    ];
  const items: CheckItem[] = [];
  for (const id of kind === 'policy' ? partsWithOldReasons(before, content, changes) : [])
    items.push({
      key: `${id}:old-reasons`,
      weight: 'advice',
      place: id,
      says: `The reasons of ${word} ${id} were given for other words than it has now.`,
      todo: 'Look through why it stands, and say what holds of the new words.',
    });
  for (const part of content.parts) {
    if (part.text.trim() === '')
      items.push({
        key: `${part.id}:empty`,
        weight: 'must',
        place: part.id,
        says: `${capital(word)} ${part.id} has no words.`,
        todo: 'Write it, or take it out.',
      });
    const unknown = [...part.serves, ...part.obstructs].filter((id) => standards !== undefined && !standards.has(id));
    for (const id of unknown)
      items.push({
        key: `${part.id}:standard:${id}`,
        weight: 'must',
        place: part.id,
        says: `${capital(word)} ${part.id} is linked to a standard that there is not: ${id}.`,
        todo: 'Take the link off, or choose another standard.',
      });
    const empty = partFields[kind]
      .filter((spec) => kind === 'policy' && isAsked(spec, content.fields) && isEmpty(part.fields[spec.name]))
      .map((spec) => spec.label.toLowerCase());
    if (empty.length > 0)
      items.push({
        key: `${part.id}:fields`,
        weight: 'advice',
        place: part.id,
        says: `${capital(word)} ${part.id} doesn’t say: ${empty.join(', ')}.`,
        todo: 'Fill it in: without a benefit or a law it is listed under “Why do we have it?”.',
      });
  }
  const advice = adviseOn({
    parts: [
      { id: introduction, text: content.intro },
      ...content.parts.map(({ id, text, fields }) => ({ id, text, actor: textOf(fields['actor']) })),
    ],
    ...(documents === undefined ? {} : { documents }),
    ...(actors === undefined ? {} : { actors }),
  });
  return [...items, ...once(advice.map((one) => ofAdvice(one, word)))];
}

function ofAdvice({ part, kind, words, instead }: Advice, word: string): CheckItem {
  return {
    key: `${part}:${kind}:${words}`.slice(0, 200),
    weight: hardAdvice.includes(kind) ? 'must' : 'advice',
    place: part === introduction ? 'head:intro' : part,
    says: `${part === introduction ? 'Introduction' : `${capital(word)} ${part}`}: ${says[kind]}.`,
    todo: instead,
    words,
  };
}

/** What approval still lacks, as items; none where it is complete. */
export function checkApproval(standing: Standing, asked: boolean): CheckItem[] {
  const items: CheckItem[] = [];
  const must = (key: string, what: string, todo: string): void => {
    items.push({ key: `approval:${key}`, weight: 'must', place: 'approval', says: what, todo });
  };
  if (!asked) must('ask', 'Nobody was asked to approve it as it stands.', 'Ask for approval once the rest is clean.');
  else if (standing.approved < standing.quorum)
    must('quorum', `${standing.approved} of ${standing.quorum} approved it.`, 'Wait for them, or remind them.');
  for (const { said, why } of standing.objections)
    must(
      said,
      said === 'counsel-object' ? `Counsel objects: ${why ?? ''}` : `Somebody objects: ${why ?? ''}`,
      'Change the text, then ask again; or settle it with them.',
    );
  if (asked && standing.counsel === 'waits')
    must(
      'counsel',
      'Counsel looks at it.',
      `Without a word by ${standing.counselBy === null ? 'their day' : dayWords(standing.counselBy)} it goes on.`,
    );
  if (asked && standing.signOff && !standing.signed)
    must('sign', 'It waits for a signature.', 'The chief executive signs it on this page.');
  return items;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && 'answer' in value) return value.answer === '';
  return Array.isArray(value) && value.length === 0;
}

function once(items: readonly CheckItem[]): CheckItem[] {
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
