// Another tool's export through the API on both databases: looked into, brought in twice, and its mapping kept by its head.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { PastMarksTakenShape } from '../past-marks.shape.ts';
import type { MarksPreview } from './mapped-marks.shape.ts';
import type { z } from '@hono/zod-openapi';

type Taken = z.infer<typeof PastMarksTakenShape>;
const csv = (rows: string): string => `Call ID,Evaluator,Offered to help,Grade\n${rows}`;
const rows = 'c-1,Q1,Yes,5\nc-2,Q1,Kind of,2\n,Q1,No,1\nc-4,Q2,No,4\n';

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });
  const send = async (text: string | Uint8Array, token = own): Promise<string> => {
    const reply = await here.ask('PUT', '/v1/uploads?name=m.csv', { token, body: text });
    return ((await reply.json()) as { id: string }).id;
  };
  const ask = async <T>(path: string, body: unknown, token = own): Promise<T> =>
    (await (await here.ask('POST', path, { token, body })).json()) as T;
  const look = async (text: string, mapping?: MarksPreview['mapping']): Promise<MarksPreview> =>
    ask('/v1/past-marks/preview', { upload: await send(text), name: 'm.csv', ...(mapping ? { mapping } : {}) });

  it('names what it doesn’t know, brings the rest in once, and reads the next file of the same head the same way', async () => {
    const first = await look(csv(rows));
    expect(first).toMatchObject({ kept: false, counts: { marks: 2, rejects: 2, contactsHere: 0 } });
    expect(first.unknown).toEqual([{ what: 'answer', said: 'Kind of', rows: 1 }]);
    expect(first.mapping.questions[0]).toMatchObject({ asks: 'Offered to help', standard: 'opening.help-offered' });
    const answers = first.mapping.answers.map((one) =>
      one.said === 'Kind of' ? { ...one, means: 'unsure' as const } : one,
    );
    const mapping = { ...first.mapping, answers };
    const bring = async (text: string): Promise<Taken> =>
      ask('/v1/past-marks/mapped', { upload: await send(text), name: 'm.csv', mapping });
    const taken = await bring(csv(rows));
    expect(taken).toMatchObject({ added: 3, same: 0, withoutProbability: 3, waiting: 3 });
    expect(taken.rejects).toMatchObject([{ row: 4, field: 'Call ID' }]);
    expect(await bring(csv(rows))).toMatchObject({ added: 0, changed: 0, same: 3 });
    const next = await look(csv('c-9,Q1,kind of,5\n'));
    expect(next).toMatchObject({ kept: true, unknown: [], counts: { marks: 1, rejects: 0 } });
  }, 60_000);

  it('refuses a mapping that lacks something, names no standard, or is of whoever may not', async () => {
    const { mapping } = await look(csv(rows));
    const bring = async (more: object, token = own): Promise<{ type: string }> =>
      ask('/v1/past-marks/mapped', { upload: await send(csv(rows), own), name: 'm.csv', mapping, ...more }, token);
    const questions = mapping.questions.map((one) => ({ ...one, standard: 'no.such' }));
    expect((await bring({ mapping: { ...mapping, questions } })).type).toBe('/problems/past-marks-mapping');
    expect((await bring({ mapping: { ...mapping, columns: [] } })).type).toBe('/problems/past-marks-mapping');
    expect((await bring({ sheet: 'none' })).type).toBe('/problems/past-marks-sheet');
    const reviewer = await here.token({ roles: ['reviewer'] });
    expect((await bring({}, reviewer)).type).toBe('/problems/route-forbidden');
    expect(
      (await ask<{ type: string }>('/v1/past-marks/preview', { upload: await send('x'), name: 'm.csv' })).type,
    ).toBe('/problems/past-marks-unreadable');
  }, 60_000);
});
