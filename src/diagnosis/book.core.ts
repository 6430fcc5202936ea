// All dated records, indexed so that any question can be asked as of a day; and which kinds of record exist at all,
// since an area that never kept a record answers nothing.
import { addDays, inForce, type Day, type Moment } from '../kernel/moment.ts';
import type { Acknowledgement, Clause, DocumentKind, DocumentVersion } from '../documents/document.core.ts';
import type { Approval, Observation, Outage, Target } from '../management/management.core.ts';
import type { AuthorityLimit, Post, Shift, Site } from '../people/people.core.ts';
import type { Attempt } from '../personnel/personnel.core.ts';
import type { Duty } from '../procedures/procedure.core.ts';
import type { Certificate } from '../training/training.core.ts';
import type { About, OwnAnswer, RecordKind, Records } from './records.core.ts';

/** A version of a policy or a procedure, with its clauses or steps under one name. */
export interface Written extends DocumentVersion {
  readonly kind: DocumentKind;
  readonly task?: string;
  readonly legalBasis?: string;
  readonly parts: readonly Clause[];
}

/** A document that speaks of a standard: the parts that do, or none where it is linked by its task as a whole. */
export interface Linked {
  readonly document: Written;
  readonly parts: readonly Clause[];
}

const dayLength = 86_400_000;

/** Everything on record, to be asked what was in force, known or done at a moment. */
export class RecordBook {
  readonly #records: Records;
  readonly #sites: Map<string, Site>;
  readonly #posts: Map<string, Post[]>;
  readonly #written: Written[];
  readonly #serving = new Map<string, readonly Linked[]>();
  readonly #obstructing = new Map<string, readonly Linked[]>();
  readonly #acknowledged: Map<string, Acknowledgement[]>;
  readonly #certificates = new Map<string, Map<string, Certificate[]>>();
  readonly #duties = new Map<string, Duty[]>();
  readonly #observations = new Map<string, Observation[]>();
  readonly #acts: Map<string, Observation[]>;
  readonly #approvals: Map<string, Approval[]>;
  readonly #attempts: Map<string, Attempt[]>;
  readonly #outages: Map<string, Outage[]>;
  readonly #shifts = new Map<string, Shift[]>();
  readonly #answers = new Map<string, OwnAnswer>();
  readonly #firstObservation: Day | undefined;

