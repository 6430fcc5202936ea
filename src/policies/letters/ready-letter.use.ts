// A letter before it is sent: checked, personal data taken out, and what in it would tell a shielded writer.
import { redactContact } from '../../contacts/redaction/redact-contact.core.ts';
import { readVersions } from '../../documents/documents.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { inForce } from '../../kernel/moment.ts';
import { readSitesAndPeople, readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { citedMarks, type CitedMark } from './cited-marks.store.ts';
import { leastTold, type LetterAbout } from './letter.core.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { draftOf } from '../letter-draft.store.ts';

export interface LetterAsked {
  readonly wrong: string;
  readonly why?: string | undefined;
  readonly solution?: string | undefined;
  /** Ids of marks. */
  readonly cites?: readonly string[] | undefined;
  readonly about?:
    | { readonly kind: LetterAbout['kind']; readonly document: string; readonly part?: string | undefined }
    | undefined;
  readonly site?: string | undefined;
}

/** A letter that may be sent. */
export interface ReadyLetter {
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
  readonly cites: readonly CitedMark[];
  readonly about: LetterAbout | null;
  readonly site: string | null;
}

const mostCited = 20;

/**
 * Reads alone, so that nothing is left of whoever asks.
 * @param work of the writer, who cites only what they may see
 * @throws Fault `letter-empty`, `letter-cites`, `letter-about`, `letter-site`
 */
export async function readyLetter(work: Work, asked: LetterAsked): Promise<ReadyLetter> {
  const [wrong = '', why = '', solution = ''] = redacted(work, [
    asked.wrong.trim(),
    asked.why?.trim() ?? '',
    asked.solution?.trim() ?? '',
  ]);
  if (wrong === '')
    throw new Fault('letter-empty', 'malformed', 'Say what is wrong, in a line at least.', [
      { pointer: '/wrong', detail: 'expected a sentence' },
    ]);
  const cites = await marksOf(work, [...new Set(asked.cites ?? [])]);
  const about = asked.about === undefined ? null : await aboutOf(work, asked.about);
  return { wrong, why, solution, cites, about, site: await siteOf(work, asked.site, cites) };
}

/** What people write of contacts, without personal data. */
export function redacted({ key }: Work, texts: readonly string[]): readonly string[] {
  return redactContact({ turns: texts.map((text) => ({ text })), knownNames: [], answers: [], key }).texts;
}

async function marksOf(work: Work, ids: readonly string[]): Promise<CitedMark[]> {
  const found = new Map((await citedMarks(work, ids)).map((one) => [one.mark, one]));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0 && ids.length <= mostCited) return ids.map((id) => found.get(id)!);
  throw new Fault(
    'letter-cites',
    'missing',
    `A letter cites up to ${mostCited} marks of contacts that you may see. Take out those that are gone or not yours.`,
    missing.map((id) => ({ pointer: '/cites', detail: id })),
  );
}

async function aboutOf(work: Work, { kind, document, part }: NonNullable<LetterAsked['about']>): Promise<LetterAbout> {
  if ((await readVersions(work, kind)).some(({ row }) => row.id === document))
    return { kind, document, ...(part ? { part } : {}) };
  throw new Fault('letter-about', 'missing', 'No such document is on record for you. Leave it out, or name another.', [
    { pointer: '/about/document', detail: `expected the id of a ${kind}` },
  ]);
}

/** As named, else the one site of all that is cited. */
async function siteOf(work: Work, named: string | undefined, cites: readonly CitedMark[]): Promise<string | null> {
  if (named === undefined || named === '') {
    const sites = new Set(cites.map((one) => one.site));
    return sites.size === 1 ? [...sites][0]! : null;
  }
  const { sites } = await readSitesAndPeople(work);
  if (sites.some((one) => one.id === named)) return named;
  throw new Fault('letter-site', 'missing', 'No such site is on record for you. Leave it out, or name another.', [
    { pointer: '/site', detail: 'expected the id of a site' },
  ]);
}

/**
 * What in it would tell who wrote it, as sentences for the writer alone.
 * @param work of the writer @param posts of how many people each site has, read by the program
 */
export async function whatTells(
  { tx, actor }: Work,
  desk: LetterDesk,
  letter: ReadyLetter,
  posts: ReadonlyMap<string, number>,
): Promise<string[]> {
  const told: string[] = [];
  const { cites, site } = letter;
  const ownCites = cites.filter((one) => actor.person !== undefined && one.person === actor.person).length;
  if (ownCites > 0)
    told.push(
      `You served ${ownCites === cites.length ? 'every contact' : `${ownCites} of the contacts`} that you cite. Cite others’, or none.`,
    );
  else if (cites.length > 0 && new Set(cites.map((one) => one.person)).size === 1 && cites[0]!.person !== null)
    told.push(
      'One person served every contact that you cite. Readers may take them for the writer. Cite several people’s.',
    );
  const me = desk.members.find((one) => one.id === actor.id);
  const text = ` ${[letter.wrong, letter.why, letter.solution].join(' ')} `.toLowerCase();
  const names = (me?.name ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one.length > 2);
  if (names.some((one) => new RegExp(`[^\\p{L}]${one.replaceAll(/[^\p{L}]/gu, '.')}[^\\p{L}]`, 'u').test(text)))
    told.push('Your own name stands in it.');
  if (/[^\p{L}](?:i|me|my|mine)[^\p{L}]/u.test(text))
    told.push('It says “I” or “my”. Say what happens to customers, not what happened to you.');
  if (site !== null && (posts.get(site) ?? 0) < leastTold)
    told.push(
      `Fewer than ${leastTold === 5 ? 'five' : leastTold} people work at the site that it names. Leave the site out.`,
    );
  if ((await draftOf(tx, actor.orgId, actor.id)) !== null)
    told.push('A draft was kept under your name. It goes when you send this; a backup taken meanwhile still has it.');
  return told;
}

/** How many people have a post at each site today. @param work of the program itself */
export async function peopleBySite(work: Work): Promise<Map<string, number>> {
  const today = work.now.slice(0, 10);
  const now = (await readSourcedPosts(work)).map(({ row }) => row).filter((post) => inForce(post, today));
  return new Map(
    [...Map.groupBy(now, (post) => post.site)].map(([site, own]) => [site, new Set(own.map((one) => one.person)).size]),
  );
}
