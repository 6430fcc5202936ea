// A draw: which contacts of a frame are reviewed, and with what chance each could have been. Everything follows from the frame
// and the seed, so that whoever has both draws the same again, and what was not drawn is as open to a check as what was.
import { sha256 } from '../../kernel/digest.ts';
import type { StratumDrawn } from '../plan.core.ts';
import { grouped, strataOf, type FrameContact, type Grouped, type Stratum } from './strata.core.ts';

export interface DrawAsked {
  /** Any text; the draws of different seeds have nothing to do with each other. */
  readonly seed: string;
  /** What decides beside the seed who is seen by two; the seed itself where left out. */
  readonly secret?: string;
  readonly contacts: readonly FrameContact[];
  readonly standards: readonly string[];
  /** About how many are to be drawn. */
  readonly draws: number;
  /** The part of them that is drawn evenly, above 0. */
  readonly atRandom: number;
  /** The share that two people see. */
  readonly seenByTwo: number;
}

export interface DrawnRow {
  readonly contact: FrameContact;
  /** The chance that it is drawn: evenly, or by a stratum of any of its standards. The same for each of its standards. */
  readonly probability: number;
  readonly drawn: boolean;
  readonly byTwo: boolean;
  /** Its strata, as places in `strata`. */
  readonly strata: readonly number[];
}

export interface Draw {
  readonly rows: readonly DrawnRow[];
  readonly atRandom: number;
  readonly strata: readonly StratumDrawn[];
  /** SHA-256 over the frame: contacts with their strata. */
  readonly frameDigest: string;
}

/**
 * Draws evenly, and beside that for each standard by strata; each part is drawn by itself, so a contact is missed by all of
 * them with the product of the chances to be missed by each. Contacts that several parts draw are drawn once; as many more
 * are drawn as makes up for that on average.
 * @param asked contacts in any order; ids differ
 */
export function drawOf(asked: DrawAsked): Draw {
  const contacts = asked.contacts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const sharing = shareOut(asked, contacts);
  const { atRandom, strata, probabilities } = sharing;
  const drawn = new Set(firstOf(contacts, atRandom, `${asked.seed} evenly`));
  for (const { standard, stratum, contacts: of, drawn: most } of strata)
    for (const one of firstOf(of, most, `${asked.seed} ${standard} ${stratum}`)) drawn.add(one);
  const placesOf = strataPlaces(strata);
  const rows = contacts.map((contact, at) => ({
    contact,
    probability: probabilities[at]!,
    drawn: drawn.has(contact),
    byTwo: drawn.has(contact) && chanceOf(`${asked.secret ?? asked.seed} two ${contact.id}`) < asked.seenByTwo,
    strata: placesOf.get(contact) ?? [],
  }));
  return {
    rows,
    atRandom,
    strata: strata.map(({ standard, stratum, contacts: of, drawn: most }) => ({
      standard,
      stratum,
      size: of.length,
      drawn: most,
    })),
    frameDigest: digestOfFrame(rows.map((row) => ({ ...row.contact, strata: row.strata }))),
  };
}

/** The digest of a frame, whatever the order of its contacts. */
export function digestOfFrame(
  frame: readonly { readonly id: string; readonly version: number; readonly strata: readonly number[] }[],
): string {
  const lines = frame.map(({ id, version, strata }) => `${id} ${String(version)} ${strata.join(',')}`);
  return sha256(lines.toSorted().join('\n'));
}

/**
 * Whether what is kept of a draw is what its seed draws from its frame, by the numbers that were drawn of each stratum.
 * @returns the ids that should have been drawn and the chances they had
 */
export function drawAgain(
  seed: string,
  frame: readonly { readonly id: string; readonly strata: readonly number[] }[],
  atRandom: number,
  strata: readonly StratumDrawn[],
): ReadonlyMap<string, { readonly probability: number; readonly drawn: boolean }> {
  const drawn = new Set(firstOf(frame, atRandom, `${seed} evenly`).map((one) => one.id));
  strata.forEach(({ standard, stratum, drawn: most }, at) => {
    const of = frame.filter((one) => one.strata.includes(at));
    for (const one of firstOf(of, most, `${seed} ${standard} ${stratum}`)) drawn.add(one.id);
  });
  return new Map(
    frame.map((one) => {
      const missed = one.strata.reduce(
        (product, at) => product * (1 - strata[at]!.drawn / strata[at]!.size),
        1 - atRandom / frame.length,
      );
      return [one.id, { probability: 1 - missed, drawn: drawn.has(one.id) }];
    }),
  );
}

interface Sharing {
  readonly atRandom: number;
  readonly strata: readonly Stratum[];
  /** Of each contact, in the order given. */
  readonly probabilities: readonly number[];
}

/** How many are drawn evenly and of each stratum, so that about as many different contacts come of it as were asked for. */
function shareOut(asked: DrawAsked, contacts: readonly FrameContact[]): Sharing {
  const wanted = Math.min(asked.draws, contacts.length);
  const groups = asked.standards.map((standard) => grouped(standard, contacts));
  let draws = wanted;
  for (;;) {
    const sharing = shareOnce(asked, contacts, groups, draws);
    const lacking = wanted - sharing.probabilities.reduce((sum, one) => sum + one, 0);
    if (lacking < 0.5 || draws >= 4 * wanted) return sharing;
    draws += Math.ceil(lacking);
  }
}

function shareOnce(
  asked: DrawAsked,
  contacts: readonly FrameContact[],
  groups: readonly Grouped[],
  draws: number,
): Sharing {
  const all = asked.draws >= contacts.length;
  const atRandom = all ? contacts.length : Math.min(contacts.length, Math.max(1, Math.round(draws * asked.atRandom)));
  const rest = Math.max(0, draws - atRandom);
  const strata = groups.flatMap((group, at) => {
    const most = Math.floor(rest / groups.length) + (at < rest % groups.length ? 1 : 0);
    return strataOf(group, most);
  });
  const missed = new Map(contacts.map((one) => [one, 1 - atRandom / contacts.length]));
  for (const { contacts: of, drawn } of strata)
    for (const one of of) missed.set(one, missed.get(one)! * (1 - drawn / of.length));
  return { atRandom, strata, probabilities: contacts.map((one) => 1 - missed.get(one)!) };
}

function strataPlaces(strata: readonly Stratum[]): Map<FrameContact, number[]> {
  const places = new Map<FrameContact, number[]>();
  strata.forEach(({ contacts }, at) => {
    for (const one of contacts) {
      const own = places.get(one);
      if (own) own.push(at);
      else places.set(one, [at]);
    }
  });
  return places;
}

/** `most` of them, each set of that many as likely as any other: the first by a digest that nobody can foresee without the seed. */
function firstOf<C extends { readonly id: string }>(contacts: readonly C[], most: number, seed: string): C[] {
  if (most <= 0) return [];
  if (most >= contacts.length) return [...contacts];
  return contacts
    .map((one) => ({ one, by: sha256(`${seed} ${one.id}`) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
}

/** In [0, 1), from a text. */
function chanceOf(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 12), 16) / 2 ** 48;
}
