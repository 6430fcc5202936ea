// `customary legal-hold ...`: what may not be erased, placed, listed, released.
import type { z } from 'zod';
import { LegalHoldShape, LegalHoldsShape } from '../contacts/legal-hold/legal-hold.shape.ts';
import { Fault } from '../kernel/fault.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { plain, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface PlaceHoldOptions extends SharedOptions {
  contact?: string;
  site?: string;
  from?: string;
  to?: string;
  customer?: string;
  document?: string;
  letter?: string;
  person?: string;
  says: string;
}

/** `customary legal-hold list`. */
export async function listHolds(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(LegalHoldsShape, '/v1/legal-holds');
  await writeJson(options, told);
  if (options.json !== '-') for (const one of told.holds) terminal.print(plain(sentenceOf(one)));
  if (told.holds.length === 0)
    terminal.say('Nothing is under legal hold. Place one: customary legal-hold place --contact ID --says "why"');
  return exitCode.done;
}

/** `customary legal-hold place`. @throws Fault `hold-untold` */
export async function placeHold(session: Session, terminal: Terminal, options: PlaceHoldOptions): Promise<number> {
  const placed = await session.client.post(LegalHoldShape, '/v1/legal-holds', holdTold(options));
  await writeJson(options, placed);
  if (options.json !== '-') terminal.print(plain(sentenceOf(placed)));
  return exitCode.done;
}

/** `customary legal-hold release ID`. */
export async function releaseHold(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions & { says: string },
): Promise<number> {
  const path = `/v1/legal-holds/${encodeURIComponent(id)}/release`;
  const released = await session.client.post(LegalHoldShape, path, { says: options.says });
  await writeJson(options, released);
  if (options.json !== '-') terminal.print(plain(sentenceOf(released)));
  return exitCode.done;
}

function holdTold(told: PlaceHoldOptions): Record<string, unknown> {
  const { contact, site, from, to, customer, document, letter, person, says } = told;
  const named = [contact, site, customer, document, letter, person].filter((one) => one !== undefined);
  const [kind = '', ...id] = document?.split('/') ?? [];
  const misnamed = document !== undefined && (!['policy', 'procedure'].includes(kind) || id.join('/') === '');
  if (named.length !== 1 || misnamed || (site === undefined && (from !== undefined || to !== undefined)))
    throw new Fault(
      'hold-untold',
      'malformed',
      'Say what is to be held by one of --contact ID, --customer REFERENCE, --document policy/ID, --letter NUMBER, --person ID, or --site ID with --from DAY and --to DAY.',
    );
  if (contact !== undefined) return { about: 'contact', contact, says };
  if (customer !== undefined) return { about: 'customer', customer, says };
  if (document !== undefined) return { about: 'document', kind, document: id.join('/'), says };
  if (letter !== undefined) return { about: 'letter', letter, says };
  if (person !== undefined) return { about: 'person', person, says };
  return { about: 'site', site, from, to, says };
}

function sentenceOf({
  id,
  about,
  contact,
  site,
  from,
  to,
  kind,
  document,
  letter,
  person,
  says,
  placedAt,
  releasedAt,
  holds,
  rows,
}: z.infer<typeof LegalHoldShape>): string {
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  const what = {
    contact: `contact ${contact}`,
    site: `site ${site}${days && ` ${days}`}`,
    customer: 'a customer',
    document: `${kind} ${document}`,
    letter: `letter ${letter}`,
    person: `person ${person}`,
  }[about];
  const stands =
    releasedAt === undefined
      ? `holds ${holds}${rows > 0 ? ` and ${rows} rows` : ''}`
      : `released ${releasedAt.slice(0, 10)}`;
  return `${id}  ${what}: ${says} (since ${placedAt.slice(0, 10)}, ${stands})`;
}

async function writeJson(options: SharedOptions, told: unknown): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
}
