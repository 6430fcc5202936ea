// How a file would be read: a table's columns are guessed and can be said, contacts are shown as they would be kept, nothing is.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { own, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { ImportPreview } from './preview-import.shape.ts';

const odd = [
  'Ref,Wer,Was',
  ...['a1', 'a1', 'a2', 'a2'].flatMap((id, at) => [
    `${id},${at % 2 === 0 ? 'X' : 'Y'},"Good morning, this is the desk, ${at}, my card is 4111 1111 1111 1111"`,
  ]),
].join('\n');

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });
  const preview = async (name: string, body: string, query: Record<string, string> = {}): Promise<ImportPreview> => {
    const asked = new URLSearchParams({ name, ...query });
    const reply = await here.ask('POST', `/v1/imports/preview?${asked.toString()}`, { token: own, body });
    expect(reply.status).toBe(200);
    return (await reply.json()) as ImportPreview;
  };

  it('a table that nobody knows is shown with its rows, and read once its columns are said', async () => {
    const body = 'Foo,Bar\nred,blue\ngreen,black\n';
    const unknown = await preview('x.csv', body, { columns: '{"Nothing":"ignore"}' });
    expect(unknown.tables).toMatchObject([
      {
        headers: ['Foo', 'Bar'],
        rows: [
          ['red', 'blue'],
          ['green', 'black'],
        ],
        mapping: null,
      },
    ]);
    expect(unknown.counts).toMatchObject({ contacts: 0, rejects: 1 });
    const told = await preview('x.csv', odd, { columns: '{"Ref":"contact","Wer":"speaker","Was":"text"}', rep: 'X' });
    expect(told.tables[0]!.mapping!.columns.map((one) => one.field)).toEqual(['contact', 'speaker', 'text']);
    expect(told.counts).toMatchObject({ contacts: 2, rejects: 0 });
    expect(told.contacts[0]!.turns[0]!.speaker).toBe('rep');
    expect(JSON.stringify(told.contacts)).toContain('[CARD 1]');
    expect(JSON.stringify(told.contacts)).not.toContain('4111');
  });

  it('what is cut off at the end of a beginning is nobody’s mistake, a bad row inside it is', async () => {
    const body = 'call id,speaker,text\n1,rep,hello there\n1,customer,hi,too,many,cells\n1,rep,"and this is cut o';
    const beginning = await preview('t.csv', body, { cut: 'yes' });
    expect(beginning).toMatchObject({ more: true, counts: { rejects: 1 } });
    expect(beginning.rejects[0]!.row).toBe(3);
    expect((await preview('t.csv', body)).counts.rejects).toBe(2);
  });

  it('a file of which only the beginning is looked into is still told what it is', async () => {
    const found = await preview('scan.pdf', `%PDF-1.7\n${'1 0 obj\n'.repeat(20_000)}`, { cut: 'yes' });
    expect(found).toMatchObject({ tables: [], counts: { contacts: 0, facts: 0, rejects: 1 } });
    expect(found.rejects[0]).toMatchObject({ file: 'scan.pdf', expected: 'text; this is a PDF' });
  });

  it('of more contacts than are looked into it says what they were taken for', async () => {
    const one = (nth: number): string => `{"id":"c${nth}","turns":["Customer: hi","Agent: hello","Customer: thx :)"]}`;
    const found = await preview('given.jsonl', Array.from({ length: 600 }, (_, nth) => one(nth)).join('\n'));
    expect(found.more).toBe(true);
    expect(found.said.join(' ')).toContain('for chats');
  });

  it('keeps nothing, and is for those who may bring contacts', async () => {
    await preview('call.txt', 'Rep: Harbor Storage.\nCustomer: How much is a unit?');
    const listed = await here.ask('GET', '/v1/contacts', { token: own });
    expect(((await listed.json()) as { items: unknown[] }).items).toEqual([]);
    const trainer = await here.token({ roles: ['trainer'] });
    const refused = await here.ask('POST', '/v1/imports/preview?name=a.txt', { token: trainer, body: 'Rep: Hi.' });
    expect(refused.status).toBe(403);
    const nameless = await here.ask('POST', '/v1/imports/preview?columns=no', { token: own, body: 'Rep: Hi.' });
    expect(((await nameless.json()) as { errors: unknown[] }).errors).toHaveLength(2);
  });
});
