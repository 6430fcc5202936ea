// One failure in a list: whose words, where, when. The words are those that the mark was read from, cut from the stored text.
import type { Contact } from '../../contacts/contact.core.ts';
import type { Mark } from '../../marking/mark.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { Cause, Standing } from '../finding.core.ts';

/** Words of a contact with what stands around them in the same turn; `words` is empty where it was missed by what was not said. */
export interface ToldQuote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly speaker: 'rep' | 'customer' | 'other';
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

/**
 * The rep's words before another's, since it is how they were served that is shown; where nothing was said, what the rep said
 * in its place.
 */
function quoteOf(mark: Pick<Mark, 'evidence' | 'searched'>, { turns }: Pick<Contact, 'turns'>): ToldQuote | null {
  const said = mark.evidence.flatMap(({ turn: at, from, to }) => {
    const turn = turns[at];
    return turn && to > from ? [cut(turn, from, to)] : [];
  });
  const byRep = said.find((one) => one.speaker === 'rep') ?? said[0];
  if (byRep) return byRep;
  const { fromTurn, toTurn } = mark.searched ?? { fromTurn: 0, toTurn: turns.length - 1 };
  const instead = turns.slice(fromTurn, toTurn + 1).find((turn) => turn.speaker === 'rep');
  return instead ? cut(instead, 0, 0) : null;
}

/** Letters shown around the words, and of the words. */
const around = 140;
const mostWords = 240;

function cut(
  { speaker, text }: Pick<Contact['turns'][number], 'speaker' | 'text'>,
  from: number,
  to: number,
): ToldQuote {
  const words = text.slice(from, to);
  const before = text.slice(0, from);
  const after = text.slice(to);
  return {
    before: before.length <= around ? before : `... ${before.slice(-around).replace(/^\S*\s+/, '')}`,
    words: words.length <= mostWords ? words : `${words.slice(0, mostWords).replace(/\s+\S*$/, '')} ...`,
    after: after.length <= around ? after : `${after.slice(0, around).replace(/\s+\S*$/, '')} ...`,
    speaker,
  };
}
