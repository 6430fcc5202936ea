// Mail that waits is sent once, by the server that is set, and kept where that server is away.
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { mailSettings, newMailer } from './mailer.ts';
import { claimMail, mostTries, postMail, readOutbox } from './post-mail.ts';

const actor: Actor = { orgId: 'harbor', id: 'test', roles: ['owner'] };
const letter = {
  to: 'sam@bay.example',
  subject: 'A link\r\nBcc: all@bay.example',
  words: 'Open this:\nhttp://x/#secret\n',
};

/** A mail server that takes everything and keeps it. @param after what it says of a letter; empty: it is gone at that moment */
async function mailServer(after = '250 taken\r\n'): Promise<{ server: Server; got: string[]; port: number }> {
  const got: string[] = [];
  const server = createServer((socket) => {
    let text = '';
    let inLetter = false;
    socket.write('220 here\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (inLetter && line !== '.') got.push(line);
        else if (inLetter) {
          inLetter = false;
          if (after === '') socket.destroy();
          else socket.write(after);
        } else if (/^DATA/i.test(line)) {
          inLetter = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else {
          if (/^RCPT/i.test(line)) got.push(line);
          socket.write('250 yes\r\n');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, got, port: (server.address() as AddressInfo).port };
}

forEachDatabase((_name, open) => {
  let store: Store;
  let away: Awaited<ReturnType<typeof mailServer>>;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    store = await open({ now: () => now });
    away = await mailServer();
    await store.inWork(actor, async (work) => postMail(work, letter));
  });
  afterEach(() => void away.server.close());
  const waiting = async () => store.inWork(actor, readOutbox);
  const mailer = (port: number) =>
    newMailer(store, { server: `smtp://127.0.0.1:${port}`, from: 'Customary <care@bay.example>' });

  it('is sent to whom it is for and nobody else, once, and its words are kept no longer', async () => {
    const sender = mailer(away.port);
    await Promise.all([sender.sendWaiting('harbor'), sender.sendWaiting('harbor')]);
    expect(away.got.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<sam@bay.example>']);
    expect(away.got.join('\n')).toContain('http://x/#secret');
    expect(away.got.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(await waiting()).toEqual([]);
    const kept = await store.asOwner(async (session) => session.query('select words from mail'));
    expect(kept).toEqual([{ words: '' }]);
  });

  it('stays where it is while the server is away, is tried again, and not without end', async () => {
    away.server.close();
    const sender = mailer(away.port);
    for (let nth = 0; nth < mostTries + 2; nth += 1) await sender.sendWaiting('harbor');
    expect(await waiting()).toMatchObject([{ tries: mostTries, failed: expect.stringMatching(/^[A-Z]+$/) }]);
  });

  it('is sent once, though several processes send, and as HTML too where it has such a form', async () => {
    await store.inWork(actor, async (work) =>
      postMail(work, {
        to: 'two@bay.example',
        subject: 'Monday',
        words: 'As text',
        html: '<p>As HTML</p>',
        once: true,
      }),
    );
    await Promise.all([1, 2, 3, 4].map(async () => mailer(away.port).sendWaiting('harbor')));
    expect(away.got.filter((line) => line.startsWith('RCPT')).toSorted()).toEqual([
      'RCPT TO:<sam@bay.example>',
      'RCPT TO:<two@bay.example>',
    ]);
    expect(away.got).toContain('<p>As HTML</p>');
    expect(away.got.filter((line) => /^message-id: <e[0-9a-f]{16}@bay\.example>$/i.test(line))).toHaveLength(2);
  });

  it('where nobody can know whether it went is tried again, unless it goes once', async () => {
    await store.inWork(actor, async (work) => postMail(work, { ...letter, to: 'once@bay.example', once: true }));
    const gone = await mailServer('');
    for (let nth = 0; nth < 4; nth += 1) await mailer(gone.port).sendWaiting('harbor');
    gone.server.close();
    const tried = (to: string): number => gone.got.filter((line) => line === `RCPT TO:<${to}>`).length;
    expect([tried('sam@bay.example'), tried('once@bay.example')]).toEqual([3, 1]);
    expect((await waiting()).find((one) => one.to === 'once@bay.example')).toMatchObject({ failed: 'UNKNOWN' });
  });

  it('whose sender was killed is tried again after a while, unless it goes once; without an address it only waits', async () => {
    await store.inWork(actor, async (work) => postMail(work, { ...letter, to: 'once@bay.example', once: true }));
    await store.inWork(actor, async (work) => postMail(work, { ...letter, to: '' }));
    const claimed = async () => (await store.inWork(actor, claimMail))?.to;
    expect(new Set([await claimed(), await claimed(), await claimed()])).toEqual(
      new Set(['sam@bay.example', 'once@bay.example', undefined]),
    );
    now = new Date('2026-03-01T12:11:00Z');
    expect([await claimed(), await claimed()]).toEqual(['sam@bay.example', undefined]);
    expect(new Map((await waiting()).map(({ to, failed }) => [to, failed]))).toEqual(
      new Map([
        ['', null],
        ['once@bay.example', 'UNKNOWN'],
        ['sam@bay.example', null],
      ]),
    );
  });

  it('of what was undone is never sent, and without a server nothing is connected to', async () => {
    const undone = store.inWork(actor, async (work) => {
      await postMail(work, { ...letter, to: 'undone@bay.example' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await newMailer(store, null).sendWaiting('harbor');
    expect((await waiting()).map((one) => one.to)).toEqual(['sam@bay.example']);
  });
});

it('the server is set by an address and a sender together', () => {
  const set = { CUSTOMARY_MAIL_SERVER: 'smtp://u:p@mail.example:587', CUSTOMARY_MAIL_FROM: 'care@bay.example' };
  expect(mailSettings({})).toBeNull();
  expect(mailSettings(set)).toEqual({ server: set.CUSTOMARY_MAIL_SERVER, from: set.CUSTOMARY_MAIL_FROM });
  for (const wrong of [{ CUSTOMARY_MAIL_SERVER: 'http://mail.example' }, { CUSTOMARY_MAIL_FROM: 'care' }])
    expect(() => mailSettings({ ...set, ...wrong })).toThrow(/CUSTOMARY_MAIL_SERVER/);
});