  constructor(records: Records) {
    this.#records = records;
    this.#sites = new Map(records.sites.map((site) => [site.id, site]));
    this.#posts = Map.groupBy(records.posts, (row) => row.person);
    this.#written = [
      ...records.procedures.map((one): Written => ({ ...one, kind: 'procedure', parts: one.steps })),
      ...records.policies.map((one): Written => ({ ...one, kind: 'policy', parts: one.clauses })),
    ];
    this.#acknowledged = Map.groupBy(records.acknowledgements, (row) =>
      [row.person, row.kind, row.document, row.version].join('\n'),
    );
    for (const row of records.observations) {
      for (const standard of row.standards) push(this.#observations, `${row.person}\n${standard}`, row);
    }
    this.#acts = Map.groupBy(records.observations, (row) => row.person);
    this.#approvals = Map.groupBy(records.approvals, (row) => row.person);
    this.#attempts = Map.groupBy(records.attempts, (row) => row.person);
    this.#outages = Map.groupBy(records.outages, (row) => row.site);
    for (const shift of records.shifts) for (const key of daysOf(shift)) push(this.#shifts, key, shift);
    // The latest answer to a question stands; of two on one day the one given later in the list.
    for (const answer of records.ownAnswers) {
      const before = this.#answers.get(answer.question);
      if (!before || before.on <= answer.on) this.#answers.set(answer.question, answer);
    }
    this.#firstObservation = records.observations.map((row) => row.on).toSorted()[0];
  }

  /** Was any record of this kind ever brought? */
  has(kind: RecordKind): boolean {
    return this.#records[kind].length > 0;
  }

  /** Was any record brought, beside an owner's own answers? */
  get brought(): boolean {
    return (Object.keys(this.#records) as RecordKind[]).some((kind) => kind !== 'ownAnswers' && this.has(kind));
  }

  site(id: string | undefined): Site | undefined {
    return id === undefined ? undefined : this.#sites.get(id);
  }

  /** The person's place that day: at this site where they have one there, else the one that they have anywhere. */
  post(person: string | undefined, day: Day, site?: string): Post | undefined {
    const posts = (this.#posts.get(person ?? '') ?? []).filter((row) => inForce(row, day));
    return posts.find((row) => row.site === site) ?? posts[0];
  }

  /**
   * Documents of all times that say what the standard asks: by a part that serves it, or as a whole by its task, where
   * nobody has said of any part what it serves.
   */
  serving(standard: string, task: string | undefined): readonly Linked[] {
    return cached(this.#serving, `${standard}\n${task ?? ''}`, () =>
      this.#written.flatMap((document) => {
        const parts = document.parts.filter((part) => part.serves.includes(standard));
        const byTask =
          task !== undefined && document.kind === 'procedure' && document.task === task && !isLinked(document);
        return parts.length > 0 || byTask ? [{ document, parts }] : [];
      }),
    );
  }

  /** Documents of all times with a part that stands in the way of the standard. */
  obstructing(standard: string): readonly Linked[] {
    return cached(this.#obstructing, standard, () =>
      this.#written.flatMap((document) => {
        const parts = document.parts.filter((part) => part.obstructs.includes(standard));
        return parts.length > 0 ? [{ document, parts }] : [];
      }),
    );
  }

  /** A version of a document; the last one on record where none is named. */
  written(kind: DocumentKind, id: string, version?: string): Written | undefined {
    return this.#written.findLast(
      (one) => one.kind === kind && one.id === id && (version === undefined || one.version === version),
    );
  }

  /** How many versions of documents of a kind were in force that day, whatever they are about. */
  inForceCount(kind: DocumentKind, day: Day): number {
    return this.#written.filter((one) => one.kind === kind && inForce(one, day)).length;
  }

  /** Duties in force that day that keep the standard or are about its task. */
  duties(standard: string, task: string | undefined, day: Day): Duty[] {
    return cached(this.#duties, `${standard}\n${task ?? ''}`, () =>
      this.#records.duties.filter((row) => about(row, standard, task)),
    ).filter((row) => inForce(row, day));
  }

  authorityLimits(standard: string, day: Day): AuthorityLimit[] {
    return this.#records.authorityLimits.filter((row) => inForce(row, day) && row.standards.includes(standard));
  }

  targetsAgainst(standard: string, day: Day): Target[] {
    return this.#records.targets.filter((row) => inForce(row, day) && row.against.includes(standard));
  }

  /** Sign-offs about the standard that the person was waiting for at that moment. */
  waitingFor(person: string, standard: string, at: Moment): Approval[] {
    return (this.#approvals.get(person) ?? []).filter(
      (row) =>
        row.standards.includes(standard) && row.askedAt <= at && (row.answeredAt === undefined || at < row.answeredAt),
    );
  }

  /** Whether a sign-off about the standard may have been waited for at some time of that day, in whatever zone the day is. */
  mayWait(person: string, standard: string, day: Day): boolean {
    return (this.#approvals.get(person) ?? []).some(
      (row) =>
        row.standards.includes(standard) &&
        row.askedAt < addDays(day, 2) &&
        (row.answeredAt === undefined || addDays(day, -1) <= row.answeredAt),
    );
  }

  /** The person's latest answer to a version of a document, on that day or before. */
  acknowledgement(person: string, document: Written, day: Day): Acknowledgement | undefined {
    const rows = this.#acknowledged.get([person, document.kind, document.id, document.version].join('\n')) ?? [];
    return rows.filter((row) => row.on <= day).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  }

  outagesAt(site: string, at: Moment): Outage[] {
    return (this.#outages.get(site) ?? []).filter((row) => row.from <= at && at < row.to);
  }

  /** Shifts at the site that touch the day of this moment (in UTC), and those of them that hold the moment itself. */
  shiftsAround(site: string, at: Moment): { readonly thatDay: readonly Shift[]; readonly atMoment: readonly Shift[] } {
    const thatDay = this.#shifts.get(`${site}\n${at.slice(0, 10)}`) ?? [];
    return { thatDay, atMoment: thatDay.filter((row) => row.from <= at && at < row.to) };
  }

  /** Certificates of all times that cover the standard or its task, by person. */
  certificatesAbout(standard: string, task: string | undefined): ReadonlyMap<string, readonly Certificate[]> {
    return cached(this.#certificates, `${standard}\n${task ?? ''}`, () =>
      Map.groupBy(
        this.#records.certificates.filter((row) => about(row, standard, task)),
        (row) => row.person,
      ),
    );
  }

  /** What managers did with the person about this standard, at all times. */
  observations(person: string, standard: string): readonly Observation[] {
    return this.#observations.get(`${person}\n${standard}`) ?? [];
  }

  /** What managers did with the person about anything or nothing in particular, at all times. */
  acts(person: string): readonly Observation[] {
    return this.#acts.get(person) ?? [];
  }

  /** The day of the first observation of anybody: before it, nobody was keeping any. */
  get firstObservation(): Day | undefined {
    return this.#firstObservation;
  }

  attempts(person: string): readonly Attempt[] {
    return this.#attempts.get(person) ?? [];
  }

  ownAnswer(rung: number, about: About, value: string): OwnAnswer | undefined {
    return this.#answers.get(`${rung}:${about}:${value}`);
  }
}

function isLinked(document: Written): boolean {
  return document.parts.some((part) => part.serves.length > 0);
}

function about(
  row: { readonly standards: readonly string[]; readonly task: string },
  standard: string,
  task: string | undefined,
): boolean {
  return row.standards.includes(standard) || (task !== undefined && row.task === task);
}

function daysOf(shift: Shift): string[] {
  const keys: string[] = [];
  const last = Date.parse(shift.to);
  for (let time = Date.parse(`${shift.from.slice(0, 10)}T00:00:00Z`); time < last; time += dayLength) {
    keys.push(`${shift.site}\n${new Date(time).toISOString().slice(0, 10)}`);
  }
  return keys;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
