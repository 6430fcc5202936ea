// Reading through the API on both databases: what somebody is asked to read, what they answer, when they are asked again, what their owner
// sees of it, and what nobody else does.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { PolicyReasons } from '../../policies/reasons/clause-reasons.shape.ts';
import type { Readers, Reading, ToRead } from './reading.shape.ts';

const quotes = (version: string, from: string, to: string, lines: string): string =>
  `---\nid: quotes\nversion: ${version}\nclass: customer-service\nowner: p-bo\nfrom: ${from}\n${to === '' ? '' : `to: ${to}\n`}roles: rep\n---\n# Quoting\n\n${lines}`;
const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,south,,2025-06-01\n',
  'policies/quotes-1.md': quotes('1', '2025-01-01', '2026-01-01', '1. Say the price.\n2. Wait for the answer.\n'),
  'policies/quotes-2.md': quotes('2', '2026-01-01', '', '1. Say the whole price.\n3. Quote no price to callers.\n'),
  'acknowledgements.csv': 'person,kind,document,version,on,answer\np-ann,policy,quotes,1,2025-07-01,understood\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
    await bringRecord(here, record);
  });
  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, grants: readonly Grant[]): Promise<Ask> =>
    (await signInAs(here, person, grants)).ask;
  const ann = async () => signedIn('p-ann', [{ role: 'rep', sites: ['north'] }]);
  const read = async <Reply>(ask: Ask, path: string): Promise<Reply> => {
    const reply = await ask('GET', path);
    expect([path, reply.status]).toEqual([path, 200]);
    return (await reply.json()) as Reply;
  };
  const slug = async (reply: Response): Promise<[number, string]> => [
    reply.status,
    ((await reply.json()) as { type: string }).type.replace('/problems/', ''),
  ];
  const at = '/v1/reading/policy/quotes';

  it('asks again after a material change, shows what changed, and is content with any answer but not understood', async () => {
    const rep = await ann();
    expect(await read<ToRead>(rep, '/v1/reading')).toMatchObject({
      items: [{ id: 'quotes', version: '2', state: 'changed', last: { version: '1' } }],
    });
    const told = await read<Reading>(rep, at);
    expect(told.parts.map((one) => [one.id, one.since])).toEqual([
      ['1', 'changed'],
      ['3', 'new'],
    ]);
    expect(told.gone.map((one) => one.id)).toEqual(['2']);
    expect((await rep('POST', `${at}/2/answer`, { answer: 'understood' })).status).toBe(200);
    expect((await read<ToRead>(rep, '/v1/reading')).items).toEqual([]);
    expect((await read<Reading>(rep, at)).answer?.answer).toBe('understood');
    // It stands in the record, as rows that were brought do.
    const rows = await read<{ items: { says: string }[] }>(
      asOwner,
      '/v1/record/entries?kind=acknowledgements&person=p-ann',
    );
    expect(rows.items).toHaveLength(2);
  });

  it('not understood says where, in the reader’s words; its owner sees the words and no name', async () => {
    const rep = await ann();
    expect(await slug(await rep('POST', `${at}/2/answer`, { answer: 'not-understood' }))).toEqual([
      400,
      'reading-where-missing',
    ]);
    const unclear = {
      answer: 'not-understood',
      parts: [{ part: '3', words: 'Not even by phone? Ask me on 415-555-0132.' }],
    };
    expect((await rep('POST', `${at}/2/answer`, unclear)).status).toBe(200);
    expect((await rep('POST', `${at}/2/factor`, { part: '3', said: 'no', words: 'They hang up.' })).status).toBe(204);
    expect((await read<ToRead>(rep, '/v1/reading')).items[0]?.state).toBe('not-understood');
    const text = await (await asOwner('GET', '/v1/readers/policy/quotes')).text();
    expect(text).not.toContain('555-0132');
    expect(text).not.toContain('Ann Marlow');
    const told = JSON.parse(text) as Readers;
    expect(told.counts.find((one) => one.part === '3')).toMatchObject({ notUnderstood: 1, factorNo: 1 });
    expect(told.sites).toMatchObject([
      { site: { name: 'North Pier' }, asked: 1, read: 1, notYet: [] },
      { site: { name: 'South Yard' }, asked: 1, read: 0, notYet: [{ name: 'Cy Voss' }] },
    ]);
    // Read once more and understood: no longer counted.
    expect((await rep('POST', `${at}/2/answer`, { answer: 'understood' })).status).toBe(200);
    const after = await read<Readers>(asOwner, '/v1/readers/policy/quotes');
    expect(after.counts.find((one) => one.part === '3')).toMatchObject({ notUnderstood: 0, factorNo: 1 });
  });

  it('a check question is asked of whoever understood; a wrong answer is counted at its clause and acknowledges nothing', async () => {
    const question = { part: '1', asks: 'What do you say?', choices: ['Nothing', 'The whole price'], right: 2 };
    const set = await asOwner('POST', '/v1/readers/policy/quotes/questions', question);
    const { id } = (await set.json()) as { id: string };
    const rep = await ann();
    const told = await read<Reading>(rep, at);
    expect(told.questions).toEqual([{ id, part: '1', asks: question.asks, choices: question.choices }]);
    const unanswered = await rep('POST', `${at}/2/answer`, { answer: 'understood' });
    expect(await unanswered.json()).toMatchObject({
      type: '/problems/check-not-answered',
      errors: [{ detail: question.asks }],
    });
    const choose = async (choice: number) =>
      (await rep('POST', `${at}/2/answer`, { answer: 'understood', checks: [{ question: id, choice }] })).json();
    expect(await choose(1)).toEqual({ taken: 'again', parts: ['1'] });
    expect((await read<ToRead>(rep, '/v1/reading')).items).toHaveLength(1);
    expect(await choose(2)).toEqual({ taken: 'kept' });
    const readers = await read<Readers>(asOwner, '/v1/readers/policy/quotes');
    expect(readers.counts).toMatchObject([{ part: '1', checkWrong: 1, checkRight: 1 }]);
    expect((await rep('POST', '/v1/readers/policy/quotes/questions', question)).status).toBe(403);
    expect((await asOwner('DELETE', `/v1/readers/policy/quotes/questions/${id}`)).status).toBe(204);
    expect((await read<Reading>(rep, at)).questions).toEqual([]);
  });

  it('is for those whom the audience names; others read and are not asked; another organisation sees nothing', async () => {
    const bo = await signedIn('p-bo', [{ role: 'manager', sites: ['north'] }]);
    expect((await read<ToRead>(bo, '/v1/reading')).items).toEqual([]);
    expect((await read<Reading>(bo, at)).forMe).toBe(false);
    expect(await slug(await bo('POST', `${at}/2/answer`, { answer: 'understood' }))).toEqual([
      403,
      'reading-not-asked',
    ]);
    // Bo answers for North alone.
    expect((await read<Readers>(bo, '/v1/readers/policy/quotes')).sites.map((one) => one.site.id)).toEqual(['north']);
    const rep = await ann();
    expect((await slug(await rep('GET', '/v1/readers/policy/quotes')))[1]).toBe('readers-forbidden');
    expect((await slug(await asOwner('POST', `${at}/2/answer`, { answer: 'understood' })))[1]).toBe('not-in-record');
    const elsewhere = await here.token({ roles: ['owner'] }, 'elsewhere');
    expect((await here.ask('GET', at, { token: elsewhere })).status).toBe(404);
    expect((await here.ask('GET', '/v1/reading/policy/nothing', { token: own })).status).toBe(404);
  });

  it('why a clause stands is a dated act that no file takes away; new words ask anew', async () => {
    const factor = { answer: 'no', reason: 'Callers hang up.' };
    const said = { purpose: 'Fewer calls', legalBasis: 'none', factor };
    const path = '/v1/policies/quotes/2/clauses/3';
    const rep = await ann();
    expect((await slug(await rep('PUT', `${path}/reasons`, said)))[1]).toBe('clause-answer-forbidden');
    expect((await asOwner('PUT', `${path}/reasons`, { factor: { answer: 'no', reason: ' ' } })).status).toBe(400);
    // Bo owns the policy.
    const bo = await signedIn('p-bo', [{ role: 'manager', sites: ['north'] }]);
    expect((await bo('PUT', `${path}/reasons`, said)).status).toBe(204);
    const links = { serves: [], obstructs: ['enquiry.full-cost-told'] };
    expect((await bo('PUT', `${path}/links`, links)).status).toBe(204);
    expect((await slug(await bo('PUT', `${path}/links`, { serves: ['no.such'], obstructs: [] })))[1]).toBe(
      'clause-standard-unknown',
    );
    const clause = async () =>
      (await read<PolicyReasons>(rep, '/v1/policies/quotes/reasons')).clauses.find((one) => one.id === '3');
    const kept = { standing: { state: 'said', reasons: said }, doubt: 'no-benefit-no-law', ...links };
    expect(await clause()).toMatchObject(kept);
    // What the record said before the link stays among its old rows.
    const row = await read<{ before: { parts: { obstructs: string[] }[] }[] }>(
      asOwner,
      `/v1/record/entries/policies/${encodeURIComponent('quotes~2')}`,
    );
    expect(row.before.map((one) => one.parts[1]?.obstructs)).toEqual([[]]);
    await bringRecord(here, {
      'policies/quotes-2.md': record['policies/quotes-2.md'].replace('# Quoting', '# Quoting prices'),
    });
    expect(await clause()).toMatchObject(kept);
    await bringRecord(here, {
      'policies/quotes-2.md': record['policies/quotes-2.md'].replace('to callers', 'to anybody'),
    });
    expect(await clause()).toMatchObject({
      standing: { state: 'of-other-words', reasons: said },
      doubt: 'not-answered',
      obstructs: [],
    });
    expect((await asOwner('PUT', '/v1/policies/quotes/2/clauses/9/reasons', said)).status).toBe(404);
  });
});
