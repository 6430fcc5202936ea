// What is entered by hand: the form asks what the engine reads, and what was filled in is kept and marked at once.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, problemIn, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { ByHandForm, EnteredByHand } from './by-hand.shape.ts';

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });
  const enter = async (body: unknown, token = own): Promise<Response> =>
    here.ask('POST', '/v1/by-hand', { token, body });

  it('a filled-in form is a visit, marked as each question says that it would be', async () => {
    const form = (await (await here.ask('GET', '/v1/by-hand/form?channel=visit', { token: own })).json()) as ByHandForm;
    expect(form.questions.map((one) => one.standard)).toContain('desk.stood-up');
    const answers = form.questions.map(({ question }, at) => ({ question, answer: at % 2 === 0 ? 'yes' : 'no' }));
    const reply = await enter({ channel: 'visit', at: '2026-02-03T14:05', answers });
    expect(reply.status).toBe(201);
    const { contact, marks } = (await reply.json()) as EnteredByHand;
    const got = new Map(marks.map((one) => [one.standard, one.verdict]));
    expect(form.questions.map((one) => [one.standard, got.get(one.standard)])).toEqual(
      form.questions.map((one, at) => [one.standard, at % 2 === 0 ? one.yes : one.no]),
    );
    const read = await here.ask('GET', `/v1/contacts/${contact}`, { token: own });
    expect(await read.json()).toMatchObject({ channel: 'visit', startedLocal: '2026-02-03T14:05:00' });
  });

  it('what was said is kept as turns, without personal data and markup', async () => {
    const said =
      'Customer: My card is 4111 1111 1111 1111, <img src=x onerror=alert(1)> nobody called me back.\nRep: That is not my job.';
    const { contact } = (await (await enter({ channel: 'complaint', at: '2026-02-03', said })).json()) as EnteredByHand;
    const text = await (await here.ask('GET', `/v1/contacts/${contact}`, { token: own })).text();
    expect(text).toContain('[CARD 1]');
    expect(text).not.toContain('4111');
    expect(text).not.toContain('onerror');
    expect((JSON.parse(text) as { turns: { speaker: string }[] }).turns.map((one) => one.speaker)).toEqual([
      'customer',
      'rep',
    ]);
  });

  it('shoppers may enter, reps and auditors may not, and an empty or odd form is told whole', async () => {
    const body = { channel: 'visit', at: '2026-02-03', said: 'Rep: Hello.' };
    for (const [role, status] of [
      ['shopper', 201],
      ['rep', 403],
      ['auditor', 403],
    ] as const)
      expect([role, (await enter(body, await here.token({ roles: [role] }))).status]).toEqual([role, status]);
    const empty = await enter({ channel: 'visit', at: '2026-02-03', answers: [{ question: 'Greeted?', answer: ' ' }] });
    expect(await problemIn(empty)).toMatchObject({ type: '/problems/malformed-request' });
    const odd = await enter({ channel: 'boat', at: 'yesterday', said: 'Rep: Hi.' });
    expect(((await odd.json()) as { errors: unknown[] }).errors).toHaveLength(2);
  });
});
