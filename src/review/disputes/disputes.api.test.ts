// Disputes through a server on both databases: opened by who served, answered by somebody who had no part in it, taken further once,
// escalated by silence, withdrawn; what each answer does; and that nobody reads whose a dispute is.
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Ask } from '../../cli/serve/begun.test-data.ts';
import { problemIn } from '../../cli/serve/served.test-data.ts';
import type { DisputeForm } from '../../diagnosis/disputes/open-dispute.shape.ts';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import type { OnePerson } from '../../diagnosis/one-person/one-person.shape.ts';
import type { Role } from '../../kernel/actor.ts';
import { overturn } from '../../marking/overturned/overturned.use.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { storedTables } from '../../platform/db/stored-tables.ts';
import type { Store } from '../../platform/db/open.ts';
import { readReviewMarks } from '../review-marks.use.ts';
import { makeTasks, revealTasksOf } from '../tasks-of-source.use.ts';
import { disputedHere, type Disputed } from './disputed.test-data.ts';
import type { DisputeOnWire, DisputesOfContact, DisputesOnWire } from './disputes.shape.ts';

forEachDatabase((_name, open) => {
  let store: Store;
  let all: Disputed;
  let clock: string;
  beforeEach(async () => {
    // A Monday.
    clock = '2026-03-02T12:00:00.000Z';
    store = await open({ now: () => new Date(clock) });
    all = await disputedHere(store);
  }, 120_000);

  const ann = async () => all.signedIn('Ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
  const rev = async () => all.signedIn('Rev', [{ role: 'reviewer', sites: null }]);
  const bo = async () => all.signedIn('Bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
  const eve = async () => all.signedIn('Eve', [{ role: 'owner', sites: null }]);
  const says = 'I asked her, right at the end. My number is 555 867 5309.';
  const opened = async (ask: Ask, mark: string, more: object = {}): Promise<string> => {
    const reply = await ask('POST', `/v1/marks/${mark}/disputes`, { ground: 'words', says, ...more });
    expect([reply.status, await reply.clone().text()]).toEqual([201, expect.any(String)]);
    return ((await reply.json()) as { id: string }).id;
  };
  const read = async (ask: Ask, id: string, at = ''): Promise<DisputeOnWire> =>
    (await (await ask('GET', `/v1/disputes/${id}${at && `?at=${at}`}`)).json()) as DisputeOnWire;
  const list = async (ask: Ask, query = ''): Promise<DisputesOnWire> =>
    (await (await ask('GET', `/v1/disputes${query}`)).json()) as DisputesOnWire;
  const answered = async (ask: Ask, id: string, answer: string, more: object = {}): Promise<number> =>
    (await ask('POST', `/v1/disputes/${id}/answer`, { answer, says: 'I read it twice.', ...more })).status;
  const slug = async (reply: Response): Promise<string> => (await problemIn(reply)).type.split('/').at(-1)!;
  const diagnosed = async () => (await all.asOwner('POST', '/v1/diagnosis')).text();
  const findings = async (): Promise<string> => (await all.asOwner('GET', '/v1/report/findings')).text();

  it('goes to a reviewer with five working days, says whose it is to nobody, and is read as it stood at any moment', async () => {
    const [a, r, b] = [await ann(), await rev(), await bo()];
    const { mark, contact } = await all.missed(a);
    const id = await opened(a, mark);
    const seen = await read(r, id);
    expect(seen).toMatchObject({
      contact,
      mine: false,
      state: 'open',
      round: 1,
      waitsFor: 'Rev Marlowe',
      waitsForYou: true,
      due: '2026-03-09',
      daysLeft: 5,
      groundSays: 'The words were taken wrongly',
      can: ['answer'],
    });
    expect(seen.says).toContain('right at the end');
    expect(JSON.stringify(seen)).not.toMatch(/867|p-ann|Ann M/);
    expect(seen.turns).toHaveLength(5);
    // Who is asked would tell, by many disputes withdrawn again, who made which mark.
    expect(await read(a, id)).toMatchObject({ waitsFor: 'a reviewer', can: ['withdraw'] });
    expect(JSON.stringify(await read(a, id))).not.toContain('Rev Marlowe');
    expect(JSON.stringify(await list(a))).not.toContain('Rev Marlowe');
    expect((await list(b)).disputes[0]).toMatchObject({ mayAnswer: true, waitsForYou: false });
    clock = '2026-03-03T12:00:00.000Z';
    expect(await answered(r, id, 'upheld')).toBe(202);
    expect(await read(a, id)).toMatchObject({
      state: 'answered',
      answer: 'upheld',
      stateSays: 'upheld: the mark counts no more',
      answers: [{ round: 1, by: 'Rev Marlowe', says: 'I read it twice.' }],
      can: [],
    });
    expect(await read(a, id, '2026-03-02T18:00:00Z')).toMatchObject({ state: 'open', answers: [], can: [] });
    const mail = await (await all.asOwner('GET', '/v1/mail/outbox')).text();
    expect(mail).toContain('A disputed mark waits for you until 2026-03-09');
    expect(mail).toContain('Your dispute was answered: upheld');
    expect(mail).not.toContain('right at the end');
  });

  it('upheld on the words, the mark stays to be seen, and counts no more as theirs nor for a cause', async () => {
    const [a, r] = [await ann(), await rev()];
    const { mark, contact, standard } = await all.missed(a);
    const missedOf = async () => {
      const { marks } = (await (await a('GET', '/v1/people/p-ann')).json()) as OnePerson;
      return marks!.help.find((one) => one.standard === standard)?.failed ?? 0;
    };
    const before = await missedOf();
    expect(await findings()).toContain(mark);
    const rates = await (await all.asOwner('GET', '/v1/rates?by=standard')).text();
    const id = await opened(a, mark);
    expect(await answered(r, id, 'upheld')).toBe(202);
    await diagnosed();
    expect(await findings()).not.toContain(mark);
    expect(await missedOf()).toBeLessThan(before);
    // A mark that somebody picked enters no rate.
    expect(await (await all.asOwner('GET', '/v1/rates?by=standard')).text()).toBe(rates);
    const { marks } = (await (await r('GET', `/v1/contacts/${contact}`)).json()) as OneContact;
    expect(marks.find((one) => one.id === mark)?.verdict).toBe('failed');
    const told = (await (await r('GET', `/v1/contacts/${contact}/disputes`)).json()) as DisputesOfContact;
    expect(told.disputes).toMatchObject([{ mark, effect: 'struck', reason: 'I read it twice.', mine: false }]);
    // Marked anew, the same is out still.
    await (await all.asOwner('POST', '/v1/marking')).text();
    await diagnosed();
    expect(await findings()).not.toContain(mark);
  });

  it('an instruction keeps the mark, and moves its finding to the policy', async () => {
    const [a, r] = [await ann(), await rev()];
    const { mark } = await all.missed(a);
    const form = (await (await a('GET', `/v1/marks/${mark}/dispute-form`)).json()) as DisputeForm;
    expect(form).toMatchObject({ disputable: true, dispute: null, people: [{ id: 'p-bo', name: 'Bo Lind' }] });
    expect(form.instructions.map((one) => [one.document, one.part, one.version])).toEqual([
      ['quotes', '1', '1'],
      ['quotes', '2', '1'],
    ]);
    const explained = async () => (await all.asOwner('GET', `/v1/findings/${mark}/explanation`)).json();
    expect(await explained()).not.toMatchObject({ causes: [{ cause: 'policy', leads: true }] });
    const none = await a('POST', `/v1/marks/${mark}/disputes`, { ground: 'instruction', says });
    expect(await slug(none)).toBe('dispute-instruction');
    const wrong = { ground: 'instruction', says, instruction: { kind: 'policy', document: 'quotes', part: '9' } };
    expect(await slug(await a('POST', `/v1/marks/${mark}/disputes`, wrong))).toBe('dispute-instruction');
    const id = await opened(a, mark, {
      ground: 'instruction',
      instruction: { kind: 'policy', document: 'quotes', part: '1' },
    });
    expect((await read(r, id)).instruction).toEqual({
      kind: 'policy',
      document: 'quotes',
      part: '1',
      version: '1',
      on: expect.stringMatching(/^2026-02-0[345]$/),
    });
    expect(await answered(r, id, 'upheld')).toBe(202);
    await diagnosed();
    expect(await findings()).toContain(mark);
    expect(await explained()).toMatchObject({
      causes: [{ cause: 'policy', leads: true }, ...Array.from({ length: 4 }, () => expect.anything())],
      rungs: expect.arrayContaining([
        expect.objectContaining({ rung: 3, answer: 'yes', sentence: expect.stringContaining('clause 1 of "Quoting"') }),
      ]),
    });
  });

  it('somebody’s word is answered by anybody but them, and leads to management', async () => {
    const [a, b, r] = [await ann(), await bo(), await rev()];
    const { mark } = await all.missed(a);
    const late = { ground: 'instruction', says, instruction: { kind: 'word', saidBy: 'p-bo', on: '2026-02-20' } };
    expect(await slug(await a('POST', `/v1/marks/${mark}/disputes`, late))).toBe('dispute-instruction');
    const id = await opened(a, mark, { ...late, instruction: { ...late.instruction, on: '2026-01-20' } });
    expect((await b('GET', `/v1/disputes/${id}`)).status).toBe(404);
    expect(await answered(b, id, 'not-upheld')).toBe(404);
    expect(await answered(r, id, 'upheld')).toBe(202);
    await diagnosed();
    const told = (await (await all.asOwner('GET', `/v1/findings/${mark}/explanation`)).json()) as {
      causes: { cause: string; leads: boolean }[];
    };
    expect(told.causes[0]).toMatchObject({ cause: 'management', leads: true });
  });

  it('somebody else, upheld: the contact is with whoever served, and counts for no one else', async () => {
    const [a, b, r] = [await ann(), await bo(), await rev()];
    const { mark, contact } = await all.missed(a);
    const id = await opened(a, mark, { ground: 'person' });
    // Reviewers see no people: it is the manager's to know who served.
    expect(await read(b, id)).toMatchObject({ waitsForYou: true, can: ['answer'] });
    expect((await r('GET', `/v1/disputes/${id}`)).status).toBe(404);
    const nobody = await b('POST', `/v1/disputes/${id}/answer`, { answer: 'upheld', says: 'x', rightPerson: 'p-ann' });
    expect(await slug(nobody)).toBe('dispute-person');
    expect(await answered(b, id, 'upheld', { rightPerson: 'p-al' })).toBe(202);
    await diagnosed();
    const { person } = (await (await b('GET', `/v1/contacts/${contact}`)).json()) as OneContact;
    expect(person).toEqual({ id: 'p-al', name: 'Al Pine' });
    expect((await a('GET', `/v1/contacts/${contact}`)).status).toBe(404);
    expect(await read(a, id)).toMatchObject({ stateSays: 'upheld: it was somebody else', turns: null });
    // Whoever served after all may dispute the same mark, and is told nothing of the other's dispute.
    const al = await all.signedIn('Al', [{ role: 'rep', sites: ['north'] }], 'p-al');
    const form = (await (await al('GET', `/v1/marks/${mark}/dispute-form`)).json()) as DisputeForm;
    expect(form.dispute).toBeNull();
    const theirs = await opened(al, mark);
    expect(theirs).not.toBe(id);
    expect((await list(al)).disputes.map((one) => one.id)).toEqual([theirs]);
  });

  it('is taken further once, to somebody else; silence goes up by itself; and it is withdrawn', async () => {
    const [a, r, b, e] = [await ann(), await rev(), await bo(), await eve()];
    const { mark } = await all.missed(a);
    const id = await opened(a, mark);
    expect(await slug(await a('POST', `/v1/disputes/${id}/second-round`, {}))).toBe('dispute-state');
    expect(await answered(r, id, 'not-upheld')).toBe(200);
    expect(await slug(await r('POST', `/v1/disputes/${id}/second-round`, {}))).toBe('dispute-not-yours');
    expect((await a('POST', `/v1/disputes/${id}/second-round`, { says: 'Listen again.' })).status).toBe(204);
    expect(await read(b, id)).toMatchObject({ round: 2, waitsFor: 'Bo Marlowe', can: ['answer'] });
    expect((await read(r, id)).can).toEqual([]);
    expect(await slug(await r('POST', `/v1/disputes/${id}/answer`, { answer: 'upheld', says: 'x' }))).toBe(
      'dispute-not-yours',
    );
    // The Tuesday after its last day: nobody has answered.
    clock = '2026-03-10T12:00:00.000Z';
    expect(await read(e, id)).toMatchObject({ escalations: 1, waitsFor: 'Eve Marlowe', due: '2026-03-17' });
    expect(await read(e, id)).toMatchObject({ escalations: 1 });
    expect(await answered(e, id, 'in-part')).toBe(200);
    expect(await read(a, id)).toMatchObject({ answer: 'in-part', can: [] });
    expect((await read(a, id)).answers.map((one) => one.answer)).toEqual(['not-upheld', 'in-part']);
    const other = await all.missed(a, 1);
    const again = await opened(a, other.mark);
    const twice = await a('POST', `/v1/marks/${other.mark}/disputes`, { ground: 'other', says });
    expect(await slug(twice)).toBe('dispute-again');
    expect((await a('POST', `/v1/disputes/${again}/withdraw`)).status).toBe(204);
    expect(await slug(await a('POST', `/v1/disputes/${again}/withdraw`))).toBe('dispute-state');
    await opened(a, other.mark, { ground: 'not-applicable' });
  });

  it('is nobody’s who did not serve, and of no other site nor organisation', async () => {
    const a = await ann();
    const { mark, contact } = await all.missed(a);
    const empty = await a('POST', `/v1/marks/${mark}/disputes`, { ground: 'words', says: '  ' });
    expect(await slug(empty)).toBe('dispute-empty');
    expect((await a('POST', `/v1/marks/${mark}/disputes`, { ground: 'anger', says })).status).toBe(400);
    const al = await all.signedIn('Al', [{ role: 'rep', sites: ['north'] }], 'p-al');
    const south = await all.signedIn('Cy', [{ role: 'manager', sites: ['south'] }], 'p-cy');
    const b = await bo();
    for (const other of [al, south, b]) {
      expect((await other('POST', `/v1/marks/${mark}/disputes`, { ground: 'words', says })).status).toBe(404);
      expect((await other('GET', `/v1/marks/${mark}/dispute-form`)).status).toBe(404);
    }
    const id = await opened(a, mark);
    for (const other of [al, south]) {
      expect((await other('GET', `/v1/disputes/${id}`)).status).toBe(404);
      expect((await list(other)).all).toBe(0);
      expect((await other('POST', `/v1/disputes/${id}/withdraw`)).status).toBe(404);
    }
    expect(await answered(south, id, 'upheld')).toBe(404);
    expect(await answered(a, id, 'upheld')).toBe(403);
    expect(await slug(await b('POST', `/v1/disputes/${id}/answer`, { answer: 'upheld', says: ' ' }))).toBe(
      'dispute-reason',
    );
    const elsewhere = await all.here.token({ roles: ['owner'] }, 'another');
    expect((await all.here.ask('GET', `/v1/disputes/${id}`, { token: elsewhere })).status).toBe(404);
    expect((await (await b('GET', `/v1/contacts/${contact}/disputes`)).json()) as object).toEqual({ disputes: [] });
  });

  it('the owner sets the clock, and takes all of them out as a table without a name', async () => {
    const [a, b] = [await ann(), await bo()];
    expect((await all.asOwner('PUT', '/v1/disputes/rule', { days: 2 })).status).toBe(204);
    // Days off are set once, for all the clocks.
    const letters = { days: 10, counselDays: 3, signOff: false, daysOff: ['2026-03-03'] };
    expect((await all.asOwner('PUT', '/v1/letters/rule', letters)).status).toBe(204);
    expect((await b('PUT', '/v1/disputes/rule', { days: 2 })).status).toBe(403);
    expect((await all.asOwner('PUT', '/v1/disputes/rule', { days: 0 })).status).toBe(400);
    expect(await (await b('GET', '/v1/disputes/rule')).json()).toEqual({ days: 2, daysOff: ['2026-03-03'] });
    const { mark } = await all.missed(a);
    expect((await read(a, await opened(a, mark))).due).toBe('2026-03-05');
    const table = await (await all.asOwner('GET', '/v1/disputes/table')).text();
    expect(table.split('\r\n')).toHaveLength(3);
    expect(table).toContain('North Pier');
    expect(table).not.toMatch(/Ann|p-ann|right at the end/);
  });

  it('nothing that tells of a person tells of their disputes', async () => {
    const [a, r, b] = [await ann(), await rev(), await bo()];
    const { mark, contact } = await all.missed(a);
    const id = await opened(a, mark);
    expect(await answered(r, id, 'not-upheld')).toBe(200);
    await diagnosed();
    const ofPeople = [
      '/v1/people',
      '/v1/people/p-ann',
      `/v1/contacts/${contact}`,
      `/v1/contacts/${contact}/disputes`,
      `/v1/contacts/${contact}/answers`,
      '/v1/adverse-steps',
      '/v1/record/entries?person=p-ann',
      '/v1/know-do',
      '/v1/rates?by=person',
      '/v1/report/findings',
      '/v1/report/marks',
      '/v1/causes',
      '/v1/downloads/contacts.csv',
      '/v1/vcons',
      '/v1/ledger/lines',
      '/v1/today',
    ];
    for (const path of ofPeople)
      for (const ask of [all.asOwner, b]) {
        const told = await (await ask('GET', path)).text();
        // The history names the dispute, and never who disputes.
        if (path === '/v1/ledger/lines')
          expect([path, /whoever served/.test(told)]).toEqual([path, ask === all.asOwner]);
        else expect([path, told.includes(id) || told.includes('right at the end')]).toEqual([path, false]);
      }
    const history = await (await all.asOwner('GET', '/v1/ledger/lines')).text();
    expect(/"says":"A mark was disputed","by":"([^"]*)"/.exec(history)?.[1]).toBe('whoever served');
  });

  it('a reviewer’s own mark is answered by somebody else, and a dispute is kept from whoever marks its contact', async () => {
    const [a, r, b] = [await ann(), await rev(), await bo()];
    const { mark, contact, standard } = await all.missed(a);
    const { id: reviewer } = (await (await r('GET', '/v1/me')).json()) as { id: string };
    const owner = { orgId: 'harbor', id: 'test', roles: ['owner' as const] };
    const asked = { purpose: 'calibration', sourceId: 'cal-1', due: '2026-03-09' } as const;
    const [task] = await store.inWork(owner, async (work) =>
      makeTasks(work, { ...asked, tasks: [{ contactId: contact, standards: [standard], reviewer }] }),
    );
    const id = await opened(a, mark);
    expect((await list(r)).all).toBe(1);
    expect((await r('POST', `/v1/reviews/${task!.taskId}/take`)).status).toBeLessThan(300);
    // In hand: what the machine said of it is nothing to know.
    expect((await list(r)).all).toBe(0);
    expect((await r('GET', `/v1/disputes/${id}`)).status).toBe(404);
    expect(await answered(r, id, 'upheld')).toBe(404);
    expect((await (await r('GET', `/v1/contacts/${contact}/disputes`)).json()) as object).toEqual({ disputes: [] });
    const marks = [{ standard, verdict: 'failed', evidence: [], comment: '' }];
    const sent = await r('PUT', `/v1/reviews/${task!.taskId}`, { began: 0, marks, seconds: 60, send: true });
    expect([sent.status, await sent.clone().text()]).toEqual([200, expect.any(String)]);
    await store.inWork(owner, async (work) => revealTasksOf(work, 'cal-1'));
    expect((await list(r)).all).toBe(1);
    expect((await a('POST', `/v1/disputes/${id}/withdraw`)).status).toBe(204);
    const [said] = await store.inWork(owner, async (work) => readReviewMarks(work));
    const second = await opened(a, said!.id);
    expect(await read(b, second)).toMatchObject({ marker: 'reviewer', waitsFor: 'Bo Marlowe', can: ['answer'] });
    expect((await r('GET', `/v1/disputes/${second}`)).status).toBe(404);
  });

  it('how often marks were overturned is told by standard and by who made them, never by who served', async () => {
    const [a, r, b] = [await ann(), await rev(), await bo()];
    const { mark, standard } = await all.missed(a);
    expect(await answered(r, await opened(a, mark), 'upheld')).toBe(202);
    await opened(a, (await all.missed(a, 1)).mark);
    const counts = { disputed: 2, upheld: 1, inPart: 0, notUpheld: 0, open: 1 };
    for (const ask of [all.asOwner, r, b]) {
      const told = await (await ask('GET', '/v1/disputes/numbers')).json();
      expect(told).toMatchObject({ rows: [{ standard: { id: standard }, marker: 'cue', reviewer: null, ...counts }] });
      expect(JSON.stringify(told)).not.toMatch(/p-ann|Ann/);
    }
    expect((await a('GET', '/v1/disputes/numbers')).status).toBe(403);
  });

  it('the database itself shows a rep their own, and a manager those of their sites', async () => {
    const [a, r] = [await ann(), await rev()];
    const { mark, contact, standard } = await all.missed(a);
    expect(await answered(r, await opened(a, mark), 'upheld')).toBe(202);
    const seen = async (role: Role, sites: readonly string[], person?: string): Promise<number[]> => {
      const actor = {
        orgId: 'harbor',
        id: 'm-held',
        roles: [role],
        grants: [{ role, sites }],
        ...(person ? { person } : {}),
      };
      return store.inWork(actor, async ({ tx }) => {
        const rows = async (table: string): Promise<number> => {
          const found = await tx.execute(sql.raw(`select count(*)::int as n from ${table}`));
          return (found as unknown as { rows: { n: number }[] }).rows[0]!.n;
        };
        return [await rows('dispute'), await rows('dispute_event'), await rows('overturned_mark')];
      });
    };
    expect(await seen('rep', ['north'], 'p-ann')).toEqual([1, 2, 1]);
    expect(await seen('rep', ['north'], 'p-al')).toEqual([0, 0, 0]);
    expect(await seen('manager', ['north'])).toEqual([1, 2, 1]);
    expect(await seen('manager', ['south'])).toEqual([0, 0, 0]);
    const south = {
      orgId: 'harbor',
      id: 'm-held',
      roles: ['manager' as const],
      grants: [{ role: 'manager' as const, sites: ['south'] }],
    };
    const ruled = { contact, standard: 'another', mark, ruledBy: 'dp-none' };
    await expect(store.inWork(south, async (work) => overturn(work, ruled))).rejects.toThrow(
      /row-level security|42501/,
    );
    expect(standard).not.toBe('another');
  });

  it('goes with its contact when that is erased, and is in every backup until then', async () => {
    const a = await ann();
    const { mark, contact } = await all.missed(a);
    expect(await answered(await rev(), await opened(a, mark), 'upheld')).toBe(202);
    const kept = async () =>
      store.asOwner(async (session) => {
        const { names } = await storedTables(session);
        const own = ['dispute', 'dispute_event', 'dispute_rule', 'overturned_mark'];
        expect(names).toEqual(expect.arrayContaining(own));
        const rows = await session.query(
          `select (select count(*)::int from dispute) + (select count(*)::int from dispute_event) + (select count(*)::int from overturned_mark) as rows`,
        );
        return Number(rows[0]!['rows']);
      });
    expect(await kept()).toBe(4);
    expect((await all.asOwner('POST', '/v1/erasures', { contact })).status).toBe(201);
    expect(await kept()).toBe(0);
    // So it is where the import that brought a contact is taken out again.
    expect(await answered(await bo(), await opened(a, (await all.missed(a)).mark), 'upheld')).toBe(202);
    expect(await kept()).toBe(4);
    expect((await all.asOwner('POST', '/v1/imports/last/undo')).status).toBe(200);
    expect(await kept()).toBe(0);
  });
});
