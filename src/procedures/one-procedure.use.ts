// One procedure as its page shows it: the version in force today, else the last there was; for those who look after it also what
// would make it plainer, and where it confused people.
import { adviseOn } from '../documents/clarity/clarity.core.ts';
import { readReaderCounts } from '../documents/reading/reader-notes.use.ts';
import { everyRole } from '../kernel/actor.ts';
import { inForce } from '../kernel/moment.ts';
import { present } from '../kernel/present.ts';
import { personNames, siteNames } from '../people/names-of.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { ProcedureVersion } from './procedure.core.ts';
import { assertMayReadMisses, mayReadConfusion } from './procedures.access.ts';
import type { Confusion, Procedure } from './procedures.shape.ts';
import { confusionOf } from './runs/run.core.ts';
import type { Runs } from './runs/run.shape.ts';
import * as store from './runs/run.store.ts';
import { procedureMissing, resumableSince } from './runs/run.use.ts';
import { suspendedToday } from './suspended.use.ts';
import { askedWords, wordsOf } from './search/search-words.core.ts';
import { missesOf } from './search/search.use.ts';

const shownRuns = 20;

/** @throws Fault `procedure-missing` */
export async function readProcedure(work: Work, id: string): Promise<Procedure> {
  const versions = await store.versionsOfOne(work, id);
  const today = work.now.slice(0, 10);
  const version = versions.findLast((one) => inForce(one, today)) ?? versions.at(-1);
  if (!version) throw procedureMissing();
  const { owner, roles: _roles, sites: _sites, clarity: _clarity, steps, ...shown } = version;
  const mayImprove = mayReadConfusion(work.actor, owner);
  const open = await store.openRunOf(work, id, resumableSince(work));
  const suspendedSince = (await suspendedToday(work, id)).get(`${id}/${version.version}`);
  const name = owner === undefined ? undefined : await calledHere(work, owner);
  return {
    ...shown,
    ...(owner === undefined || name === undefined ? {} : { owner: { id: owner, name } }),
    holds: inForce(version, today) && suspendedSince === undefined,
    ...(suspendedSince === undefined ? {} : { suspendedSince }),
    steps: steps.map((step) => ({ ...step, serves: [...step.serves], obstructs: [...step.obstructs] })),
    ...(open?.version === version.version ? { openRun: open.id } : {}),
    advice: mayImprove ? adviseOn({ parts: steps }) : null,
    confusion: mayImprove ? await confusionIn(work, version) : null,
  };
}

/** The newest runs of a procedure. @throws Fault `procedures-forbidden` */
export async function readRuns(work: Work, id: string): Promise<Runs> {
  assertMayReadMisses(work.actor);
  const rows = await store.lastRuns(work, id, shownRuns);
  const people = await personNames(
    work,
    rows.map((one) => one.person),
  );
  const sites = await siteNames(
    work,
    rows.map((one) => one.site),
  );
  const items: Runs['items'] = [];
  for (const row of rows) {
    const events = await store.eventsOf(work, row.id);
    const last = new Map(events.filter((one) => one.what !== 'unclear').map((one) => [one.step, one.what]));
    const stood = (what: string): number => [...last.values()].filter((one) => one === what).length;
    items.push(
      present({
        id: row.id,
        version: row.version,
        person: row.person === null ? undefined : { id: row.person, name: people.get(row.person) ?? row.person },
        site: row.site === null ? undefined : { id: row.site, name: sites.get(row.site) ?? row.site },
        beganAt: row.beganAt.toISOString(),
        endedAt: events.find((one) => one.what === 'ended')?.at.toISOString(),
        done: stood('done'),
        skipped: stood('skipped'),
        unclear: new Set(events.filter((one) => one.what === 'unclear').map((one) => one.step)).size,
      }),
    );
  }
  return { items };
}

/** A person by name or a role as it is called; undefined for a person whom whoever asks doesn’t see. */
async function calledHere(work: Work, owner: string): Promise<string | undefined> {
  const role = everyRole.find((one) => one === owner);
  return role === undefined ? (await personNames(work, [owner])).get(owner) : `the ${role.replaceAll('-', ' ')}`;
}

async function confusionIn(work: Work, version: ProcedureVersion): Promise<Confusion> {
  const { runs, ended, notUnderstood, steps } = await store.cameOf(work, version.id, version.version);
  const readers = (await readReaderCounts(work, 'procedure', version.id)).filter(
    (one) => one.version === version.version,
  );
  const own = new Set(
    wordsOf({ ...version, steps: [] })
      .trim()
      .split(' '),
  );
  const searches = (await missesOf(work)).filter((one) => askedWords(one.words).some((word) => own.has(word)));
  return {
    runs,
    ended,
    notUnderstood,
    steps: confusionOf(version.steps, steps, readers).map((one) => ({ ...one, why: [...one.why] })),
    searches: searches.map(({ words, times }) => ({ words, times })),
  };
}
