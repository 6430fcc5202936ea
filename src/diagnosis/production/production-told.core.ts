// Production in the sentences that an owner would read: which sites are below, by how much, what they share, and what can't be said.
import { sumOf } from '../money/sums.core.ts';
import { fewestSites, shortfall } from './below.core.ts';
import type { NoProduction, ProductionFound, SharedFigure, SiteProduction } from './production-report.core.ts';
import { fewestBelow, fewestRest } from './shared.core.ts';
import { fewestMonths } from './site-figures.core.ts';

type Found = Omit<ProductionFound, 'told'>;

const circumstanceWords = { size: 'size', price: 'price', place: 'place' } as const;
const mostNamed = 4;

export function toldProduction(report: Found): string[] {
  const { sites, shared, notKnown, takenOut } = report;
  const below = sites.filter((one) => one.below);
  const like =
    takenOut.length === 0
      ? 'the other sites do'
      : `sites of ${theirs(takenOut.map((one) => circumstanceWords[one]))} would`;
  const told: string[] = [];
  if (below.length === 0)
    told.push(`None of the ${sites.length} sites surely produces over ${shortfall * 100} % less than ${like}.`);
  else
    told.push(
      `${below.length} of ${sites.length} sites ${below.length === 1 ? 'produces' : 'produce'} less than ${like}: ${below
        .slice(0, mostNamed)
        .map((one) => shortBy(one, report))
        .join('; ')}${below.length > mostNamed ? `; and ${below.length - mostNamed} more` : ''}.`,
    );
  told.push(...sharedTold(shared, below.length, sites.length));
  if (notKnown.length > 0)
    told.push(
      `Not every site’s ${and(notKnown)} ${notKnown.length === 1 ? 'is' : 'are'} on record, so ${notKnown.length === 1 ? 'it is' : 'they are'} not taken out: ${and(notKnown.map((one) => whereToSay[one]))}.`,
    );
  return told;
}

const whereToSay = {
  size: 'units in site-months.csv',
  price: 'price in site-months.csv',
  place: 'location-class in sites.csv',
} as const;

function shortBy({ name, short, from, to, value, expected }: SiteProduction, { measure, currency }: Found): string {
  const head = `${name} by about ${whole(short)} % (${whole(from)} to ${whole(to)})`;
  return measure === 'revenue' ? `${head}, ${sumOf(expected - value, currency)} a month` : head;
}

function sharedTold(shared: readonly SharedFigure[], below: number, sites: number): string[] {
  if (below === 0) return [];
  if (below < fewestBelow)
    return ['One site alone shares nothing with others: read its own patterns (customary patterns --site ID).'];
  if (sites - below < fewestRest)
    return ['Too few other sites are left to say what those below share and the others don’t.'];
  if (shared.length === 0) return ['Too few marks at these sites to say what those below share.'];
  const standing = shared.filter((one) => one.stands);
  const [most] = shared;
  if (standing.length === 0)
    return [
      `Nothing that is missed more the shorter a site is stands out from chance, among ${shared.length} figures looked at; nearest is ${sentenceOf(most!)}.`,
    ];
  return [
    `They miss more than the others, and the more so the shorter they are, corrected for having looked at ${shared.length} figures: ${standing.slice(0, 3).map(sentenceOf).join('; ')}.`,
    'It goes with producing less; whether it is why, a fix at some of them would show.',
  ];
}

function sentenceOf({ title, of, below, rest, more, from, to }: SharedFigure): string {
  const what = of === 'standard' ? `“${title}”` : title;
  return `${what}, ${whole(below)} of 100 against ${whole(rest)} (for each tenth that a site is short, ${whole(more)} more: ${whole(from)} to ${whole(to)})`;
}

export function nothingTold(
  why: NoProduction['why'],
  { months }: { readonly months: readonly { readonly site: string; readonly month: string }[] },
): string[] {
  if (why === 'no-months')
    return [
      months.length === 0
        ? 'No month of any site is on record. Bring site-months.csv (site, month, units, price, occupancy, move-ins, move-outs, revenue).'
        : 'Every month on record is this one or still to come: production is read of months that are over.',
    ];
  if (why === 'too-few-sites')
    return [
      `Fewer than ${fewestSites} sites are on record: what size, price and place would give can’t be told from so few, nor who is below it.`,
    ];
  return [
    `No measure is on record for at least ${fewestSites} sites over ${fewestMonths} months: bring revenue with units, or occupancy, in site-months.csv.`,
  ];
}

function whole(share: number): string {
  const value = Math.round(share * 100);
  return `${value === 0 ? 0 : value}`;
}

function theirs(words: readonly string[]): string {
  return `their ${and(words)}`;
}

function and(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
