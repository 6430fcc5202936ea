// Mail that waits is sent once, by the server that is set, and kept where that server is away.
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { mailSettings, newMailer } from './mailer.ts';
import { mostTries, postMail, readOutbox } from './post-mail.ts';

const actor: Actor = { orgId: 'harbor', id: 'test', roles: ['owner'] };
const letter = {
  to: 'sam@bay.example',
  subject: 'A link\r\nBcc: all@bay.example',
  words: 'Open this:\nhttp://x/#secret\n',
};

/** A mail server that takes everything and keeps it. */
async function mailServer(): Promise<{ server: Server; got: string[]; port: number }> {
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
          socket.write('250 taken\r\n');
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
  beforeEach(async () => {
    store = await open();
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
