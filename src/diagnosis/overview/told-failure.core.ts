// One failure in a list: whose words, where, when. The words are those that the mark was read from, cut from the stored text.
import type { Contact } from '../../contacts/contact.core.ts';
import type { Mark } from '../../marking/mark.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { sentencesOf } from '../clearest/clearness.core.ts';
import { type ShownWords, shownWords } from '../clearest/shown-words.core.ts';
import type { Cause, Standing } from '../finding.core.ts';

/** Words of a contact with what stands around them in the same turn; `words` is empty where it was missed by what was not said. */
export interface ToldQuote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly speaker: 'rep' | 'customer' | 'other';
  /** Whether they show it, or are what was said to a call for what was left unsaid; a quote of before this was told has none. */
  readonly kind?: ShownWords['kind'];
  /** What they are said to, in the customer's words. */
  readonly to?: string;
}

export interface ToldFailure {
  readonly id: string;
  readonly mark: string;
  readonly contact: string;
  readonly standard: Pick<Standard, 'id' | 'kind' | 'says'> & { readonly title: string; readonly instead?: string };
  readonly channel: string;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly day: string | null;
  readonly quote: ToldQuote | null;
  readonly leading: readonly Cause[];
  readonly standing: Standing | null;
}

export function toldFailure(
  row: { readonly id?: string; readonly leading?: readonly Cause[]; readonly standing?: Standing },
  mark: Pick<Mark, 'id' | 'contact' | 'evidence' | 'searched'>,
  contact: Pick<Contact, 'channel' | 'startedAt' | 'startedLocal' | 'turns'>,
  standard: Standard & { readonly title: string },
  site: ToldFailure['site'],
): ToldFailure {
  const { id, kind, says, title, instead } = standard;
  return {
    id: row.id ?? mark.id,
    mark: mark.id,
    contact: mark.contact,
    standard: { id, kind, says, title, ...(instead === undefined ? {} : { instead }) },
    channel: contact.channel,
    site,
    day: (contact.startedLocal ?? contact.startedAt)?.slice(0, 10) ?? null,
    quote: quoteOf(mark, contact),
    leading: row.leading ?? [],
    standing: row.standing ?? null,
  };
}

function quoteOf(mark: Pick<Mark, 'evidence' | 'searched'>, contact: Pick<Contact, 'turns'>): ToldQuote | null {
  const shown = shownWords(mark, contact);
  if (!shown) return null;
  const { kind, words, call } = shown;
  const quote = cut(contact.turns[words.turn]!, words.from, words.to);
  return { ...quote, kind, ...(call ? { to: clip(sentencesOf(contact, call).trim(), mostWords) } : {}) };
}

/** Letters shown around the words, and of the words. */
const around = 140;
const mostWords = 240;

function cut(
  { speaker, text }: Pick<Contact['turns'][number], 'speaker' | 'text'>,
  from: number,
  to: number,
): Omit<ToldQuote, 'kind'> {
  return {
    before: endOf(text.slice(0, from)),
    words: clip(text.slice(from, to), mostWords),
    after: beginningOf(text.slice(to)),
    speaker,
  };
}

/** What stands before the words: whole sentences as far as there is room, else whole words. */
function endOf(before: string): string {
  if (before.length <= around) return before;
  const last = before.slice(-around);
  const sentence = /[.?!]["”]?\s+(?=\S)/.exec(last);
  return `... ${sentence ? last.slice(sentence.index + sentence[0].length) : last.replace(/^\S*\s+/, '')}`;
}

/** The same of what stands after them. */
function beginningOf(after: string): string {
  if (after.length <= around) return after;
  const first = after.slice(0, around);
  const sentence = /^.*[.?!](?=["”]?\s)/s.exec(first);
  return `${sentence ? sentence[0] : first.replace(/\s+\S*$/, '')} ...`;
}

function clip(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')} ...`;
}
