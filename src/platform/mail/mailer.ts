// Sends what waits, by the mail server that the owner has set. Without one nothing is sent and nothing is connected to.
import { createTransport } from 'nodemailer';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../db/open.ts';
import { claimMail, writeFailed, writeSent } from './post-mail.ts';

export interface MailSettings {
  /** `smtp://USER:PASSWORD@HOST:587` or `smtps://...`. */
  readonly server: string;
  /** The address that it is from. */
  readonly from: string;
}

export interface Mailer {
  /** Sends what waits in an organisation; what fails is tried again the next time. */
  sendWaiting(orgId: string): Promise<void>;
  /** Sends what waits now and every five minutes, until what it returns is called. */
  keepSending(orgId: string): () => void;
}

const everyFiveMinutes = 5 * 60_000;
/** Letters sent before others may have their turn. */
const mostAtOnce = 100;

/**
 * The mail server that the environment names: CUSTOMARY_MAIL_SERVER and CUSTOMARY_MAIL_FROM; null where it names none.
 * @throws Fault `mail-settings-malformed`
 */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const server = environment['CUSTOMARY_MAIL_SERVER'];
  const from = environment['CUSTOMARY_MAIL_FROM'];
  if (!server && !from) return null;
  if (server && /^smtps?:\/\//.test(server) && URL.canParse(server) && from?.includes('@')) return { server, from };
  throw new Fault(
    'mail-settings-malformed',
    'malformed',
    'Set CUSTOMARY_MAIL_SERVER to smtp://USER:PASSWORD@HOST:587 (or smtps://) and CUSTOMARY_MAIL_FROM to an address, or neither.',
  );
}

/** A mailer over the store; null settings make one that leaves everything where it is. */
export function newMailer(store: Store, settings: MailSettings | null): Mailer {
  if (settings === null) return { sendWaiting: async () => undefined, keepSending: () => () => undefined };
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const { hostname, port, username, password, protocol } = new URL(settings.server);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    // The password and the links never go in the open, but to a mail server of this machine.
    requireTLS: !secure && !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    ...patience,
  });
  let sending = Promise.resolve();
  // One after another: two at once would send the same letter twice.
  const sendWaiting = async (orgId: string): Promise<void> =>
    (sending = sending.then(async () => sendAll(orgId)).catch(() => undefined));
  return {
    sendWaiting,
    keepSending: (orgId) => {
      void sendWaiting(orgId);
      const timer = setInterval(() => void sendWaiting(orgId), everyFiveMinutes).unref();
      return () => clearInterval(timer);
    },
  };

  async function sendAll(orgId: string): Promise<void> {
    const actor: Actor = { orgId, id: 'mailer', roles: [] };
    for (let sent = 0; sent < mostAtOnce; sent += 1) {
      const mail = await store.inWork(actor, claimMail);
      if (!mail) return;
      const { id, to, subject, words, html } = mail;
      const failed = await transport
        .sendMail({
          from: settings!.from,
          to,
          subject,
          text: words,
          ...(html === null ? {} : { html }),
          // The same at every try, so that whoever gets it twice can tell.
          messageId: `<${id}@${settings!.from
            .split('@')
            .at(-1)!
            .replaceAll(/[^\w.-]/g, '')}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then(() => null, failureOf);
      await store.inWork(actor, async (work) =>
        failed === null ? writeSent(work, id) : writeFailed(work, mail, failed),
      );
      // A server that is away is away for the others as well.
      if (failed !== null) return;
    }
  }
}

/** What became of it: in one word of ours, since the server's own may quote the letter; and whether it is known that it did not go. */
function failureOf(error: unknown): { why: string; known: boolean } {
  const { code, responseCode, syscall, message } = error as Partial<Record<string, unknown>>;
  return {
    why: typeof code === 'string' && /^[A-Z]{3,20}$/.test(code) ? code : 'FAILED',
    // The server refused it in so many words, or was not reached at all. That a connection ended says nothing.
    known:
      typeof responseCode === 'number' ||
      code === 'EDNS' ||
      syscall === 'connect' ||
      (typeof message === 'string' && /^(?:Connection timeout|Greeting never received)/.test(message)),
  };
}
