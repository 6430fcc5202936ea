// The API as a server answers it: the edge, the door, and the routes behind them.
import { mountDoor } from '../../auth/door.api.ts';
import { lineOf } from '../../auth/routes.core.ts';
import { membersApi } from '../../auth/members/members.api.ts';
import { linksApi } from '../../auth/sign-in/links.api.ts';
import { mySignInApi } from '../../auth/sign-in/my-sign-in.api.ts';
import { passkeysApi } from '../../auth/sign-in/passkeys.api.ts';
import { mySessionsApi } from '../../auth/sign-in/my-sessions.api.ts';
import { usualCost } from '../../auth/sign-in/password.ts';
import type { SignInServer } from '../../auth/sign-in/server.core.ts';
import { sessionApi } from '../../auth/sign-in/session.api.ts';
import { singleSignOnApi } from '../../auth/sign-in/single-sign-on.api.ts';
import { newTerminalToken } from '../../auth/sign-in/terminal-token.ts';
import { countContacts } from '../../contacts/contacts.use.ts';
import { binderApi } from '../../binder/binder.api.ts';
import { bundleJob } from '../../binder/bundles.use.ts';
import { bundleWork } from '../../binder/make/make-bundle.job.ts';
import { sealDaily, sealJob, sealWork } from '../../binder/seal/daily-seal.job.ts';
import { mondayApi } from '../../fixes/monday/monday.api.ts';
import { mondayWork, newMondayClock } from '../../fixes/monday/monday.job.ts';
import { documentMailClock } from '../../record/publish/document-mail.job.ts';
import { moveAllLetters } from '../../fixes/letters/move-letters.job.ts';
import { drawHourly } from '../../review/draw/draw-due.job.ts';
import { moveAllDisputes } from '../../review/disputes/disputes-clock.job.ts';
import type { Actor } from '../../kernel/actor.ts';
import { learnAsReviewsCome } from '../../learning/markers/retrain.job.ts';
import type { Store } from '../../platform/db/open.ts';
import type { ApiContext, App } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import { mountEdge } from '../../platform/http/edge.ts';
import type { ServedNames } from '../../platform/http/host-and-origin.ts';
import { addressOf } from '../../platform/http/asking-address.ts';
import type { Log } from '../../platform/http/log.ts';
import { newMetrics } from '../../platform/http/metrics.ts';
import { serverApi } from '../../platform/http/server.api.ts';
import type { WorkAsked } from '../../platform/jobs/jobs.shape.ts';
import { mailApi } from '../../platform/mail/mail.api.ts';
import { languageModelJob } from '../../learning/language-model/ask-for-model.use.ts';
import { languageModelWork } from '../../learning/language-model/language-model-work.job.ts';
import { languageModelApi } from '../../learning/language-model/language-model.api.ts';
import { newMailer, type MailSettings } from '../../platform/mail/mailer.ts';
import { newPostman } from '../../platform/webhooks/postman.ts';
import { webhooksApi } from '../../platform/webhooks/webhooks.api.ts';
import { letterClaimApi } from '../../policies/letters/letter-claim.api.ts';
import { eraseDaily } from '../../settings/erasing/daily-erasing.job.ts';
import { customaryFew } from '../../standards/kept-standards.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import type { MakeApp } from '../session.ts';
import { mountBundle } from './bundle.ts';
import { demoReviewsJob, demoReviewsWork } from './jobs/demo-reviews.ts';
import { addJobOnce } from '../../platform/jobs/jobs.store.ts';
import { newJobServer } from './jobs/mount-jobs.ts';
import { mountOnce, takingKeys } from './once.ts';
import { referenceApi } from './reference.ts';

export interface Served {
  readonly context: Omit<ApiContext, 'actorOf'> & { readonly store: Store };
  readonly own: { readonly text: string; readonly actor: Actor };
  readonly names: ServedNames;
  readonly log: Log;
  readonly ending: () => boolean;
  /** What sign-in is told of this server, where it isn't as usual. */
  readonly signIn?: Partial<Omit<SignInServer, 'orgId'>>;
  /** The mail server; null or absent: none. */
  readonly mail?: MailSettings | null;
  /** Whether webhooks may name addresses of private networks. */
  readonly webhooksToPrivate?: boolean;
  /** Whether a language model may be at an address of a private network. */
  readonly modelToPrivate?: boolean;
  /** Requests a token may make each minute. */
  readonly perMinute?: number;
  readonly now?: () => number;
}

const everyMinute = 60_000;

/** Signing in is a server's alone: in-process the person at the machine is the owner. */
const signInApis = [
  sessionApi,
  linksApi,
  passkeysApi,
  singleSignOnApi,
  mySessionsApi,
  mySignInApi,
  membersApi,
  mailApi,
];

/** The app of a server, and what goes on beside the requests it answers. */
export interface ServedApp extends App {
  /** Begins with the jobs that wait. @param address where people call it, for links in letters */
  begin(address?: string): Promise<void>;
  /** Makes ready to be found what was brought past the server's own routes. @param works what is done after that */
  catchUp(works?: readonly WorkAsked[]): Promise<void>;
  /** Leaves jobs to the next process, and what listens. */
  end(): Promise<void>;
}

