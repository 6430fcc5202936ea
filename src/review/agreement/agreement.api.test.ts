// Agreement through the API on both databases: standards flagged, reviewers by name only for those who answer for them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { usePackSet } from '../../marking/pack-set.use.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { markedAnew, moreHelp, seedReviews, seedSeen } from '../reviewed.test-data.ts';
import { AgreementShape } from './agreement.shape.ts';

const actor = (role: Role, id: string = role, orgId = 'harbor'): Actor => ({ orgId, id, roles: [role] });
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

function as(store: Store, who: Actor) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  return {
    ask,
    read: async () => AgreementShape.parse(await (await ask('GET', '/v1/agreement')).json()),
  };
}

const ids = Array.from({ length: 40 }, (_, nth) => `contact-${nth + 10}`);

/** Forty contacts that two marked: of every third they say different things, which is no more than chance. */
async function bring(store: Store): Promise<void> {
  await store.inWork(actor('owner'), async (work) => {
    await seedSeen(
      work,
      ids.map((id, nth) => ({ id, machine: nth % 4 === 0 ? 'failed' : 'met', person: `p-${nth % 4}` })),
    );
    await seedReviews(
      work,
      ids.map((contact, nth) => ({
        contact,
        reviewer: 'ann',
        verdict: nth % 4 === 0 ? ('failed' as const) : ('met' as const),
        probability: 0.5,
      })),
    );
    await seedReviews(
      work,
      ids.map((contact, nth) => ({
        contact,
        reviewer: 'bo',
        verdict: nth % 3 === 0 ? ('failed' as const) : ('met' as const),
        purpose: 'second' as const,
        probability: 0.5,
      })),
    );
  });
}

forEachDatabase((_name, open) => {
  it('flags a standard on which two don’t agree, beside what the machine says', async () => {
    const store = await open();
    expect((await as(store, actor('owner')).read()).standards).toEqual([]);
    await bring(store);
    const found = await as(store, actor('owner')).read();
    expect(found).toMatchObject({ reviews: 80, doubles: 40 });
    const [one] = found.standards;
    expect(one).toMatchObject({
      standard: moreHelp.id,
      title: 'More help offered',
      standing: 'reword-or-split',
      drawn: true,
    });
    expect(one!.alphaInterval!.high).toBeLessThan(0.667);
    expect(one!.machine).toMatchObject([{ marker: 'cue', drawn: true }]);
    expect(one!.differs).toContain('what counts as kept');
    const other = await as(store, actor('owner', 'owner', 'elsewhere')).read();
    expect(other).toMatchObject({ reviews: 0, standards: [], reviewers: [] });
  });

  it('is of what the standard says now: what two said of an older wording stands beside it, and counts for reviewers', async () => {
    const store = await open();
    await bring(store);
    const before = await as(store, actor('owner')).read();
    // Recognised otherwise, it asks the same.
    await store.inWork(actor('owner'), async (work) => markedAnew(work, { ...moreHelp, version: 'v2' }));
    expect(await as(store, actor('owner')).read()).toMatchObject({ doubles: 40, reviewers: before.reviewers });
    await store.inWork(actor('owner'), async (work) =>
      markedAnew(work, { ...moreHelp, version: 'v3', says: 'Asks whether anything else is needed today.' }),
    );
    const found = await as(store, actor('owner')).read();
    expect(found).toMatchObject({ doubles: 0, reviewers: before.reviewers });
    expect(found.standards).toMatchObject([{ units: 0, standing: 'too-few', olderWording: 40, machine: [] }]);
    expect(found.standards[0]!.told.join(' ')).toContain('40 more double reviews are of an older wording');
  });

  it('shows reviewers to those who answer for them, to each their own, and to nobody else', async () => {
    const store = await open();
    await bring(store);
    for (const role of ['owner', 'district-manager', 'trainer'] as const) {
      const { reviewers, can } = await as(store, actor(role)).read();
      expect(reviewers.map((one) => one.member)).toEqual(['ann', 'bo']);
      expect(can.seeReviewers).toBe(true);
    }
    const own = await as(store, actor('reviewer', 'ann')).read();
    expect(own.reviewers).toMatchObject([{ member: 'ann', you: true, marks: 40, doubles: 40 }]);
    expect(own.reviewers[0]!.strictness!.by).toBeLessThan(0);
    expect(own.can).toEqual({ rule: false, seeReviewers: false, calibrate: false });
    for (const role of ['manager', 'auditor', 'reviewer'] as const)
      expect(JSON.stringify(await as(store, actor(role)).read())).not.toMatch(/"ann"|"bo"/);
    const rep = await (await as(store, actor('rep')).ask('GET', '/v1/agreement')).text();
    expect(rep).toContain('agreement-forbidden');
  });

  it('knows a standard that ships, and one that people reviewed; of any other it says that there is none', async () => {
    const store = await open();
    const own: Standard = { ...moreHelp, id: 'own.smiled' };
    await store.inWork(actor('owner'), async (work) => {
      await seedSeen(work, [{ id: 'contact-1', machine: 'met' }], [moreHelp, own]);
      await seedReviews(work, [{ contact: 'contact-1', reviewer: 'ann', verdict: 'met', standard: own.id }]);
      // Put back since: what people said of it is still there.
      await usePackSet(work, 'set-2', [moreHelp]);
    });
    const owner = as(store, actor('owner'));
    const of = async (standard: string) => owner.ask('GET', `/v1/agreement?standard=${standard}`);
    expect(AgreementShape.parse(await (await of('opening.help-offered')).json()).standards).toEqual([]);
    expect(AgreementShape.parse(await (await of(own.id)).json()).standards).toMatchObject([{ standard: own.id }]);
    const unknown = await of('no.such');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('standard-unknown');
    const rep = await as(store, actor('rep')).ask('GET', '/v1/agreement?standard=no.such');
    expect(await rep.text()).toContain('agreement-forbidden');
  });

  it('goes by the organisation’s own rule once it is set', async () => {
    const store = await open();
    await bring(store);
    const owner = as(store, actor('owner'));
    expect((await owner.ask('PUT', '/v1/agreement/rule', { floor: 0.5, doubles: 60 })).status).toBe(204);
    const found = await owner.read();
    expect(found.rule).toEqual({ floor: 0.5, doubles: 60 });
    expect(found.standards[0]).toMatchObject({ standing: 'too-few', needed: 20 });
    expect((await owner.ask('PUT', '/v1/agreement/rule', { floor: 2, doubles: 60 })).status).toBe(400);
    const refused = await as(store, actor('reviewer')).ask('PUT', '/v1/agreement/rule', { floor: 0.5, doubles: 60 });
    expect(await refused.text()).toContain('agreement-rule-forbidden');
  });
});
