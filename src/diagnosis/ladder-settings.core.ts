// What weighs an answer: starting odds, factors, thresholds and the wording of the questions, read from packs/ladder.yaml
// and checked, so that a slip in the file is named rather than quietly believed.
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import { type Cause, causes, type Odds, type RungAnswer } from './finding.core.ts';
import { wordsAnswer } from './ladder/words.core.ts';
import type { About } from './records.core.ts';

export interface OwnerQuestion {
  readonly about: About;
  /** What the owner's yes answers in the ladder. */
  readonly yesMeans: 'yes' | 'no';
  readonly asks: string;
  readonly atrocity?: string;
  readonly task?: string;
  readonly site?: string;
}

export interface RungSettings {
  readonly asks: string;
  /** The cause that a no clears, and that a yes without a cause of its own speaks of (9 and 10). */
  readonly cause: Cause;
  readonly factors: Readonly<Record<RungAnswer, number>>;
  /** What a yes multiplies by where it is of this kind; `factors.yes` where its kind isn't named. */
  readonly details: Readonly<Record<string, number>>;
  readonly owner?: OwnerQuestion;
}

export interface Thresholds {
  readonly feedbackDays: number;
  readonly settlingDays: number;
  readonly practiceDays: number;
  readonly peers: number;
  readonly marks: number;
  readonly half: number;
  readonly cycles: number;
  readonly repeats: number;
}

/** Which words of a contact explain every failure in it, and which only one that they stand near. */
export interface WordSettings {
  readonly situation: ReadonlySet<string>;
  readonly matter: ReadonlySet<string>;
  /** Turns between words about one matter and the nearest piece of a mark's evidence, at most. */
  readonly nearTurns: number;
  /** Turns that were searched, at most, for words about one matter to stand in them. */
  readonly narrowTurns: number;
}

export interface LadderSettings {
  readonly start: Odds;
  readonly startWeight: number;
  readonly thresholds: Thresholds;
  readonly words: WordSettings;
  /** Question 1 stands at index 0. */
  readonly rungs: readonly RungSettings[];
}

const rungCount = 12;

type Fields = Readonly<Record<string, unknown>>;

/** Checks what the ladder's file holds. @throws Fault `ladder-malformed` with every error found, each by its place in the file */
export function toLadderSettings(value: unknown): LadderSettings {
  const errors: FaultDetail[] = [];
  const read = new Reader(errors);
  const file = read.fields(value, '');
  const start = read.fields(file['start'], '/start');
  const odds = Object.fromEntries(
    causes.map((cause) => [cause, read.number(start[cause], `/start/${cause}`, 0.001, 1)]),
  ) as Odds;
  const sum = causes.reduce((total, cause) => total + odds[cause], 0);
  if (Math.abs(sum - 1) > 1e-6)
    read.wrong('/start', `The five starting odds must add up to 1; they add up to ${sum.toFixed(3)}.`);
  const limits = read.fields(file['thresholds'], '/thresholds');
  const whole = (name: string) => read.number(limits[name], `/thresholds/${name}`, 1, 10_000);
  const questions = read.fields(file['questions'], '/questions');
  const settings = {
    start: odds,
    startWeight: read.number(file['start-weight'], '/start-weight', 1, 10_000),
    thresholds: {
      feedbackDays: whole('feedback-days'),
      settlingDays: whole('settling-days'),
      practiceDays: whole('practice-days'),
      peers: whole('peers'),
      marks: whole('marks'),
      half: read.number(limits['half'], '/thresholds/half', 0, 1),
      cycles: whole('cycles'),
      repeats: whole('repeats'),
    },
    words: toWords(read, file['words']),
    rungs: Array.from({ length: rungCount }, (_, i) => toRung(read, i + 1, questions[String(i + 1)])),
  };
  if (errors.length > 0) {
    throw new Fault('ladder-malformed', 'malformed', "The ladder's file has errors; correct each place named.", errors);
  }
  return settings;
}

