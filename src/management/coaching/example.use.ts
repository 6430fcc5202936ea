// Picks what good sounds like: of the organisation's own contacts where there is one, another person's, else what the set of
// standards gives. The program looks for it, since whoever coaches sees only their own sites.
import { findContacts } from '../../contacts/contacts.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { namesOnRecord } from '../../people/names-on-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { keptWell, type KeptWell, markToCoach } from './coaching.store.ts';
import { exampleIn, type SaidTurn } from './example.core.ts';
import { personsVerdicts } from './overturned.use.ts';

/** Only marks that are surely right are shown as what good sounds like, unless people agreed on it. */
const sureness = 0.85;
const looked = 40;
const mostAgreed = 500;

export interface FoundExample {
  readonly mark: string;
  readonly contact: string;
  readonly turns: readonly SaidTurn[];
}

/** Whom and what an example is for. */
export interface ExampleFor {
  readonly standard: string;
  /** Whose own words it must not be. */
  readonly person: string;
  readonly site: string | null;
  /** Contacts that are not shown to whoever asks. */
  readonly hidden: ReadonlySet<string>;
}

/** Examples in their order, those first that people marked as kept; what people overturned is none. */
export async function examplesFor(work: Work, { standard, person, site, hidden }: ExampleFor): Promise<FoundExample[]> {
  const version = (await standardsInUse(work)).find((one) => one.id === standard)?.version;
  if (version === undefined) return [];
  const said = await personsVerdicts(work, standard);
  const agreedMet = [...said]
    .flatMap(([contact, verdict]) => (verdict === 'met' ? [contact] : []))
    .slice(0, mostAgreed);
  const found = await keptWell(work, { standard, version, not: person, site, agreed: agreedMet }, sureness, looked);
  const standing = found.filter(({ contact }) => !hidden.has(contact) && (said.get(contact) ?? 'met') === 'met');
  const agreed = standing.toSorted((a, b) => Number(said.has(b.contact)) - Number(said.has(a.contact)));
  return told(work, agreed);
}

/** One that was chosen before; none any more where its mark was made anew, or people overturned it. */
export async function exampleByMark(work: Work, mark: string | null): Promise<FoundExample | undefined> {
  const found = mark === null ? undefined : await markToCoach(work, mark);
  if (found?.verdict !== 'met') return undefined;
  const said = (await personsVerdicts(work, found.standard, [found.contact])).get(found.contact) ?? 'met';
  if (said !== 'met') return undefined;
  return (await told(work, [{ mark: found.id, contact: found.contact, evidence: found.evidence }]))[0];
}

async function told(work: Work, found: readonly KeptWell[]): Promise<FoundExample[]> {
  const ids = found.map((one) => one.contact);
  const contacts = new Map((await findContacts(work, ids)).map((one) => [one.id, one]));
  const names = await namesOnRecord(work);
  return found.flatMap(({ mark, contact, evidence }) => {
    const turns = exampleIn(contacts.get(contact)?.turns ?? [], evidence, names);
    return turns ? [{ mark, contact, turns }] : [];
  });
}
