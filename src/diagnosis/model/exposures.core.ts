// What each mark was exposed to, read from the dated record as of the moment of its contact: the same questions that the
// ladder asks of one failure, asked of every mark, kept or failed, and answered 0, 1, an amount, or NaN for "no record".
import { addDays, type Day, inForce, type Moment } from '../../kernel/moment.ts';
import type { Certificate } from '../../training/training.core.ts';
import type { Linked, RecordBook } from '../book.core.ts';
import { type Scope, scopeOf } from '../ladder/reading.core.ts';
import { type ExposureId, exposureKinds } from './exposure-kinds.core.ts';
import { keptAt, KeptAnswers } from './kept-answers.core.ts';
import type { Exposure } from './mark-rows.core.ts';

/** One mark's circumstances. */
export interface Circumstances {
  readonly standard: string;
  readonly task?: string;
  readonly site?: string;
  readonly person?: string;
  readonly day?: Day;
  readonly at?: Moment;
  /** Contacts in progress at the site at that moment, this one included, where known. */
  readonly contactsThen?: number;
}

export interface Spans {
  readonly feedbackDays: number;
  readonly settlingDays: number;
}

type Described = Omit<Exposure, 'values'>;
type Read = (asked: Circumstances, role: string | undefined) => number;

const none = Number.NaN;
/** Stands for every standard where they share an answer. */
const whatever = '';

/** Every exposure that a record can show, in the order of the causes. */
export class ExposureReader {
  readonly all: readonly (Described & { readonly read: Read })[];
  readonly #book: RecordBook;
  readonly #spans: Spans;
  readonly #days = new Map<string, KeptAnswers>();
  readonly #people = new Map<string, KeptAnswers>();
  readonly #before = new Map<string, Day>();
  readonly #meant = new Map<string, { in: readonly Linked[]; unknown: boolean; against: boolean }>();
  // Those of the mark being read; a contact's marks come one after another and share them.
  #asked: Circumstances | null = null;
  #day = new KeptAnswers();
  #person = new KeptAnswers();
  #atMoment: { readonly load: number; readonly outage: number } = { load: none, outage: none };

  constructor(book: RecordBook, spans: Spans) {
    this.#book = book;
    this.#spans = spans;
    const reads: Readonly<Record<ExposureId, Read>> = {
      'policy.in-conflict': this.#perDay(0, this.#inConflict),
      'policy.beyond-authority': this.#perDay(1, this.#beyondAuthority),
      'procedure.missing': this.#perDay(2, this.#missing),
      'procedure.stale': this.#perDay(3, this.#stale),
      'procedure.unread': this.#perPerson(0, this.#unread),
      'training.not-certified': this.#perPerson(1, this.#notCertified),
      'training.lapsed': this.#perPerson(2, this.#lapsed),
      'training.since-practice': this.#perPerson(3, this.#sincePractice),
      'management.no-feedback': this.#perPerson(4, this.#noFeedback),
      'management.unobserved': this.#perPerson(5, this.#unobserved, whatever),
      'management.manager-unobserved': this.#perPerson(6, this.#managerUnobserved, whatever),
      'management.load': () => this.#atMoment.load,
      'management.outage': () => this.#atMoment.outage,
      'management.target-against': this.#perDay(4, this.#target),
      'management.waiting': this.#waiting,
      'personnel.no-exam': this.#perPerson(7, this.#noExam, whatever),
    };
    this.all = exposureKinds.map((kind) => ({ ...kind, read: reads[kind.id] }));
  }

  /** All exposures of one mark, in the order of `all`. */
  read(asked: Circumstances): Float64Array {
    this.#turnTo(asked);
    const { role } = this.#day;
    const found = new Float64Array(this.all.length);
    for (let index = 0; index < found.length; index++) found[index] = this.all[index]!.read(asked, role);
    return found;
  }