function toWords(read: Reader, value: unknown): WordSettings {
  const fields = read.fields(value, '/words');
  const known = Object.keys(wordsAnswer);
  const situation = read.names(fields['situation'], '/words/situation', known);
  const matter = read.names(fields['matter'], '/words/matter', known);
  const unplaced = known.filter((name) => situation.has(name) === matter.has(name));
  if (unplaced.length > 0)
    read.wrong('/words', `Each kind of words stands in one of the two lists; not so: ${unplaced.join(', ')}.`);
  return {
    situation,
    matter,
    nearTurns: read.number(fields['near-turns'], '/words/near-turns', 0, 10_000),
    narrowTurns: read.number(fields['narrow-turns'], '/words/narrow-turns', 1, 10_000),
  };
}

function toRung(read: Reader, rung: number, value: unknown): RungSettings {
  const at = `/questions/${rung}`;
  const fields = read.fields(value, at);
  // Questions 9 and 10 speak for a person when answered yes: there a yes may only lower.
  const [least, most] = rung === 9 || rung === 10 ? [0.001, 1] : [1, 1000];
  const owner = fields['owner'];
  const details = fields['details'] === undefined ? {} : read.fields(fields['details'], `${at}/details`);
  return {
    asks: read.text(fields['asks'], `${at}/asks`),
    cause: read.oneOf(fields['cause'], `${at}/cause`, causes),
    factors: {
      yes: read.number(fields['yes'], `${at}/yes`, least, most),
      no: read.number(fields['no'], `${at}/no`, 0.001, 1),
      'no-record': read.number(fields['no-record'], `${at}/no-record`, 1, 1),
    },
    details: Object.fromEntries(
      Object.entries(details).map(([name, factor]) => [
        name,
        read.number(factor, `${at}/details/${name}`, least, most),
      ]),
    ),
    ...(owner === undefined ? {} : { owner: toOwnerQuestion(read, `${at}/owner`, owner) }),
  };
}

function toOwnerQuestion(read: Reader, at: string, value: unknown): OwnerQuestion {
  const fields = read.fields(value, at);
  const optional = (name: 'atrocity' | 'task' | 'site') =>
    fields[name] === undefined ? {} : { [name]: read.text(fields[name], `${at}/${name}`) };
  return {
    about: read.oneOf(fields['about'], `${at}/about`, ['standard', 'task', 'site', 'all'] as const),
    yesMeans: read.oneOf(fields['yes-means'], `${at}/yes-means`, ['yes', 'no'] as const),
    asks: read.text(fields['asks'], `${at}/asks`),
    ...optional('atrocity'),
    ...optional('task'),
    ...optional('site'),
  };
}

/** Reads fields and notes every error instead of stopping at the first. */
class Reader {
  readonly #errors: FaultDetail[];

  constructor(errors: FaultDetail[]) {
    this.#errors = errors;
  }

  wrong(pointer: string, detail: string): void {
    this.#errors.push({ pointer, detail });
  }

  fields(value: unknown, at: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.wrong(at, 'Expected a block of fields here.');
    return {};
  }

  number(value: unknown, at: string, least: number, most: number): number {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.wrong(at, least === most ? `Expected ${least}.` : `Expected a number from ${least} to ${most}.`);
    return least;
  }

  text(value: unknown, at: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.wrong(at, 'Expected a sentence.');
    return '';
  }

  names(value: unknown, at: string, known: readonly string[]): ReadonlySet<string> {
    if (!Array.isArray(value)) this.wrong(at, 'Expected a list of names.');
    const names = new Set((Array.isArray(value) ? value : []).map(String));
    const strange = [...names].filter((name) => !known.includes(name));
    if (strange.length > 0) this.wrong(at, `No kind of words goes by: ${strange.join(', ')}.`);
    return names;
  }

  oneOf<T extends string>(value: unknown, at: string, allowed: readonly T[]): T {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    this.wrong(at, `Expected one of: ${allowed.join(', ')}.`);
    return allowed[0] as T;
  }
}