/** The app of a server; nothing listens yet. */
export function servedApp(makeApp: MakeApp, served: Served): ServedApp {
  const {
    context,
    own,
    names,
    log,
    ending,
    signIn,
    mail = null,
    webhooksToPrivate = false,
    modelToPrivate = false,
    perMinute = 1200,
    now = Date.now,
  } = served;
  const metrics = newMetrics();
  const mailer = newMailer(context.store, mail);
  const server: SignInServer = {
    orgId: own.actor.orgId,
    terminalToken: newTerminalToken(),
    demo: false,
    cost: usualCost,
    mail: mail !== null,
    singleSignOn: null,
    beginsWith: async () => firstStandards(context.store, own.actor, context.ownPacks),
    ...signIn,
  };
  const asked = { ...context, actorOf: actorAsked };
  let calledAt: string | null = null;
  const address = (): string | null => calledAt;
  const written = (orgId: string): void => void mailer.sendWaiting(orgId);
  const jobs = newJobServer(context.store, context.spoolDir, log, () => makeApp(asked), {
    monday: mondayWork({ store: context.store, address, written }),
    [bundleJob]: bundleWork(context.store),
    [sealJob]: sealWork(context.store, written),
    [demoReviewsJob]: demoReviewsWork(context.store, () => makeApp(asked), own.actor),
    [languageModelJob]: languageModelWork(context.store, modelToPrivate),
  });
  const monday = newMondayClock({ store: context.store, log, address, written, look: () => jobs.look() });
  const postman = newPostman(context.store, log, webhooksToPrivate);
  const outer = makeApp({ ...asked, store: takingKeys(context.store) }, (app) => {
    mountEdge(app, { served: names, log, metrics, ending, untold: (route) => lineOf(route)?.untold === true });
    mountBundle(app);
    mountDoor(app, { store: context.store, own, addressOf, perMinute, now });
    mountOnce(app, context.store);
    jobs.before(app);
    for (const routes of signInApis) app.route('/', routes({ store: context.store, server, mailer }));
    app.route('/', mondayApi({ store: takingKeys(context.store), server, mailer, address }));
    app.route('/', letterClaimApi({ store: context.store, orgId: own.actor.orgId }));
    app.route('/', binderApi({ store: takingKeys(context.store), actorOf: actorAsked, look: () => jobs.look() }));
    app.route('/', jobs.routes());
    app.route(
      '/',
      webhooksApi({ store: takingKeys(context.store), actorOf: actorAsked, privateToo: webhooksToPrivate }),
    );
    app.route(
      '/',
      languageModelApi({
        store: takingKeys(context.store),
        actorOf: actorAsked,
        privateToo: modelToPrivate,
        look: () => jobs.look(),
      }),
    );
    app.route('/', serverApi({ store: context.store, metrics, ending }));
    app.route('/', referenceApi(app, context.version));
  });
  let endMail = (): void => undefined;
  let endErasing = (): void => undefined;
  let endSealing = (): void => undefined;
  let endLearning = (): void => undefined;
  let endDrawing = async (): Promise<void> => undefined;
  let clock: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  return {
    fetch: (request, env) => outer.fetch(request, env),
    begin: async (told) => {
      calledAt = told ?? null;
      endMail = mailer.keepSending(own.actor.orgId);
      postman.begin();
      await jobs.begin();
      endErasing = eraseDaily(context.store, own.actor.orgId, () => jobs.look());
      endSealing = sealDaily(context.store, own.actor.orgId, () => jobs.look());
      endLearning = learnAsReviewsCome(context.store, own.actor.orgId, context.ownPacks, () => jobs.look());
      endDrawing = drawHourly(context.store, log);
      const mailDue = documentMailClock(context.store, log, written);
      const look = (): void =>
        void (looking = looking
          .then(async () => monday.look())
          .then(async () => moveAllLetters(context.store, log, written))
          .then(mailDue)
          .then(async () => moveAllDisputes(context.store, log, written)));
      look();
      clock = setInterval(look, everyMinute).unref();
    },
    catchUp: async (works) => {
      await jobs.catchUp(works?.map((work) => ({ work, actor: own.actor })));
      if (!server.demo) return;
      await context.store.inWork(own.actor, async (work) => addJobOnce(work, demoReviewsJob, demoReviewsJob, {}));
      jobs.look();
    },
    end: async () => {
      endMail();
      endErasing();
      endSealing();
      endLearning();
      clearInterval(clock);
      await looking;
      await endDrawing();
      await Promise.all([postman.end(), jobs.end()]);
    },
  };
}

/** The customary few for whoever begins here; all, as before, where contacts were brought already. */
async function firstStandards(store: Store, actor: Actor, ownPacks: string): Promise<readonly string[]> {
  const { contacts } = await store.inWork(actor, countContacts);
  return contacts > 0 ? [] : customaryFew(await loadPacks(ownPacks));
}