  #turnTo(asked: Circumstances): void {
    const { site, person, day, at, contactsThen } = asked;
    const last = this.#asked;
    this.#asked = asked;
    if (last?.site !== site || last?.at !== at || last?.contactsThen !== contactsThen)
      this.#atMoment = { load: this.#load(asked), outage: this.#outage(asked) };
    if (last && last.site === site && last.person === person && last.day === day) return;
    const role = day === undefined ? undefined : this.#book.post(person, day, site)?.role;
    this.#day = keptAt(this.#days, `${site ?? ''}|${role ?? ''}|${day}`, role);
    this.#person = keptAt(this.#people, `${site ?? ''}|${person}|${day}`, role);
  }

  // Many marks share the answer: those of a standard for a role at a site on a day, and those of one person.
  #perDay(place: number, ask: Read): Read {
    return (asked, role) => {
      if (asked.day === undefined) return none;
      const own = this.#day.of(asked.standard);
      return (own[place] ??= ask.call(this, asked, role));
    };
  }

  /** @param standard of the standards that share the answer; left out: each has its own */
  #perPerson(place: number, ask: Read, standard?: string): Read {
    return (asked, role) => {
      if (asked.day === undefined || asked.person === undefined) return none;
      const own = this.#person.of(standard ?? asked.standard);
      return (own[place] ??= ask.call(this, asked, role));
    };
  }

  /** The day so long before; few days are asked for, by very many marks. */
  #daysBefore(day: Day, days: number): Day {
    const key = `${day}${days}`;
    let found = this.#before.get(key);
    if (found === undefined) this.#before.set(key, (found = addDays(day, -days)));
    return found;
  }

  readonly #inConflict: Read = ({ standard, site, day }, role) => {
    if (!this.#book.has('policies')) return none;
    return yesOrUnknown(
      this.#book
        .obstructing(standard)
        .filter(({ document }) => document.kind === 'policy' && inForce(document, day!))
        .map(({ document }) => scopeOf(document, role, site)),
    );
  };

  readonly #beyondAuthority: Read = ({ standard, day }, role) => {
    if (!this.#book.has('authorityLimits')) return none;
    const limits = this.#book.authorityLimits(standard, day!);
    if (limits.length === 0) return 0;
    return role === undefined ? none : flag(limits.some((row) => row.role === role));
  };

  readonly #missing: Read = (asked, role) => {
    if (!this.#book.has('procedures')) return none;
    const { in: meant, unknown } = this.#servingThen(asked, role);
    if (meant.length > 0) return 0;
    return unknown ? none : 1;
  };

  readonly #stale: Read = (asked, role) => {
    if (!this.#book.has('procedures')) return none;
    const { in: meant, against } = this.#servingThen(asked, role);
    const late = meant.some(
      ({ document }) =>
        document.clarity === 'unclear' || (document.reviewDue !== undefined && document.reviewDue < asked.day!),
    );
    return flag(meant.length > 0 && (late || against));
  };

  readonly #unread: Read = (asked, role) => {
    if (!this.#book.has('acknowledgements')) return none;
    const { in: meant } = this.#servingThen(asked, role);
    return flag(
      meant.some(({ document }) => {
        const answer = this.#book.acknowledgement(asked.person!, document, asked.day!);
        return !answer || answer.answer === 'not-understood';
      }),
    );
  };

  #servingThen({ standard, task, site, day }: Circumstances, role: string | undefined) {
    const key = `${standard}|${site ?? ''}|${role ?? ''}|${day}`;
    const known = this.#meant.get(key);
    if (known) return known;
    if (this.#meant.size > 100_000) this.#meant.clear();
    const then = this.#book
      .serving(standard, task)
      .filter(({ document }) => inForce(document, day!))
      .map((linked) => ({ linked, scope: scopeOf(linked.document, role, site) }));
    const against = this.#book
      .obstructing(standard)
      .some(
        ({ document }) =>
          document.kind === 'procedure' && inForce(document, day!) && scopeOf(document, role, site) === 'in',
      );
    const found = {
      in: then.filter((one) => one.scope === 'in').map((one) => one.linked),
      unknown: then.some((one) => one.scope === 'unknown'),
      against,
    };
    this.#meant.set(key, found);
    return found;
  }

  readonly #notCertified: Read = (asked) =>
    this.#book.has('certificates') ? flag(this.#certificates(asked).length === 0) : none;

  readonly #lapsed: Read = (asked) => {
    if (!this.#book.has('certificates')) return none;
    const held = this.#certificates(asked);
    return flag(held.length > 0 && !held.some((row) => this.#isSound(row, asked)));
  };

  readonly #sincePractice: Read = (asked) => {
    if (!this.#book.has('certificates')) return none;
    const sound = this.#certificates(asked).filter((row) => this.#isSound(row, asked));
    if (sound.length === 0) return 0;
    const practised = sound.map((row) =>
      row.lastPractised !== undefined && row.lastPractised > row.on && row.lastPractised <= asked.day!
        ? row.lastPractised
        : row.on,
    );
    return Math.min(365, daysBetween(practised.toSorted().at(-1)!, asked.day!)) / 30;
  };

  #certificates({ standard, task, person, day }: Circumstances): Certificate[] {
    return (this.#book.certificatesAbout(standard, task).get(person!) ?? []).filter(
      (row) => row.on <= day! && (row.standards.length === 0 || row.standards.includes(standard)),
    );
  }

  #isSound(row: Certificate, { standard, task, day }: Circumstances): boolean {
    if (row.expires !== undefined && row.expires <= day!) return false;
    if (row.procedure === undefined || row.procedureVersion === undefined) return true;
    const current = this.#book
      .serving(standard, task)
      .find(({ document }) => document.id === row.procedure && inForce(document, day!));
    return !current || current.document.version === row.procedureVersion;
  }

  readonly #noFeedback: Read = ({ standard, person, site, day }) =>
    this.#unhelped(this.#book.observations(person!, standard), person!, site, day!);

  readonly #unobserved: Read = ({ person, site, day }) => this.#unhelped(this.#book.acts(person!), person!, site, day!);

  readonly #managerUnobserved: Read = ({ person, site, day }) => {
    const manager = this.#book.post(person, day!, site)?.supervisor;
    return manager === undefined ? none : this.#unhelped(this.#book.acts(manager), manager, undefined, day!);
  };

  #unhelped(acts: readonly { on: Day; act: string }[], person: string, site: string | undefined, day: Day): number {
    const first = this.#book.firstObservation;
    if (first === undefined || first > day) return none;
    const since = this.#daysBefore(day, this.#spans.feedbackDays);
    if (acts.some((row) => row.act !== 'reprimand' && row.on >= since && row.on <= day)) return 0;
    const from = this.#book.post(person, day, site)?.from;
    return from !== undefined && from > this.#daysBefore(day, this.#spans.settlingDays) ? none : 1;
  }

  #load({ site, at, contactsThen }: Circumstances): number {
    if (!this.#book.has('shifts') || site === undefined || at === undefined || contactsThen === undefined) return none;
    const people = new Set(this.#book.shiftsAround(site, at).atMoment.map((row) => row.person)).size;
    return people === 0 ? none : contactsThen / people;
  }

  #outage({ site, at }: Circumstances): number {
    return this.#book.has('outages') && site !== undefined && at !== undefined
      ? flag(this.#book.outagesAt(site, at).length > 0)
      : none;
  }

  readonly #target: Read = ({ standard, site, day }, role) =>
    this.#book.has('targets')
      ? yesOrUnknown(this.#book.targetsAgainst(standard, day!).map((row) => scopeOf(row, role, site)))
      : none;

  readonly #waiting: Read = ({ standard, person, at }) =>
    this.#book.has('approvals') && person !== undefined && at !== undefined
      ? flag(this.#book.waitingFor(person, standard, at).length > 0)
      : none;

  readonly #noExam: Read = ({ person, day }) => {
    const exams = this.#book.certificatesAbout('', hiringExam);
    if (exams.size === 0) return none;
    return flag(!(exams.get(person!) ?? []).some((row) => row.on <= day!));
  };
}

/** The task that a certificate of the exam before hiring is kept under. */
export const hiringExam = 'hiring-exam';

function yesOrUnknown(scopes: readonly Scope[]): number {
  if (scopes.includes('in')) return 1;
  return scopes.includes('unknown') ? none : 0;
}

function flag(yes: boolean): number {
  return yes ? 1 : 0;
}

function daysBetween(from: Day, to: Day): number {
  return Math.max(0, (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
