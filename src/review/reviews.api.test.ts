// Reviews through the API on both databases: drawn, taken, written, sent; two who are blind to each other; who differs is decided
// between; refused, another organisation's, bad input.
import { expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { readAgreed, readReviewMarks } from './review-marks.use.ts';
import { member, owner, plant, addContacts, someContacts } from './planted.test-data.ts';
import type { ReviewQueue, ReviewTask } from './reviews.shape.ts';

interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

export function asking(store: Store, who: Actor) {
  const app = makeApp({ store, actorOf: () => who, spoolDir: '/nowhere', ownPacks: '/nowhere/packs', version: 'test' });
  return async <T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<Reply<T>> => {
    const reply = await app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await reply.text();
    return { status: reply.status, body: (text.startsWith('{') ? JSON.parse(text) : { text }) as T };
  };
}

const plan = {
  name: 'Every week',
  standards: ['greeting.name', 'need.first'],
  fromDay: '2026-02-01',
  aWeek: 6,
  seenByTwo: 0,
};

const ann = member('ann', 'reviewer');
const ben = member('ben', 'reviewer');
const cas = member('cas', 'reviewer');

async function planned(store: Store, said: object = {}): Promise<string> {
  const made = await asking(store, owner)<{ id: string }>('POST', '/v1/review-plans', { ...plan, ...said });
  expect(made.status).toBe(200);
  return made.body.id;
}

interface Drawn {
  readonly draw: {
    readonly id: string;
    readonly drawn: number;
    readonly frame: number;
    readonly targeted: number;
  } | null;
  readonly says: string;
}

async function drawn(store: Store, id: string): Promise<Drawn> {
  const reply = await asking(store, owner)<Drawn>('POST', `/v1/review-plans/${id}/draw`);
  expect(reply.status).toBe(200);
  return reply.body;
}

async function taken(store: Store, who: Actor): Promise<ReviewTask> {
  const ask = asking(store, who);
  const { task } = (await ask<{ task: string }>('POST', '/v1/reviews/next')).body;
  return (await ask<ReviewTask>('GET', `/v1/reviews/${task}`)).body;
}

const marksOf = (task: ReviewTask, verdict: string) =>
  task.standards.map((one) => ({ standard: one.id, verdict, evidence: [{ turn: 0, from: 0, to: 5 }] }));

async function sent(store: Store, who: Actor, task: ReviewTask, verdict: string) {
  return asking(store, who)<{ sent: boolean; task: ReviewTask; next: string | null }>('PUT', `/v1/reviews/${task.id}`, {
    began: 0,
    marks: marksOf(task, verdict),
    seconds: 70,
    send: true,
  });
}

forEachDatabase((_name, open) => {
  it('draws what is left of the week, with a chance for every contact, and the same once more', async () => {
    const store = await open();
    await plant(store, someContacts(40));
    const id = await planned(store);
    const first = await drawn(store, id);
    expect(first.draw).toMatchObject({ frame: 40 });
    expect(first.draw!.drawn).toBeGreaterThan(1);
    expect(await drawn(store, id)).toMatchObject({ draw: null, says: expect.stringContaining('Monday') as string });
    const ask = asking(store, owner);
    const check = await ask<{ same: boolean }>('GET', `/v1/review-draws/${first.draw!.id}/check`);
    expect(check.body.same).toBe(true);
    const { plans } = (
      await ask<{ plans: { drawn: number; open: number; leftThisWeek: number }[] }>('GET', '/v1/review-plans')
    ).body;
    expect(plans).toMatchObject([{ drawn: first.draw!.drawn, open: first.draw!.drawn, leftThisWeek: 0 }]);
    await addContacts(store, [{ id: 'late' }]);
    const tampered = store.inWork(owner, async ({ tx }) =>
      tx.execute('update review_frame set probability = 0.5' as never),
    );
    await expect(tampered).rejects.toThrow();
  });

  it('takes, keeps a draft, sends, and only then shows what the machine said', async () => {
    const store = await open();
    await plant(store, someContacts(12));
    await drawn(store, await planned(store));
    const task = await taken(store, ann);
    expect(task).toMatchObject({ state: 'yours', after: null, sides: null, draft: { revision: 0, marks: [] } });
    expect(JSON.stringify(task)).not.toMatch(/confidence|rita|sam|bay|mill|2026-02-20|"cue"/);
    const ask = asking(store, ann);
    const draft = { marks: [{ standard: 'greeting.name', verdict: 'met' }], seconds: 20 };
    expect((await ask('PUT', `/v1/reviews/${task.id}`, { began: 0, ...draft })).body).toMatchObject({
      revision: 1,
      sent: false,
    });
    // The reply got lost: the same again is the same.
    expect((await ask('PUT', `/v1/reviews/${task.id}`, { began: 0, ...draft })).body).toMatchObject({ revision: 1 });
    const elsewhere = await ask('PUT', `/v1/reviews/${task.id}`, { began: 0, marks: [], seconds: 20 });
    expect(elsewhere).toMatchObject({ status: 409, body: { type: '/problems/review-written-elsewhere' } });
    expect((await ask<ReviewQueue>('GET', '/v1/reviews')).body.tasks[0]).toMatchObject({
      id: task.id,
      yours: true,
      begun: true,
    });
    const lacking = await ask('PUT', `/v1/reviews/${task.id}`, { began: 1, ...draft, send: true });
    expect(lacking).toMatchObject({ status: 400, body: { type: '/problems/review-malformed' } });
    const wrong = [{ standard: 'greeting.name', verdict: 'met', evidence: [{ turn: 0, from: 0, to: 999 }] }];
    expect((await ask('PUT', `/v1/reviews/${task.id}`, { began: 1, marks: wrong, seconds: 1 })).status).toBe(400);
    const whole = { began: 1, marks: marksOf(task, 'failed'), seconds: 60, send: true };
    const done = await ask<{ task: ReviewTask; next: string }>('PUT', `/v1/reviews/${task.id}`, whole);
    expect(done.body.task.state).toBe('done');
    expect(done.body.task.after?.machine.length).toBeGreaterThan(0);
    expect(done.body.next).not.toBe(task.id);
    expect((await ask('PUT', `/v1/reviews/${task.id}`, whole)).body).toMatchObject({ sent: true });
    const changed = await ask('PUT', `/v1/reviews/${task.id}`, { ...whole, marks: marksOf(task, 'met') });
    expect(changed).toMatchObject({ status: 409, body: { type: '/problems/review-sent-already' } });
    await store.inWork(owner, async (work) => {
      expect(await readReviewMarks(work)).toHaveLength(2);
      const agreed = await readAgreed(work);
      expect(agreed).toMatchObject([
        { verdict: 'failed', by: 'one' },
        { verdict: 'failed', by: 'one' },
      ]);
      expect(agreed[0]!.probability).toBeGreaterThan(0);
    });
  });

  it('two never get the same task; who served a contact never reviews it; what lies is anybody’s again', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const store = await open({ now: () => now });
    await plant(store, someContacts(4));
    await drawn(store, await planned(store));
    const mine = await taken(store, ann);
    const theirs = await taken(store, ben);
    expect(theirs.id).not.toBe(mine.id);
    expect((await asking(store, ben)('POST', `/v1/reviews/${mine.id}/take`)).status).toBe(404);
    expect((await asking(store, ben)('GET', `/v1/reviews/${mine.id}`)).status).toBe(404);
    const rita = member('rita-signs-in', 'manager', { person: 'rita' });
    const sees = (await asking(store, rita)<ReviewQueue>('GET', '/v1/reviews')).body;
    expect(sees.waiting).toBeLessThanOrEqual(2);
    expect((await asking(store, cas)<ReviewQueue>('GET', '/v1/reviews')).body.waiting).toBe(2);
    now = new Date('2026-03-02T09:31:00Z');
    expect((await asking(store, ben)<ReviewQueue>('GET', '/v1/reviews')).body.waiting).toBe(4);
    expect((await asking(store, ben)('POST', `/v1/reviews/${mine.id}/take`)).status).toBe(200);
    expect((await sent(store, ann, mine, 'met')).status).toBe(404);
    expect((await asking(store, ben)('POST', `/v1/reviews/${mine.id}/give-back`)).status).toBe(204);
    expect((await sent(store, ann, mine, 'met')).status).toBe(200);
    const other = await taken(store, ben);
    expect((await asking(store, ben)('POST', `/v1/reviews/${other.id}/skip`, { because: 'know-them' })).status).toBe(
      204,
    );
    const left = (await asking(store, ben)<ReviewQueue>('GET', '/v1/reviews')).body.tasks.map((one) => one.id);
    expect(left).not.toContain(other.id);
    expect((await asking(store, cas)<ReviewQueue>('GET', '/v1/reviews')).body.tasks.map((one) => one.id)).toContain(
      other.id,
    );
  });

  it('a contact that two see waits once for each of them, and whoever leaves it to others is not asked again', async () => {
    const store = await open();
    await plant(store, someContacts(3));
    await drawn(store, await planned(store, { seenByTwo: 1 }));
    const queue = async (who: Actor) => (await asking(store, who)<ReviewQueue>('GET', '/v1/reviews')).body;
    const before = await queue(ben);
    expect([before.waiting, before.tasks.length]).toEqual([3, 3]);
    const one = await taken(store, ben);
    expect((await queue(ben)).waiting).toBe(3);
    expect((await asking(store, ben)('POST', `/v1/reviews/${one.id}/skip`, { because: 'know-them' })).status).toBe(204);
    const after = await queue(ben);
    expect([after.waiting, after.tasks.length]).toEqual([2, 2]);
    expect((await queue(cas)).waiting).toBe(3);
  });

  it('asks somebody else where two who were blind to each other differ, and keeps what they decide', async () => {
    const store = await open();
    await plant(store, [{ id: 'only', marks: { 'greeting.name': 'met' } }]);
    await drawn(store, await planned(store, { seenByTwo: 1 }));
    const first = await taken(store, ann);
    expect((await asking(store, ann)<ReviewQueue>('GET', '/v1/reviews')).body.tasks.map((one) => one.id)).toEqual([
      first.id,
    ]);
    const second = await taken(store, ben);
    await sent(store, ann, first, 'met');
    const half = await sent(store, ben, { ...second, standards: second.standards }, 'failed');
    expect(half.body.task.after?.agreed).toEqual([]);
    for (const who of [ann, ben])
      expect((await asking(store, who)<ReviewQueue>('GET', '/v1/reviews')).body.waiting).toBe(0);
    const between = await taken(store, cas);
    expect(between.purpose).toBe('adjudication');
    expect(between.sides?.[0]).toMatchObject({ differs: true });
    expect(JSON.stringify(between.sides)).not.toMatch(/ann|ben/);
    const ask = asking(store, cas);
    const marks = marksOf(between, 'failed');
    expect((await ask('PUT', `/v1/reviews/${between.id}`, { began: 0, marks, seconds: 9, send: true })).status).toBe(
      400,
    );
    const because = marks.map((one) => ({ ...one, comment: 'It was never said.' }));
    const decided = await ask<{ task: ReviewTask }>('PUT', `/v1/reviews/${between.id}`, {
      began: 0,
      marks: because,
      seconds: 9,
      send: true,
    });
    expect(decided.body.task.after?.agreed).toMatchObject([
      { verdict: 'failed', by: 'adjudicated' },
      { verdict: 'failed', by: 'adjudicated' },
    ]);
    const people = await asking(store, owner)<{ says: object[] }>('GET', '/v1/contacts/only/people');
    expect(people.body).toMatchObject({ hidden: false, says: [{ by: 'adjudicated' }, { by: 'adjudicated' }] });
  });

  it('picks on purpose what enters no rate, and asks each standard where it applies', async () => {
    const store = await open();
    await plant(store, [
      { id: 'act', marks: { 'atrocity.hold': 'failed' }, on: '2026-02-02' },
      { id: 'chat', channel: 'chat' },
    ]);
    const all = { standards: ['atrocity.hold', 'chat.typing'], targets: ['atrocities'], targetedAWeek: 5 };
    const id = await planned(store, { ...all, aWeek: 1, fromDay: '2026-02-01', channels: [] });
    const { draw } = await drawn(store, id);
    expect(draw!.drawn + draw!.targeted).toBeGreaterThanOrEqual(1);
    const none = await asking(store, owner)('POST', '/v1/review-plans', { ...plan, targets: ['atrocities'] });
    expect(none).toMatchObject({ status: 400, body: { type: '/problems/review-plan-malformed' } });
    const nobody = await asking(store, owner)('POST', '/v1/review-plans', {
      ...plan,
      reviewers: ['who'],
      seenByTwo: 0.5,
    });
    expect(nobody.body).toMatchObject({ errors: [{ pointer: '/reviewers/0' }, { pointer: '/seenByTwo' }] });
  });

  it('refuses whoever may not, and knows nothing of another organisation', async () => {
    const store = await open();
    await plant(store, someContacts(4));
    const id = await planned(store);
    await drawn(store, id);
    const rep = asking(store, member('rae', 'rep', { person: 'rita', sites: ['bay'] }));
    expect((await rep('GET', '/v1/reviews')).body).toMatchObject({ type: '/problems/reviewing-forbidden' });
    expect((await rep('POST', '/v1/review-plans', plan)).body).toMatchObject({
      type: '/problems/review-plan-forbidden',
    });
    expect((await asking(store, ann)('GET', '/v1/reviews/marks')).body).toMatchObject({
      type: '/problems/reviews-out-forbidden',
    });
    const other = asking(store, { orgId: 'other', id: 'olga', roles: ['owner'] });
    expect((await other<ReviewQueue>('GET', '/v1/reviews')).body).toMatchObject({ tasks: [], waiting: 0 });
    expect((await other('POST', `/v1/review-plans/${id}/draw`)).status).toBe(404);
    const held = asking(store, member('mia', 'manager', { sites: ['bay'] }));
    const half = (await held<ReviewQueue>('GET', '/v1/reviews')).body;
    expect(half.waiting).toBeGreaterThan(0);
    expect(half.waiting).toBeLessThan(4);
    expect((await held('PUT', `/v1/review-plans/${id}`, plan)).body).toMatchObject({
      type: '/problems/review-plan-forbidden',
    });
    expect((await held('POST', '/v1/review-plans', { ...plan, sites: ['mill'] })).status).toBe(400);
    const own = await held<{ id: string }>('POST', '/v1/review-plans', { ...plan, name: 'Mine' });
    expect((await held('POST', `/v1/review-plans/${own.body.id}/draw`)).body).toMatchObject({ draw: { frame: 2 } });
    expect((await held('POST', `/v1/review-plans/${own.body.id}/end`)).status).toBe(204);
  });

  it('whoever answers for one site reviews, closes a pair and decides there, and is shown nothing of others', async () => {
    const store = await open();
    await plant(store, [
      { id: 'here', site: 'bay', marks: { 'greeting.name': 'met' } },
      { id: 'there', site: 'mill', marks: { 'greeting.name': 'met' } },
    ]);
    const everywhere = await planned(store, { seenByTwo: 1 });
    const { draw } = await drawn(store, everywhere);
    const mia = member('mia', 'manager', { sites: ['bay'] });
    // Nor is she told that what she doesn't see is erased, or how often the machine found failures there.
    const check = await asking(store, mia)<{ says: string }>('GET', `/v1/review-draws/${draw!.id}/check`);
    expect(check.body.says).toMatch(/^You see 1 of the 2 contacts/);
    const draws = (who: Actor) => asking(store, who)('GET', `/v1/review-plans/${everywhere}/draws`);
    expect(JSON.stringify((await draws(owner)).body)).toContain('@ *');
    expect(JSON.stringify((await draws(mia)).body)).not.toMatch(/@ (?:mill|\*)/);
    const nat = member('nat', 'manager', { sites: ['bay'], person: 'sam' });
    const mine = await taken(store, mia);
    expect(mine.contact.turns[0]!.text).toContain('contact here');
    expect((await asking(store, mia)<ReviewQueue>('GET', '/v1/reviews')).body.waiting).toBe(1);
    const draft = { began: 0, marks: marksOf(mine, 'met').slice(0, 1), seconds: 3 };
    expect((await asking(store, mia)('PUT', `/v1/reviews/${mine.id}`, draft)).body).toMatchObject({ revision: 1 });
    const whole = { began: 1, marks: marksOf(mine, 'met'), seconds: 9, send: true };
    expect((await asking(store, mia)('PUT', `/v1/reviews/${mine.id}`, whole)).body).toMatchObject({ sent: true });
    const second = await taken(store, nat);
    expect((await sent(store, nat, second, 'failed')).body.sent).toBe(true);
    // Neither of the two decides; who sees both sites does.
    for (const who of [mia, nat])
      expect((await asking(store, who)('POST', '/v1/reviews/next')).body).toEqual({ task: null });
    const between = (await asking(store, cas)<ReviewQueue>('GET', '/v1/reviews')).body.tasks;
    expect(between.filter((one) => one.purpose === 'adjudication')).toHaveLength(1);
    const marks = (await asking(store, mia)<{ marks: { contact: string }[] }>('GET', '/v1/reviews/marks')).body.marks;
    expect(new Set(marks.map((one) => one.contact))).toEqual(new Set(['here']));
    const { plans } = (await asking(store, mia)<{ plans: { can: { change: boolean } }[] }>('GET', '/v1/review-plans'))
      .body;
    expect(plans).toMatchObject([{ can: { change: false } }]);
  });

  it('takes all marks out, with no cell for a formula and no name', async () => {
    const store = await open();
    await plant(store, someContacts(4));
    await drawn(store, await planned(store));
    const task = await taken(store, ann);
    const marks = marksOf(task, 'met').map((one) => ({ ...one, comment: '=HYPERLINK("http://x")' }));
    await asking(store, ann)('PUT', `/v1/reviews/${task.id}`, { began: 0, marks, seconds: 5, send: true });
    const table = await asking(store, owner)<{ text: string }>('GET', '/v1/reviews/marks?as=csv');
    expect(table.body.text).toContain(`"'=HYPERLINK`);
    expect(table.body.text).not.toContain('ann');
    const all = await asking(store, owner)<{ marks: { reviewer: string }[] }>('GET', '/v1/reviews/marks');
    expect(all.body.marks).toHaveLength(2);
  });
});
