// Know it, do it: certified against kept, from the certificates on record and every mark of the standards they are about.
import { heldTo } from '../../kernel/actor.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { readProcedures } from '../../procedures/procedures.use.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readCertificates } from '../../training/training.use.ts';
import { RecordBook } from '../book.core.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import { noRecords } from '../records.core.ts';
import { anyDayMadeFrom } from '../report/made-from.use.ts';
import { certifiedAlike } from './certified-spans.core.ts';
import { knowDo, type KnowDoCounted } from './know-do.core.ts';
import type { KnowDoReport, NamedStandard } from './know-do-report.core.ts';
import { toldKnowDo, toldRow } from './know-do-told.core.ts';
import { type CountedSide, countSides, daysServed, knowDoReports } from './know-do.store.ts';

/**
 * Kept until something is done that bears on it; whoever is held to sites has their own counted each time.
 * @param ownPacks folder of the organisation's own packs and ladder
 * @throws Fault `diagnosis-forbidden`
 */
export async function readKnowDo(work: Work, ladder: LadderSettings, ownPacks: string): Promise<KnowDoReport> {
  assertMayDiagnose(work.actor);
  if (heldTo(work.actor) !== null) return countKnowDo(work, ladder);
  const from = await anyDayMadeFrom(work, ownPacks);
  const kept = await knowDoReports.read(work.tx, work.actor.orgId);
  if (kept?.readFrom === from) return kept.report;
  const report = await countKnowDo(work, ladder);
  if (work.actor.readsOnly !== true)
    await knowDoReports.write(work.tx, work.actor.orgId, { readFrom: from, madeAt: work.now, report });
  return report;
}

async function countKnowDo(work: Work, ladder: LadderSettings): Promise<KnowDoReport> {
  const standards = await standardsInUse(work);
  if (standards.length === 0) return { kind: 'none', missing: 'marks' };
  // A certificate's worth hangs on documents' versions too; on nothing else of the record.
  const certificates = await readCertificates(work);
  const [policies, procedures] = [await readPolicies(work), await readProcedures(work)];
  const book = new RecordBook({ ...noRecords, certificates, policies, procedures });
  const groups = certifiedAlike(book, ladder, standards);
  if (groups.length === 0) return { kind: 'none', missing: 'certificates' };
  const sides = await countSides(work.tx, work.actor.orgId, groups);
  const named = new Map(standards.map((one) => [one.id, one]));
  const counted = [...Map.groupBy(sides, (one) => one.standard)].map(([id, rows]) => countedOf(named.get(id)!, rows));
  if (counted.every((one) => one.with === null && one.without === null)) return { kind: 'none', missing: 'people' };
  const found = knowDo(counted);
  const unasked = sides.filter(({ side }) => side === 'unknown').reduce((sum, { times }) => sum + times, 0);
  const about = new Set(groups.flatMap((group) => group.standards.map(({ id }) => id)));
  return {
    kind: 'know-do',
    told: toldKnowDo(found, unasked),
    ...found,
    rows: found.rows.map((row) => ({ ...row, told: toldRow(row) })),
    days: await daysServed(work.tx, work.actor.orgId),
    notOnRecord: standards.filter(({ id }) => !about.has(id)).map(name),
  };
}

const none = { people: 0, times: 0, kept: 0 };

function countedOf(standard: Standard, rows: readonly CountedSide[]): KnowDoCounted {
  const side = (name: CountedSide['side']): CountedSide | null => rows.find((row) => row.side === name) ?? null;
  const without = side('without');
  return {
    ...name(standard),
    kind: standard.kind,
    with: side('with'),
    without,
    lapsed: without?.lapsed ?? none,
    never: without?.never ?? none,
  };
}

function name(standard: Standard): NamedStandard {
  return { standard: standard.id, title: titleOf(standard) };
}
