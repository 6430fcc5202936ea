// Values for the bench `redaction`, made from a seed: cards that pass the Luhn check, telephone numbers, ids, dates,
// addresses and names, each in the form a template asks for.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { syllables } from './redaction-templates.ts';
import type { PlantedKind } from './redaction-templates.ts';

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const brands = [
  { prefix: '4', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '52', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '2221', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '37', length: 15, groups: [4, 6, 5] },
  { prefix: '6011', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '36', length: 14, groups: [4, 6, 4] },
];

export interface Values {
  /** A value; more than one piece where it is said over several turns. */
  readonly make: (kind: PlantedKind, form: string) => readonly string[];
  readonly below: (n: number) => number;
  /** Forgets the person, so that the next names are another's. */
  readonly nextPerson: () => void;
}

/** A source of values; the same seed gives the same ones. */
export function valuesFrom(seed: number): Values {
  const random: RandomGenerator = xoroshiro128plus(seed);
  const below = (n: number): number => (random.next() >>> 0) % n;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const digits = (n: number): string => Array.from({ length: n }, () => below(10)).join('');
  const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  const nameWord = (): string => pick(syllables.start) + pick(syllables.middle) + pick(syllables.end);
  let person = { first: nameWord(), last: nameWord() };

  // Digit by digit, with "double" and "oh" as people use them.
  const spoken = (text: string): string => {
    const said: string[] = [];
    for (let at = 0; at < text.length; at++) {
      if (text[at] === text[at + 1] && below(2) === 0) {
        said.push('double', words[Number(text[at])]!);
        at++;
      } else said.push(text[at] === '0' && below(2) === 0 ? 'oh' : words[Number(text[at])]!);
    }
    return said.join(' ');
  };
  const grouped = (text: string, groups: readonly number[], separator: string): string => {
    let at = 0;
    return groups.map((size) => text.slice(at, (at += size))).join(separator);
  };
  const two = (n: number): string =>
    n < 10
      ? `oh ${words[n]}`
      : n < 20
        ? teens[n - 10]!
        : `${tens[Math.floor(n / 10)]}${n % 10 ? ` ${words[n % 10]}` : ''}`;

  const card = (form: string): string[] => {
    const brand = pick(brands);
    const body = brand.prefix + digits(brand.length - brand.prefix.length - 1);
    const number = body + checkDigit(body);
    if (form === 'plain') return [number];
    if (form === 'spaced') return [grouped(number, brand.groups, ' ')];
    if (form === 'dashed') return [grouped(number, brand.groups, '-')];
    const parts = grouped(number, brand.groups, ' ').split(' ');
    if (form === 'spoken') return [parts.map(spoken).join(pick([' ', ', ', ' um ']))];
    return below(2) === 0 ? parts : parts.map(spoken);
  };
  const id = (form: string): string => {
    const letters = (n: number): string => Array.from({ length: n }, () => pick('ABCEGHJKLMNPRST'.split(''))).join('');
    if (form === 'ssn') return grouped(`${1 + below(8)}${digits(8)}`, [3, 2, 4], pick(['-', '-', ' ']));
    if (form === 'ssn-spoken')
      return grouped(`${1 + below(8)}${digits(8)}`, [3, 2, 4], ' ')
        .split(' ')
        .map(spoken)
        .join(' ');
    if (form === 'nino')
      return grouped(
        `${pick(['AB', 'CE', 'JK', 'PR'])}${digits(6)}${pick(['A', 'B', 'C', 'D'])}`,
        pick([[9], [2, 2, 2, 2, 1]]),
        ' ',
      );
    if (form === 'policy') return pick([`${letters(2)}-${digits(7)}`, `${letters(3)}${digits(6)}`, digits(9)]);
    if (form === 'account-spoken') return spoken(digits(8));
    if (form === 'licence') return `${letters(1)}${digits(7)}`;
    if (form === 'passport') return pick([digits(9), `${letters(2)}${digits(6)}`]);
    return grouped(digits(9), [3, 3, 3], pick([' ', '-']));
  };
  const birth = (form: string): string => {
    const [day, month, year] = [1 + below(28), below(12), 1940 + below(65)];
    if (form === 'slashes')
      return pick([
        `${month + 1}/${day}/${year}`,
        `${String(day).padStart(2, '0')}.${String(month + 1).padStart(2, '0')}.${year}`,
        `${month + 1}-${day}-${year % 100 < 10 ? '0' : ''}${year % 100}`,
      ]);
    if (form === 'written')
      return pick([
        `${months[month]} ${day}, ${year}`,
        `${day} ${months[month]} ${year}`,
        `The ${day}th of ${months[month]} ${year}.`,
      ]);
    return `${months[month]!.toLowerCase()} ${two(day).replace('oh ', '')} ${year < 2000 ? `nineteen ${two(year % 100)}` : `two thousand ${words[year % 10]}`}`;
  };
  const email = (form: string): string => {
    const domain = pick(['gmail', 'yahoo', 'hotmail', 'outlook']);
    if (form === 'typed')
      return `${person.first}${pick(['.', '_', '', '-'])}${person.last}${pick(['', digits(2)])}@${pick([`${domain}.com`, 'mail.example', 'harbor.example'])}`;
    if (form === 'spoken')
      return pick([
        `${person.first} dot ${person.last} at ${domain} dot com`,
        `${person.first} underscore ${person.last} ${pick(words)} ${pick(words)} at ${domain} dot com`,
        `${person.first.split('').join(' ')} at ${domain} dot com`,
      ]);
    return pick([
      `${person.first} at ${domain}com`,
      `${person.first}${person.last}@${domain}com`,
      `${person.first}${digits(2)} at ${domain} com`,
    ]);
  };
  const phone = (form: string): string => {
    const us = `${2 + below(8)}${digits(2)}${2 + below(8)}${digits(6)}`;
    if (form === 'us')
      return pick([
        `(${us.slice(0, 3)}) ${us.slice(3, 6)}-${us.slice(6)}`,
        grouped(us, [3, 3, 4], '-'),
        grouped(us, [3, 3, 4], '.'),
        `+1 ${grouped(us, [3, 3, 4], ' ')}`,
        `1-${grouped(us, [3, 3, 4], '-')}`,
      ]);
    if (form === 'plain') return us;
    if (form === 'uk')
      return pick([
        `07${digits(3)} ${digits(6)}`,
        `020 ${digits(4)} ${digits(4)}`,
        `01${digits(3)} ${digits(6)}`,
        `07${digits(9)}`,
        `07${digits(2)} ${digits(3)} ${digits(4)}`,
      ]);
    if (form === 'international')
      return pick([
        `+44 7${digits(3)} ${digits(6)}`,
        `+49 30 ${digits(8)}`,
        `+33 ${1 + below(9)} ${grouped(digits(8), [2, 2, 2, 2], ' ')}`,
        `+353 1 ${digits(3)} ${digits(4)}`,
      ]);
    return grouped(us, [3, 3, 4], ' ')
      .split(' ')
      .map(spoken)
      .join(pick([' ', ', ']));
  };
  const address = (form: string): string => {
    const street = `${capital(nameWord())}${pick(['', ` ${pick(['Hill', 'Oak', 'Park'])}`])} ${pick(['Street', 'Avenue', 'Road', 'Drive', 'Lane', 'Court', 'Blvd'])}`;
    if (form === 'us')
      return `${1 + below(9899)} ${street}${pick(['', `, Apt ${1 + below(40)}`, ', Springfield, IL 62704'])}`;
    if (form === 'uk') return `${1 + below(190)} ${street}`;
    if (form === 'box') return `PO Box ${100 + below(9000)}`;
    return `${spoken(String(100 + below(800)))} ${street.toLowerCase().replace('blvd', 'boulevard')}`;
  };
  const name = (form: string): string => {
    const { first, last } = person;
    if (form === 'first') return capital(first);
    if (form === 'last') return capital(last);
    if (form === 'lower') return `${first} ${last}`;
    if (form === 'spelled')
      return last
        .toUpperCase()
        .split('')
        .join(pick([' ', '-', ', ']));
    return `${capital(first)} ${capital(last)}`;
  };
  const password = (): string =>
    pick([
      `${nameWord()}${digits(2)}`,
      `${capital(nameWord())}!${digits(3)}`,
      `${nameWord()}${pick(['$', '_', '-'])}${nameWord()}${digits(1)}`,
    ]);

  const make = (kind: PlantedKind, form: string): readonly string[] => {
    if (kind === 'card') return card(form);
    if (kind === 'card code')
      return [
        form === 'spoken'
          ? digits(3)
              .split('')
              .map((digit) => words[Number(digit)])
              .join(' ')
          : digits(3),
      ];
    if (kind === 'id') return [id(form)];
    if (kind === 'birth date') return [birth(form)];
    if (kind === 'email') return [email(form)];
    if (kind === 'phone') return [phone(form)];
    if (kind === 'address') return [address(form)];
    if (kind === 'password') return [password()];
    if (kind === 'gate code') return [digits(4 + below(3))];
    return [name(form)];
  };
  return { make, below, nextPerson: () => (person = { first: nameWord(), last: nameWord() }) };
}

function checkDigit(body: string): number {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const digit = Number(body[body.length - 1 - at]);
    sum += at % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return (10 - (sum % 10)) % 10;
}
