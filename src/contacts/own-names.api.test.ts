// What the organisation is called on record stays readable in what comes in after, on both databases; people in it do not.
import { expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { own, serveHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { EnteredByHand } from '../marking/by-hand/by-hand.shape.ts';

forEachDatabase((_name, open) => {
  it('stays whole where the business is introduced, beside a name that is hidden', async () => {
    const here = await serveHere(makeApp, await open());
    const said = 'Rep: Quayside Attic Storage, this is Marla.\nCustomer: Hi Marla, is this Quayside?';
    const enter = async (at: string): Promise<string> => {
      const reply = await here.ask('POST', '/v1/by-hand', { token: own, body: { channel: 'phone', at, said } });
      const { contact } = (await reply.json()) as EnteredByHand;
      const read = await here.ask('GET', `/v1/contacts/${contact}`, { token: own });
      return ((await read.json()) as { turns: { text: string }[] }).turns[0]!.text;
    };
    // Whoever answers to it might be called so, for all that is known yet.
    expect(await enter('2026-02-03')).toBe('[NAME 1] Attic Storage, this is [NAME 2].');
    const text = 'organisation:\n  name: Quayside Attic Storage\n  currency: USD\n';
    const files = [{ name: 'organisation.yaml', base64: Buffer.from(text).toString('base64') }];
    const brought = await here.ask('POST', '/v1/record', { token: own, body: { files } });
    expect(brought.status).toBe(200);
    expect(await enter('2026-02-04')).toBe('Quayside Attic Storage, this is [NAME 1].');
  });
});
