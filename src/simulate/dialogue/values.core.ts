// What stays the same through one contact: who speaks, where, the unit, the price, the days that are spoken of.
import type { PlannedContact } from '../planned.core.ts';
import type { Chance } from './chance.core.ts';

/** What the words need to know and a planned contact doesn't hold. */
export interface Cast {
  /** What the business calls itself, and other names that it goes by. */
  readonly business: string;
  readonly otherNames?: readonly string[];
  readonly siteName: string;
  readonly city: string;
  /** The first name of the person who serves. */
  readonly repName: string;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const tens = ['', 'ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

/** The values of a contact by name; a name that isn't here is a rule of the wording, said once and kept. */
export function valuesOf(contact: PlannedContact, cast: Cast, chance: Chance): Map<string, string> {
  const typed = contact.channel === 'chat';
  const [first = 'Sam', ...rest] = contact.customerName.split(' ');
  const last = rest.join(' ') || first;
  const near = dayAfter(contact.day, 1 + chance.below(4));
  const far = dayAfter(contact.day, 5 + chance.below(16));
  const digits = (count: number): string => Array.from({ length: count }, () => String(chance.below(10))).join('');
  // Numbers from 0100 to 0199 behind 555 are kept for fiction.
  const line = `01${digits(2)}`;
  const area = String(201 + chance.below(780));
  const fee = 15 + 5 * chance.below(5);
  return new Map([
    ['business', chance.of([cast.business, ...(cast.otherNames ?? []), cast.business])],
    ['site', cast.siteName],
    ['city', cast.city],
    ['rep', cast.repName],
    ['name', contact.customerName],
    ['first', first],
    ['last', last],
    ['size', typed ? contact.product : spokenSize(contact.product, chance)],
    ['price', `$${contact.price}`],
    ['less', `$${Math.max(10, Math.round((contact.price * (0.8 + chance.unit() * 0.12)) / 5) * 5 - 1)}`],
    ['rival', `$${Math.round((contact.price * (0.75 + chance.unit() * 0.15)) / 5) * 5}`],
    ['owed', `$${contact.price + fee}`],
    ['fee', `$${fee}`],
    ['credit', `$${10 + 5 * chance.below(8)}`],
    ['admin', `$${19 + 5 * chance.below(3)}`],
    ['insurance', `$${9 + 2 * chance.below(5)}`],
    ['lock', `$${9 + 3 * chance.below(5)}`],
    ['phone', `${area}-555-${line}`],
    ['last-four', line],
    [
      'email',
      `${first}.${last}`.toLowerCase().replaceAll(/[^a-z.]/g, '') +
        `${digits(2)}@example.${chance.of(['com', 'net', 'org'])}`,
    ],
    ['unit', `${chance.of(['A', 'B', 'C', 'D', 'E', 'F'])}${1 + chance.below(3)}${digits(2)}`],
    ['card', digits(4)],
    ['soon', weekdays[near.getUTCDay()]!],
    ['until', chance.coin() ? `${weekdays[far.getUTCDay()]!} the ${ordinal(far.getUTCDate())}` : monthDay(far)],
    ['ends', monthDay(dayAfter(contact.day, 9 + chance.below(24)))],
    ['clock', `${8 + chance.below(3)}${chance.of(['', ':15', ':30', ':45'])}`],
    ['opens', chance.of(['six', 'seven', '6', '7', 'five', '5'])],
    ['shuts', chance.of(['nine', 'ten', '9', '10', 'eleven'])],
    ['daypart', contact.hour < 12 ? 'morning' : contact.hour < 17 ? 'afternoon' : 'evening'],
  ]);
}

function dayAfter(day: string, days: number): Date {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000);
}

function monthDay(date: Date): string {
  return `${months[date.getUTCMonth()]!} ${ordinal(date.getUTCDate())}`;
}

function ordinal(n: number): string {
  const tail =
    n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th';
  return `${n}${tail}`;
}

// People say "ten by ten"; some who write it down write "10 by 10".
function spokenSize(product: string, chance: Chance): string {
  const sides = /^(\d+)\s*x\s*(\d+)$/i.exec(product.trim());
  if (!sides) return product;
  const [, wide, long] = sides;
  return chance.coin(0.7) ? `${inWords(Number(wide))} by ${inWords(Number(long))}` : `${wide!} by ${long!}`;
}

function inWords(n: number): string {
  if (n < 20) return small[n] ?? String(n);
  if (n >= 100) return String(n);
  return n % 10 === 0 ? tens[n / 10]! : `${tens[Math.floor(n / 10)]!}-${small[n % 10]!}`;
}
