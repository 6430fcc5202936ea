// A procedure run as a checklist: begun or taken up again, step by step, ended. The run is kept with who ran it, where, when, which
// version and what became of each step; a tick is no line of the history, the run's beginning and end are.
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { dayWords } from '../../kernel/day-words.ts';
import { Fault } from '../../kernel/fault.ts';
import { contentId } from '../../kernel/digest.ts';
import { addDays, inForce } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import { siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { ProcedureVersion } from '../procedure.core.ts';
import { onlyPlace } from '../search/search.use.ts';
import { suspendedToday } from '../suspended.use.ts';
import { resumedWithinDays, stepsAfter, type StepWord } from './run.core.ts';
import type { Run } from './run.shape.ts';
import * as store from './run.store.ts';

/** Begins a run of what is in force today, or takes one's own open run of it up again. @throws Fault `procedure-missing`, `procedure-not-in-force`, `procedure-suspended` */
export async function beginRun(work: Work, procedure: string, site?: string): Promise<Run> {
  const version = await inForceOf(work, procedure);
  const open = await store.openRunOf(work, procedure, resumableSince(work));
  if (open?.version === version.version) return toldRun(work, open);
  const { actor, now } = work;
  const row = {
    orgId: actor.orgId,
    id: contentId('r', actor.orgId, actor.id, now, crypto.randomUUID()),
    procedure,
    version: version.version,
    member: actor.id,
    person: actor.person ?? null,
    site: site ?? onlyPlace(actor),
    beganAt: new Date(now),
  };
  await store.writeRun(work, row);
  await append(work, { kind: 'procedure-run.began', subjects: [row.id, procedure, version.version] });
  return toldRun(work, row);
}

/** One's own, or of one's site for those who answer for it. @throws Fault `procedure-run-missing` */
export async function readRun(work: Work, id: string): Promise<Run> {
  return toldRun(work, await runOf(work, id));
}

/**
 * Says what became of a step. Told twice it is one, but for "unclear", which leaves the step as it stands.
 * @throws Fault `procedure-run-missing`, `procedure-step-missing`, `procedure-run-ended`, `procedure-skip-reason`
 */
export async function sayOfStep(work: Work, id: string, step: string, what: StepWord, why = ''): Promise<Run> {
  const run = await ownRun(work, id);
  const told = await toldRun(work, run);
  const before = told.steps.find((one) => one.id === step);
  if (!before)
    throw new Fault(
      'procedure-step-missing',
      'missing',
      'This version of the procedure has no such step. Open it again.',
    );
  if (told.endedAt !== undefined)
    throw new Fault('procedure-run-ended', 'conflict', 'This run is ended and stays as it is. Begin a new one.');
  // Words of a run may speak of a customer.
  const said = redactWords(why, work.key);
  if (what === 'skipped' && said === '')
    throw new Fault('procedure-skip-reason', 'malformed', 'Say in a few words why the step is skipped.', [
      { pointer: '/why', detail: 'expected a few words' },
    ]);
  if (what === before.state && what !== 'skipped') return told;
  if (what === 'unclear' && before.unclear && said === '') return told;
  await store.addEvent(work, id, { what, step, why: said === '' ? null : said });
  if (what === 'unclear')
    await append(work, { kind: 'procedure-step.unclear', subjects: [run.procedure, run.version, step] });
  return toldRun(work, run);
}

/** Ends it as it stands; a second time it says nothing new. @throws Fault `procedure-run-missing` */
export async function endRun(work: Work, id: string): Promise<Run> {
  const run = await ownRun(work, id);
  const told = await toldRun(work, run);
  if (told.endedAt !== undefined) return told;
  await store.addEvent(work, id, { what: 'ended', step: null, why: null });
  await append(work, { kind: 'procedure-run.ended', subjects: [id, run.procedure, run.version] });
  return toldRun(work, run);
}

/** The version in force today. @throws Fault `procedure-missing`, `procedure-not-in-force`, `procedure-suspended` */
async function inForceOf(work: Work, procedure: string): Promise<ProcedureVersion> {
  const versions = await store.versionsOfOne(work, procedure);
  if (versions.length === 0) throw procedureMissing();
  const today = work.now.slice(0, 10);
  const version = versions.findLast((one) => inForce(one, today));
  if (version) {
    const since = (await suspendedToday(work, procedure)).get(`${procedure}/${version.version}`);
    if (since === undefined) return version;
    throw new Fault(
      'procedure-suspended',
      'conflict',
      `Nobody said by its review why this procedure still stands: since ${dayWords(since)} it is suspended, pending decision. Ask its owner.`,
    );
  }
  throw new Fault(
    'procedure-not-in-force',
    'conflict',
    'No version of this procedure is in force today, so it can be read and not run. Ask its owner.',
  );
}

export function procedureMissing(): Fault {
  return new Fault(
    'procedure-missing',
    'missing',
    'No procedure goes by this id, or it is for other sites. Take one from the list of procedures.',
  );
}

/** From when on a run is taken up again. */
export function resumableSince(work: Work): Date {
  return new Date(addDays(work.now.slice(0, 10), -resumedWithinDays));
}

async function runOf(work: Work, id: string): Promise<store.RunRow> {
  const run = await store.runById(work, id);
  // Whoever sees the whole organisation sees every row; a colleague of the same site is held to their own by the database.
  if (run && (run.member === work.actor.id || looksOn(work))) return run;
  throw new Fault('procedure-run-missing', 'missing', 'There is no such run of yours. Begin one from the procedure.');
}

async function ownRun(work: Work, id: string): Promise<store.RunRow> {
  const run = await runOf(work, id);
  if (run.member === work.actor.id) return run;
  throw new Fault('procedure-run-missing', 'missing', 'There is no such run of yours. Begin one from the procedure.');
}

const looksOn = ({ actor }: Work): boolean =>
  actor.roles.some((role) => ['owner', 'district-manager', 'manager', 'trainer', 'auditor'].includes(role));

async function toldRun(work: Work, run: store.RunRow): Promise<Run> {
  const version = (await store.versionsOfOne(work, run.procedure)).find((one) => one.version === run.version);
  if (!version) throw procedureMissing();
  const events = await store.eventsOf(work, run.id);
  const ended = events.find((one) => one.what === 'ended');
  const site = run.site === null ? undefined : (await siteNames(work, [run.site])).get(run.site);
  const { title, sort, trigger, steps } = version;
  return present({
    id: run.id,
    procedure: run.procedure,
    version: run.version,
    title,
    sort,
    trigger,
    beganAt: run.beganAt.toISOString(),
    endedAt: ended?.at.toISOString(),
    site: run.site === null ? undefined : { id: run.site, name: site ?? run.site },
    own: run.member === work.actor.id,
    steps: stepsAfter(steps, events).map((step) => ({
      ...step,
      serves: [...step.serves],
      obstructs: [...step.obstructs],
    })),
  });
}
