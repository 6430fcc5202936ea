// One standard over the wire: told whole, tried on contacts, saved where it is right and by whom it may be, told again.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { own, problemIn, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { OneStandard, PreviewOnWire } from '../standards/one-standard.shape.ts';

const id = 'close.thanked';
const calls = ['Goodbye then.', 'Toodle pip to you.', 'Thank you so much for calling.'].map(
  (last) =>
    `Rep: Harbor Storage, how can I help?\nCustomer: What are your hours?\nRep: Nine to six.\nCustomer: Okay, bye.\nRep: ${last}`,
);

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    // Each second once, so that what was saved later is later.
    let seconds = 0;
    const now = (): Date => new Date(Date.UTC(2026, 2, 1, 12, 0, (seconds += 1)));
    here = await serveHere(makeApp, await open({ now }));
  });
  const read = async (token = own): Promise<OneStandard> =>
    (await (await here.ask('GET', `/v1/standards/${id}`, { token })).json()) as OneStandard;
  const preview = async (written: string): Promise<PreviewOnWire> =>
    (await (
      await here.ask('POST', '/v1/standards/preview', { token: own, body: { standard: id, written } })
    ).json()) as PreviewOnWire;
  const save = async (body: unknown, token = own): Promise<Response> =>
    here.ask('PUT', `/v1/standards/${id}`, { token, body });
  const bring = async (): Promise<void> => {
    const begun = (await (await here.ask('POST', '/v1/imports', { token: own, body: { label: 'x' } })).json()) as {
      id: string;
    };
    for (const [at, text] of calls.entries())
      await (await here.ask('PUT', `/v1/imports/${begun.id}/files?name=${at}.txt`, { token: own, body: text })).text();
  };
  /** The standard with a wording more that meets it. */
  const wider = ({ written }: OneStandard, phrase: string): string =>
    written
      .replace(/(met-when: .*)(\{says: [^{}]*\})/, '$1{any: [$2, {says: more-words, by: rep}]}')
      .replace('cues:\n', `cues:\n  more-words: ["${phrase}"]\n`);

  it('is told with its rules, its phrases, its examples as they come out, and its own lines', async () => {
    const told = await read();
    expect(told.standard).toMatchObject({ id, pack: 'core', inUse: true });
    expect(told.rules.map((one) => one.when)).toContain('Met when');
    expect(told.cues[0]!.phrases.length).toBeGreaterThan(0);
    expect(told.examples.length).toBeGreaterThan(5);
    expect(told.examples.filter((one) => !one.passed)).toEqual([]);
    expect(told.written).toContain(`- id: ${id}`);
    expect(told).toMatchObject({ changedHere: false, saved: [], can: { change: true } });
  });

  it('a change is tried on contacts, with the words of each verdict that flips, and nothing is stored', async () => {
    await bring();
    const told = await read();
    expect(await preview(told.written)).toMatchObject({ errors: [], of: 3, looked: 3, flipped: 0 });
    const tried = await preview(wider(told, 'toodle pip'));
    expect(tried.errors).toEqual([]);
    expect(tried.flipped).toBe(1);
    expect(tried.flips[0]).toMatchObject({ before: { verdict: 'failed' }, after: { verdict: 'met' } });
    const [quote] = tried.flips[0]!.after.quotes;
    expect(quote!.text.slice(quote!.from, quote!.to)).toBe('Toodle pip');
    expect((await read()).changedHere).toBe(false);
  });

  it('a mistake is told with its line, and refused where it is saved', async () => {
    const told = await read();
    const wrong = told.written.replace('weight:', 'weigth:');
    const line = wrong.split('\n').findIndex((one) => one.includes('weigth:')) + 1;
    expect((await preview(wrong)).errors).toMatchObject([{ line, write: 'Write "weight".' }]);
    const refused = await save({ written: wrong, began: told.stamp });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { errors: { pointer: string }[] }).errors[0]!.pointer).toContain(
      `changed.${id}.yaml:${line}:`,
    );
    const other = told.written.replace(`id: ${id}`, 'id: close.others');
    expect((await preview(other)).errors[0]!.what).toContain(`This changes "${id}"`);
    const broken = told.written.replace(/failed:\n/, 'failed:\n        - "rep: Thank you so much, goodbye."\n');
    expect((await save({ written: broken, began: told.stamp })).status).toBe(422);
    expect((await read()).changedHere).toBe(false);
  });

  it('is saved, marks by it from then on, has its history, and goes back', async () => {
    await bring();
    const told = await read();
    const written = wider(told, 'toodle pip');
    expect((await save({ written, began: told.stamp, note: 'They say it here.' })).status).toBe(200);
    const after = await read();
    expect(after).toMatchObject({ written, changedHere: true, saved: [{ note: 'They say it here.', written }] });
    expect(after.standard).toMatchObject({ pack: 'core', inUse: true });
    expect(after.standard.version).not.toBe(told.standard.version);
    expect((await save({ written, began: told.stamp })).status).toBe(409);
    expect((await save({ written: written.replace('toodle', 'doodle'), began: after.stamp })).status).toBe(200);
    const again = await read();
    expect((await save({ written: null, began: again.stamp })).status).toBe(200);
    const back = await read();
    expect(back.saved.map((one) => one.written === null)).toEqual([true, false, false]);
    expect(back.standard.version).toBe(told.standard.version);
  });

  it('is changed by an owner, a district manager or a trainer, and by nobody else', async () => {
    const told = await read();
    const body = { written: null, began: told.stamp };
    for (const [role, status] of [
      ['trainer', 200],
      ['district-manager', 200],
      ['manager', 403],
      ['rep', 403],
      ['auditor', 403],
    ] as const)
      expect([role, (await save(body, await here.token({ roles: [role] }))).status]).toEqual([role, status]);
    expect((await save(body, await here.token({ roles: ['owner'], readsOnly: true }))).status).toBe(403);
    expect((await read(await here.token({ roles: ['rep'] }))).can).toEqual({ change: false });
  });

  it('may be kept or not once the organisation has a name', async () => {
    const keep = async (kept: boolean): Promise<Response> =>
      here.ask('PUT', `/v1/standards/${id}/kept`, { token: own, body: { kept } });
    expect(await problemIn(await keep(false))).toMatchObject({ type: '/problems/organisation-unknown' });
    const file = {
      name: 'organisation.yaml',
      base64: Buffer.from('name: Harbor Storage\ncurrency: USD\n').toString('base64'),
    };
    await here.ask('POST', '/v1/record', { token: own, body: { files: [file] } });
    expect((await keep(false)).status).toBe(200);
    expect((await read()).standard.inUse).toBe(false);
    expect((await keep(true)).status).toBe(200);
    expect((await read()).standard.inUse).toBe(true);
  });

  it('what nobody knows is missing, and bad input lists what is wrong', async () => {
    expect((await here.ask('GET', '/v1/standards/no.such', { token: own })).status).toBe(404);
    const bad = await here.ask('POST', '/v1/standards/preview', { token: own, body: { standard: 3, seconds: 900 } });
    expect(bad.status).toBe(400);
    expect(((await bad.json()) as { errors: unknown[] }).errors).toHaveLength(3);
  });
});
