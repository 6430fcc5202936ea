// Fixes from proposal to verdict on both databases: what is kept, who may, what is refused, and what the contacts say.
import { markTable } from '../marking/marking.table.ts';
import { importPastMarks } from '../marking/past-marks.use.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked, thanked, writeService, type MadeService } from './made-service.test-data.ts';
import type { Actor } from '../kernel/actor.ts';
import { addDays } from '../kernel/moment.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { eventTable } from '../platform/ledger/event.table.ts';
import { confirmedPatterns } from '../diagnosis/confirmed/confirm-pattern.use.ts';
import { changeFix } from './change-fix.use.ts';
import { checkFixes } from './check-fixes.use.ts';
import { fixesApi } from './fixes.api.ts';
import { fixesToldTable } from './fixes-told.table.ts';
import { CheckedFixesShape, ChangedFixShape, FixesShape } from './fixes.shape.ts';
import { readFix, readFixes } from './fixes.use.ts';
import { planApi } from './plan.api.ts';
import { PlanAnswerShape, ProvableFixesShape } from './plan.shape.ts';
import { proposeFix, type Proposal } from './propose-fix.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
const rep: Actor = { orgId: 'harbor', id: 'p1', roles: ['rep'] };
const reviewer: Actor = { orgId: 'harbor', id: 'p2', roles: ['reviewer'] };

const from = '2025-07-01';
const day = (nth: number): string => addDays(from, nth);
const begun = day(120);
const changed = ['bay', 'harbor'];

/** Missed in three of ten; where and since when it is given, in `later`. */
const service = (later: number, reviewedEvery = 5): MadeService => ({
  sites: ['bay', 'harbor', 'lake', 'mill'],
  from,
  days: 240,
  perDay: 1,
  reviewedEvery,
  chance: (site, on, standard) =>
    standard === asked.id && changed.includes(site) && on >= begun ? later : standard === asked.id ? 0.4 : 0.1,
});

/** A few contacts, where it doesn't matter what they say. */
const few: MadeService = { ...service(0.1), days: 5 };

