// Published rates: how often others were found to miss a standard, or an act to happen. Checked on the way in, and told in
// the same words wherever they are shown, always with their sector and source.
import { Fault, type FaultDetail } from '../kernel/fault.ts';

/** One published finding that speaks to a standard. */
export interface BaseRate {
  /** Share in which the standard was missed, or the act happened, 0 to 1; the ends differ where only a bound is known. */
  readonly missed: { readonly from: number; readonly to: number };
  /** What was counted, in the publisher's sense. */
  readonly counted: string;
  /** Among how many of what: `about 1,000 mystery calls`. */
  readonly of: string;
  readonly n?: number | undefined;
  readonly sector: string;
  readonly year?: number | undefined;
  /** Site and path. */
  readonly source: string;
  /** Why to trust it less, where there is a reason. */
  readonly loose?: string | undefined;
}

/** By standard id. */
export type BaseRates = ReadonlyMap<string, readonly BaseRate[]>;

const sides = ['met', 'missed', 'happened'] as const;
const texts = ['counted', 'of', 'sector', 'source', 'loose'] as const;
const fields = new Set<string>([...sides, ...texts, 'n', 'year']);

/** Checks what the file holds. @throws Fault `base-rates-malformed` with every error found, each by its place in the file */
export function toBaseRates(value: unknown): BaseRates {
  const errors: FaultDetail[] = [];
  const rates = new Map<string, readonly BaseRate[]>();
  for (const [id, listed] of Object.entries(blockOf(value, '', errors))) {
    if (!Array.isArray(listed)) errors.push({ pointer: `/${id}`, detail: 'Expected a list of rates here.' });
    else
      rates.set(
        id,
        listed.map((one: unknown, at) => toRate(one, `/${id}/${at}`, errors)),
      );
  }
  if (errors.length > 0)
    throw new Fault(
      'base-rates-malformed',
      'malformed',
      'The file of published rates has errors; correct each place named.',
      errors,
    );
  return rates;
}

function toRate(value: unknown, at: string, errors: FaultDetail[]): BaseRate {
  const block = blockOf(value, at, errors);
  for (const name of Object.keys(block))
    if (!fields.has(name))
      errors.push({
        pointer: `${at}/${name}`,
        detail: `Not a field of a rate. Write one of: ${[...fields].join(', ')}.`,
      });
  const text = (name: (typeof texts)[number]): string => {
    const given = block[name];
    if (typeof given === 'string' && given.trim() !== '') return given.trim();
    errors.push({ pointer: `${at}/${name}`, detail: 'Expected a few words.' });
    return '';
  };
  const whole = (name: 'n' | 'year', least: number): number | undefined => {
    const given = block[name];
    if (given === undefined) return undefined;
    if (typeof given === 'number' && Number.isInteger(given) && given >= least) return given;
    errors.push({ pointer: `${at}/${name}`, detail: `Expected a whole number of ${least} or more.` });
    return undefined;
  };
  const [n, year] = [whole('n', 1), whole('year', 1900)];
  return {
    missed: missedOf(block, at, errors),
    // The rate is that of missing it, so what the source counted as done is told as not done.
    counted: block['met'] === undefined ? text('counted') : `not so that ${text('counted')}`,
    of: text('of'),
    ...(n === undefined ? {} : { n }),
    sector: text('sector'),
    ...(year === undefined ? {} : { year }),
    source: text('source'),
    ...(block['loose'] === undefined ? {} : { loose: text('loose') }),
  };
}

// A file says what its source says; within, every rate is that of missing it.
function missedOf(block: Readonly<Record<string, unknown>>, at: string, errors: FaultDetail[]): BaseRate['missed'] {
  const given = sides.filter((side) => block[side] !== undefined);
  const [side] = given;
  if (side === undefined || given.length > 1) {
    errors.push({ pointer: at, detail: `Expected one of: ${sides.join(', ')}.` });
    return { from: 0, to: 1 };
  }
  const ends: unknown[] = Array.isArray(block[side]) ? block[side] : [block[side], block[side]];
  const [from, to] = ends;
  const share = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 1;
  if (ends.length !== 2 || !share(from) || !share(to) || from > to) {
    errors.push({
      pointer: `${at}/${side}`,
      detail: 'Expected a share from 0 to 1, or [from, to] with the smaller first.',
    });
    return { from: 0, to: 1 };
  }
  return side === 'met' ? { from: complement(to), to: complement(from) } : { from, to };
}

// 1 - 0.254 is 0.746, not 0.7460000000000001.
function complement(share: number): number {
  return Math.round((1 - share) * 1e6) / 1e6;
}

function blockOf(value: unknown, at: string, errors: FaultDetail[]): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  errors.push({ pointer: at, detail: 'Expected a block of fields here.' });
  return {};
}

/** `75 % of about 1,000 mystery calls, self-storage`: always with the sector; source and doubts stand in `rateSource`. */
export function rateWords(rate: BaseRate): string {
  return `${shareWords(rate.missed)} of ${rate.of}, ${rate.sector}`;
}

/** `mspa-ea.org (Smiling Report 2022), 2021; loose definition`; the site without its path where a line has to be short. */
export function rateSource({ source: whole, year, loose }: BaseRate, short = false): string {
  const source = short ? whole.split(/[/ ]/)[0] : whole;
  return `${source}${year === undefined ? '' : `, ${year}`}${loose === undefined ? '' : `; ${loose}`}`;
}

function shareWords({ from, to }: BaseRate['missed']): string {
  const percent = (share: number): number => Math.round(share * 100);
  if (from === to) return `${percent(from)} %`;
  if (from === 0) return `${percent(to)} % or less`;
  if (to === 1) return `${percent(from)} % or more`;
  return `${percent(from)} to ${percent(to)} %`;
}
