// "Why do we have it?", for those who answer for the service: every clause in force that must show its right to stand, worst first, with the
// words of contacts against it and what it costs; and refusals that cite a policy nobody wrote.
import { readReaderCounts } from '../../documents/reading/reader-notes.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { type AnsweredPolicy, readAnsweredPolicies } from '../../policies/reasons/clause-reasons.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { currentRun } from '../finding.store.ts';
import { mayReadMoney } from '../money/money.access.ts';
import { readMoney } from '../money/money.use.ts';
import { readPricing } from '../money/price-misses.use.ts';
import type { CostAMonth } from '../money/part-of-cost.core.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import { tellClearestFirst } from '../overview/tell-failures.use.ts';
import type { ToldFailure } from '../overview/told-failure.core.ts';
import {
  type Against,
  lawOf,
  type ReadersSay,
  refusals,
  type ToldAgainst,
  type Why,
  type WhyClause,
  worstFirst,
} from './why.core.ts';
import { againstClauses, refusedUnwritten } from './why.store.ts';

const quotesShown = 3;
/** Rows that show quotes: reading the contacts of more takes longer than anybody looks. */
const rowsQuoted = 20;

/** At most `limit` clauses. @throws Fault `diagnosis-forbidden` */
export async function readWhy(work: Work, limit: number): Promise<Why> {
  assertMayDiagnose(work.actor);
  const day = work.now.slice(0, 10);
  const policies = await readAnsweredPolicies(work, day);
  const against = await againstClauses(work.tx, work.actor.orgId);
  const money = await moneyOf(work);
  const rows = worstFirst(await clausesOf(work, policies, against, money.costs));
  const owing = policies.filter((one) => one.owes).flatMap((one) => one.clauses);
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const shown = rows.slice(0, limit);
  const toTell = shown.flatMap((one) => (one.against ? [one.against] : [])).slice(0, rowsQuoted);
  const unwritten = await unwrittenOf(work, against);
  const quotes = await quotesOf(work, [...toTell, unwritten]);
  const told = (one: Against): ToldAgainst => ({
    misses: one.misses,
    standards: one.standards.map((id) => ({ id, title: titles.get(id) ?? id })),
    quotes: quotes.get(one) ?? [],
  });
  return {
    day,
    asked: (await currentRun(work.tx, work.actor.orgId)) !== null,
    rows: shown.map((row) => ({ ...row, against: row.against && told(row.against) })),
    all: rows.length,
    clauses: {
      owing: owing.length,
      answered: owing.filter((one) => one.standing.state === 'said' && one.standing.reasons.factor !== undefined)
        .length,
    },
    unwritten: unwritten.misses === 0 ? null : told(unwritten),
    money: money.known,
  };
}

async function clausesOf(
  work: Work,
  policies: readonly AnsweredPolicy[],
  against: readonly Against[],
  costs: (policy: string, clause: string, against: Against | null) => CostAMonth | null,
): Promise<WhyClause[]> {
  const counted = new Map(against.map((one) => [`${one.policy}\n${one.clause}`, one]));
  const said = new Map(
    (await readReaderCounts(work, 'policy')).map((one) => [[one.document, one.version, one.part].join('\n'), one]),
  );
  return policies.flatMap(({ policy, mayAnswer, clauses }) =>
    clauses.map(({ id, text, standing, doubt }): WhyClause => {
      const reasons = standing.state === 'said' ? standing.reasons : {};
      const own = counted.get(`${policy.id}\n${id}`) ?? null;
      return {
        policy: { id: policy.id, version: policy.version, title: policy.title, class: policy.class },
        clause: { id, text },
        state: standing.state,
        reasons: standing.reasons,
        doubt,
        law: lawOf(reasons, policy.legalBasis),
        mayAnswer,
        against: own,
        readers: readersSay(said.get([policy.id, policy.version, id].join('\n'))),
        costs: costs(policy.id, id, own),
      };
    }),
  );
}

function readersSay(counts: ReadersSay | undefined): ReadersSay {
  const { factorYes = 0, factorNo = 0, factorPartly = 0, notUnderstood = 0, disagree = 0 } = counts ?? {};
  return { factorYes, factorNo, factorPartly, notUnderstood, disagree };
}

interface Priced {
  readonly known: Why['money'];
  readonly costs: (policy: string, clause: string, against: Against | null) => CostAMonth | null;
}

/**
 * What a clause costs a month, as far as it was counted and is for whoever asks: counted for the clause itself, else, where it stood in the way
 * of one standard alone, as its part of what missing that one costs.
 */
async function moneyOf(work: Work): Promise<Priced> {
  if (!mayReadMoney(work.actor)) return { known: 'not-for-you', costs: () => null };
  const report = (await readMoney(work))?.report;
  if (report?.kind !== 'outcomes' || report.confounded) return { known: 'not-counted', costs: () => null };
  const { currency } = report;
  const own = new Map(report.clauses.map((one) => [`${one.policy}\n${one.clause ?? ''}`, one.money]));
  const priced = await readPricing(work);
  return {
    known: 'counted',
    costs: (policy, clause, against) => {
      const money = own.get(`${policy}\n${clause}`);
      if (money) return { currency, money };
      const [only, more] = against?.standards ?? [];
      return against === null || only === undefined || more !== undefined ? null : priced(only, against.misses);
    },
  };
}

/** Words that cite a policy, and refusals, for which no clause on record was named. */
async function unwrittenOf(work: Work, against: readonly Against[]): Promise<Against> {
  const cited = against.find((one) => one.policy === '');
  const refused = await refusedUnwritten(work.tx, work.actor.orgId, [...refusals]);
  return {
    policy: '',
    clause: '',
    misses: (cited?.misses ?? 0) + refused.misses,
    standards: [...new Set([...(cited?.standards ?? []), ...refused.standards])],
    marks: [...(cited?.marks ?? []), ...refused.marks],
  };
}

async function quotesOf(work: Work, all: readonly Against[]): Promise<Map<Against, ToldFailure[]>> {
  const findings = await readFindingsOfMarks(work, [...new Set(all.flatMap((one) => one.marks))]);
  const told = (await tellClearestFirst(work, findings)).filter((one) => one.quote !== null);
  return new Map(
    all.map((one) => {
      const marks = new Set(one.marks);
      return [one, told.filter((failure) => marks.has(failure.mark)).slice(0, quotesShown)];
    }),
  );
}
