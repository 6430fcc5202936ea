// The contacts of a planned organisation as files that the readers take: one line of JSON a contact, a file for each site
// and month, the newest month first. Nothing planted is told in them: only what a telephone system and a desk would know.
import { Chance, seedOf } from './dialogue/chance.core.ts';
import { speak, type Spoken } from './dialogue/speak.core.ts';
import type { Cast } from './dialogue/values.core.ts';
import type { Wording } from './dialogue/wording.core.ts';
import type { PlannedContact } from './planned.core.ts';
import type { Planned } from './planned-organisation.core.ts';

export interface ContactFile {
  /** `2026-03/harbor-bay.jsonl` */
  readonly path: string;
  readonly text: string;
  readonly contacts: number;
}

/** Which contacts, in files; spoken as they are asked for. */
export function* contactFiles(
  planned: Planned,
  wording: Wording,
  contacts: readonly PlannedContact[] = planned.contacts,
): Generator<ContactFile> {
  const casting = castsOf(planned);
  const files = Map.groupBy(contacts, (one) => `${one.day.slice(0, 7)}/${one.site}.jsonl`);
  for (const path of [...files.keys()].toSorted((a, b) => newestFirst(a, b))) {
    const held = files.get(path)!;
    const lines = held.map((one) => `${JSON.stringify(contactLine(one, speak(one, casting(one), wording)))}\n`);
    yield { path, text: lines.join(''), contacts: held.length };
  }
}

function newestFirst(a: string, b: string): number {
  const [monthA, monthB] = [a.slice(0, 7), b.slice(0, 7)];
  if (monthA !== monthB) return monthA < monthB ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Who and where, for each contact of the organisation. */
function castsOf({ organisation, records, people }: Planned): (contact: PlannedContact) => Cast {
  const sites = new Map(records.sites.map((site) => [site.id, site]));
  const names = new Map(people.map((person) => [person.id, person.name.split(' ')[0]!]));
  return ({ site, person }) => {
    const at = sites.get(site);
    return {
      business: organisation.name,
      otherNames: organisation.otherNames,
      siteName: at?.name ?? site,
      city: at?.spokenNames?.[0] ?? at?.name ?? site,
      repName: names.get(person) ?? 'Sam',
    };
  };
}

const channels = { call: 'phone', chat: 'chat', visit: 'visit' } as const;

/** One contact as its line: facts beside the turns, by names that the readers know. */
export function contactLine(contact: PlannedContact, spoken: Spoken): Record<string, unknown> {
  const typed = contact.channel === 'chat';
  const chance = new Chance(seedOf(`${contact.id}|line`));
  const asked = contact.outcome === 'won' || contact.outcome === 'lost' || contact.outcome === 'pending';
  return {
    id: contact.id,
    channel: channels[contact.channel],
    direction: 'inbound',
    site: contact.site,
    rep: contact.person,
    startedAt: contact.at,
    // A contact may go on after the last word: papers are signed, a door is shown.
    duration: Math.max(contact.seconds ?? 0, spoken.seconds),
    customer: contact.customer,
    customerName: contact.customerName,
    ...(contact.outcome === undefined ? {} : { outcome: contact.outcome }),
    ...(asked ? { product: contact.product, price: contact.price } : {}),
    ...(contact.channel === 'call' ? { rings: 1 + chance.below(6), consent: 'notice played' } : {}),
    ...(typed ? {} : { transcribedBy: spoken.writtenBy }),
    ...(contact.channel === 'call' ? { holds: spoken.holds.map(({ from, to }) => [from, to]) } : {}),
    [typed ? 'messages' : 'turns']: spoken.turns.map(({ speaker, text, start, end }) => ({
      speaker: speaker === 'rep' ? 'agent' : 'customer',
      text,
      start,
      ...(end === undefined ? {} : { end }),
    })),
  };
}