const proposal: Proposal = {
  standard: asked.id,
  cause: 'procedure',
  sites: changed,
  expected: 0.25,
  pickedFrom: day(0),
  pickedTo: day(27),
  on: day(100),
};

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const inWork: Store['inWork'] = async (actor, use) => store.inWork(actor, use);
  const seed = async (made: MadeService) => inWork(owner, async (work) => writeService(work, made));
  const proposed = async (given: Proposal = proposal) => inWork(owner, async (work) => proposeFix(work, given));
  const step = async (id: string, verb: 'begin' | 'done' | 'drop' | 'reopen', on: string) =>
    inWork(owner, async (work) => changeFix(work, id, verb, { on }));
  const ledger = async () =>
    (await inWork(owner, async ({ tx }) => tx.select().from(eventTable)))
      .map((line) => line.kind)
      .filter((kind) => kind.startsWith('fix.'));
  const carriedOut = async () => {
    const { id } = await proposed();
    await step(id, 'begin', begun);
    await step(id, 'done', begun);
    return id;
  };

  describe('a fix', () => {
    it('goes from proposed to verified, each step a dated row and a line of the ledger', async () => {
      await seed(service(0.1));
      const id = await carriedOut();
      const checked = await inWork(owner, checkFixes);
      expect(checked.changed).toEqual([id]);
      expect(checked.fixes[0]!.state.name).toBe('verified');
      expect(await ledger()).toEqual(['fix.proposed', 'fix.begun', 'fix.done', 'fix.verified']);
      const { evidence } = await inWork(owner, async (work) => readFix(work, id));
      expect(evidence!.effect.change).toBeGreaterThan(0.15);
      expect(evidence!.drift.verdict).toBe('sound');
    });

    it('is not called verified on the word of a machine alone, and says what is missing', async () => {
      await seed(service(0.1, 0));
      await carriedOut();
      const { fixes } = await inWork(owner, checkFixes);
      expect(fixes[0]!.state.name).toBe('too-early');
      expect(fixes[0]!.evidence!.judged.because).toBe('unchecked');
    });

    it('is verified where people had marked some of its contacts elsewhere, and these marks were brought', async () => {
      await seed(service(0.1, 0));
      const id = await carriedOut();
      await inWork(owner, async (work) => {
        const machine = await work.tx.select().from(markTable).where(eq(markTable.standard, asked.id));
        const seen = machine.filter((_, at) => at % 4 === 0);
        const rows = seen.map(({ contactId, standard: about, verdict }, at) => ({
          row: { contact: contactId, standard: about, verdict, marker: 'pat' },
          from: { file: 'old-reviews.csv', row: at + 2 },
        }));
        await importPastMarks(work, rows);
      });
      await inWork(owner, checkFixes);
      const { evidence, state } = await inWork(owner, async (work) => readFix(work, id));
      expect(evidence!.drift.verdict).toBe('sound');
      expect(evidence!.drift.before).toBeGreaterThanOrEqual(30);
      expect(state.name).toBe('verified');
    });

    it('is not verified where nothing moved', async () => {
      await seed(service(0.4));
      await carriedOut();
      expect((await inWork(owner, checkFixes)).fixes[0]!.state.name).toBe('not-verified');
    });

    it('does harm where failing rose', async () => {
      await seed(service(0.75));
      await carriedOut();
      expect((await inWork(owner, checkFixes)).fixes[0]!.state.name).toBe('harmed');
    });

    it('does harm where something else got worse meanwhile', async () => {
      const made = service(0.1);
      await seed({
        ...made,
        chance: (site, on, standard) =>
          standard === thanked.id && changed.includes(site) && on >= begun ? 0.6 : made.chance(site, on, standard),
      });
      await carriedOut();
      const { fixes } = await inWork(owner, checkFixes);
      expect(fixes[0]!.state.name).toBe('harmed');
      expect(fixes[0]!.evidence!.worse).toEqual([thanked.id]);
    });

    it('is reopened when the rate slips back after it was verified', async () => {
      const made = service(0.1);
      await seed({
        ...made,
        days: 240 + 120,
        perDay: 2,
        chance: (site, on, standard) =>
          on >= day(240) && standard === asked.id ? 0.4 : made.chance(site, on, standard),
      });
      const id = await carriedOut();
      const then = await open({ now: () => new Date(`${day(239)}T12:00:00Z`) });
      expect((await then.inWork(owner, checkFixes)).fixes[0]!.state.name).toBe('verified');
      expect(await then.inWork(owner, confirmedPatterns)).toMatchObject([{ fix: id, standard: asked.id }]);
      const later = await open({ now: () => new Date(`${day(360)}T12:00:00Z`) });
      expect((await later.inWork(owner, checkFixes)).changed).toEqual([id]);
      expect((await later.inWork(owner, readFixes))[0]!.state.name).toBe('reopened');
      expect(await later.inWork(owner, confirmedPatterns)).toEqual([]);
    }, 120_000);

    it('checked again on the same contacts writes nothing', async () => {
      await seed(service(0.1));
      await carriedOut();
      await inWork(owner, checkFixes);
      expect((await inWork(owner, checkFixes)).changed).toEqual([]);
      expect(await ledger()).toHaveLength(4);
    });

    it('proposed, begun or done twice is so once', async () => {
      await seed(few);
      const first = await proposed();
      expect(await proposed()).toEqual({ id: first.id, added: false });
      expect(await step(first.id, 'begin', begun)).toBe(true);
      expect(await step(first.id, 'begin', begun)).toBe(false);
      expect(await step(first.id, 'done', begun)).toBe(true);
      expect(await step(first.id, 'done', begun)).toBe(false);
      expect(await ledger()).toEqual(['fix.proposed', 'fix.begun', 'fix.done']);
    });

    it('once dropped may be proposed anew, as another', async () => {
      await seed(few);
      const first = await proposed();
      await step(first.id, 'drop', begun);
      const second = await proposed();
      expect(second.added).toBe(true);
      expect(second.id).not.toBe(first.id);
    });

    it('skips no step, takes no day to come and goes back to none', async () => {
      await seed(few);
      const { id } = await proposed();
      await expect(step(id, 'done', begun)).rejects.toMatchObject({ slug: 'fix-state' });
      await expect(step(id, 'begin', '2031-01-01')).rejects.toMatchObject({ slug: 'fix-day' });
      await expect(step(id, 'begin', day(90))).rejects.toMatchObject({ slug: 'fix-day' });
      await expect(step('nothing', 'begin', begun)).rejects.toMatchObject({ slug: 'fix-missing' });
      expect(await ledger()).toEqual(['fix.proposed']);
    });

    it.each([
      ['fix-kind', { kind: 'training' as const }],
      ['standard-unknown', { standard: 'nothing.like-it' }],
      ['site-unknown', { sites: ['atlantis'] }],
      ['fix-incomplete', { cause: undefined }],
      ['fix-incomplete', { pickedFrom: '2026-03-01', pickedTo: '2026-02-01' }],
      ['pattern-missing', { pattern: 'p0' }],
    ])('is refused as %s', async (slug, change) => {
      await seed(few);
      await expect(proposed({ ...proposal, ...change })).rejects.toMatchObject({ slug });
      expect(await ledger()).toEqual([]);
    });

    it('is not for reps to read, nor for reviewers to decide, nor for another organisation to see', async () => {
      await seed(few);
      const { id } = await proposed();
      await expect(inWork(rep, readFixes)).rejects.toMatchObject({ slug: 'fixes-forbidden' });
      expect(await inWork(reviewer, readFixes)).toHaveLength(1);
      await expect(inWork(reviewer, async (work) => changeFix(work, id, 'begin'))).rejects.toMatchObject({
        slug: 'fix-forbidden',
      });
      await expect(inWork(reviewer, checkFixes)).rejects.toMatchObject({ slug: 'fix-forbidden' });
      await expect(inWork(rival, async (work) => readFix(work, id))).rejects.toMatchObject({ slug: 'fix-missing' });
      expect(await inWork(rival, readFixes)).toEqual([]);
    });
  });

  describe('over the wire', () => {
    const context = (actor: Actor) => ({
      store,
      actorOf: () => actor,
      spoolDir: '',
      ownPacks: store.dataDir,
      version: '0',
    });
    const ask = async (path: string, body?: unknown, actor = owner) =>
      (path.startsWith('/v1/plan') ? planApi : fixesApi)(context(actor)).request(path, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });

    it('proposes, carries out, checks and lists, with a sentence that says how it stands', async () => {
      await seed(service(0.1));
      const made = ChangedFixShape.parse(await (await ask('/v1/fixes', proposal)).json());
      expect(made.fix).toMatchObject({ state: 'proposed', can: ['begin', 'drop'], guardrails: [{ id: thanked.id }] });
      for (const verb of ['begin', 'done'])
        expect((await ask(`/v1/fixes/${made.fix.id}/${verb}`, { on: begun })).status).toBe(200);
      const checked = CheckedFixesShape.parse(await (await ask('/v1/fixes/check', {})).json());
      expect(checked.fixes[0]!.sentences[0]).toMatch(/^Verified: /);
      const listed = FixesShape.parse(await (await ask('/v1/fixes')).json());
      expect(listed.says).toBe('1 fix: 0 open, 1 verified.');
    });

    it('tells the list as it was last told while nothing was done, and anew once something was', async () => {
      await seed(few);
      const { fix } = ChangedFixShape.parse(await (await ask('/v1/fixes?evidence=no', proposal)).json());
      const first = FixesShape.parse(await (await ask('/v1/fixes')).json());
      const kept = await store.inWork(owner, async ({ tx }) => tx.select().from(fixesToldTable));
      expect(kept).toHaveLength(1);
      await store.inWork(owner, async ({ tx }) =>
        tx.update(fixesToldTable).set({ told: { ...first, says: 'As it was told.' } }),
      );
      expect(FixesShape.parse(await (await ask('/v1/fixes')).json()).says).toBe('As it was told.');
      // Whoever may not decide is told other things, and keeps no place of the owner's.
      const auditor: Actor = { ...owner, id: 'auditor', roles: ['auditor'], readsOnly: true };
      expect(FixesShape.parse(await (await ask('/v1/fixes', undefined, auditor)).json()).fixes[0]!.can).toEqual([]);
      await ask(`/v1/fixes/${fix.id}/begin?evidence=no`, { on: begun });
      const after = FixesShape.parse(await (await ask('/v1/fixes')).json());
      expect(after.fixes[0]).toMatchObject({ state: 'begun' });
    });

    it('answers 403 for a rep, 404 for another organisation, 400 for what is no proposal, 409 for a step out of turn', async () => {
      await seed(few);
      const made = ChangedFixShape.parse(await (await ask('/v1/fixes', proposal)).json());
      expect((await ask('/v1/fixes', undefined, rep)).status).toBe(403);
      expect((await ask(`/v1/fixes/${made.fix.id}`, undefined, rival)).status).toBe(404);
      expect((await ask('/v1/fixes', { cause: 'the moon' })).status).toBe(400);
      expect((await ask(`/v1/fixes/${made.fix.id}/done`, {})).status).toBe(409);
    });

    it('plans with the rates and the flow of the contacts, and by hand where there are none', async () => {
      const byHand = PlanAnswerShape.parse(
        await (
          await ask('/v1/plan', { ask: 'fix', rate: 0.3, to: 0.2, perDay: 2, changedSites: 5, unchangedSites: 15 })
        ).json(),
      );
      expect(byHand.provable).toBe(true);
      await seed(service(0.4));
      const own = PlanAnswerShape.parse(
        await (await ask('/v1/plan', { ask: 'fix', standard: asked.id, sites: changed, to: 0.15 })).json(),
      );
      expect(own.provable).toBe(true);
      expect((await ask('/v1/plan', { ask: 'standard', standard: asked.id, site: 'nowhere' })).status).toBe(404);
      expect(own.assumed[0]).toBe('2 sites changed, 2 as they were; 2 contacts a day where it changes.');
      expect((await ask('/v1/plan', { ask: 'fix', standard: 'nothing' })).status).toBe(404);
      expect((await ask('/v1/plan', { ask: 'person' }, rep)).status).toBe(403);
    });

    it('says so where there is no pattern to plan for, and no fix', async () => {
      expect(ProvableFixesShape.parse(await (await ask('/v1/plan')).json()).says).toMatch(
        /^There is nothing to plan a fix for/,
      );
      expect(FixesShape.parse(await (await ask('/v1/fixes')).json()).says).toMatch(/^No fix has been proposed/);
    });
  });
});
