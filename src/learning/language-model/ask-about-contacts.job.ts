// Asks a language model about contacts that it hasn't seen: some at a time, within the month's budget, waiting where the server asks it
// to, and leaving off where it can't be had. Each answer is kept as it comes; a stop loses none and the next run goes on.
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { askModel, ModelFailure, type ModelReply } from '../../platform/language-model/ask-model.ts';
import { allUnsure, checkAnswer, type CheckedAnswer, doubts } from './answer.core.ts';
import { budgetSpent, faultOf } from './model-failure.job.ts';
import { mostContacts, type ModelMarkerSettings } from './model-marker.core.ts';
import { modelToAsk, tokensLeft } from './model-marker.use.ts';
import { countUse, keepModelMarks, nextToAsk, noteRun, type ToAsk } from './model-marks.use.ts';
import { questionOf, type Question } from './question.core.ts';

export interface Asking {
  readonly contacts: number;
  readonly marks: number;
  /** Of the contacts, how many speak to whoever marks. */
  readonly instructed: number;
  readonly tokens: number;
  /** Why it ended before all were asked about. */
  readonly stopped?: 'budget' | 'enough';
}

export interface Patience {
  /** Milliseconds for one answer. */
  readonly answer: number;
  /** Milliseconds before the second try; it doubles with each. */
  readonly pause: number;
}

const usual: Patience = { answer: 120_000, pause: 2000 };
const mostTries = 5;
/** As many answers that can't be read, and none that can, are no answers: nothing is kept of them. */
const mostUnreadable = 5;

/**
 * Yields how far it is, after each few answers.
 * @throws Fault `language-model-forbidden`, `language-model-not-set`, `language-model-budget` where nothing is left to begin with, and
 *   `language-model-unreachable`, `language-model-key-refused`, `language-model-refused` where the server can't be asked
 */
export async function* askAboutContacts(
  store: Store,
  actor: Actor,
  { privateToo, signal, patience = usual }: { privateToo: boolean; signal: AbortSignal; patience?: Patience },
): AsyncGenerator<Asking> {
  const settings = await store.inWork(actor, modelToAsk);
  const left = async (): Promise<number> => store.inWork(actor, async (work) => tokensLeft(work, settings));
  if ((await left()) <= 0) throw budgetSpent();
  let far: Asking = { contacts: 0, marks: 0, instructed: 0, tokens: 0 };
  const unreadable: ToAsk[] = [];
  let readable = false;
  const keep = async (one: ToAsk, answer: CheckedAnswer): Promise<number> =>
    store.inWork(actor, async (work) => keepModelMarks(work, settings, one, answer));
  let skip: number | null = 0;
  try {
    while (skip !== null && !signal.aborted) {
      const from: number = skip;
      const next = await store.inWork(actor, async (work) => nextToAsk(work, settings, from));
      skip = next.skip;
      for (let at = 0; at < next.toAsk.length && !signal.aborted; at += settings.atOnce) {
        if (far.contacts >= mostContacts) return yield { ...far, stopped: 'enough' };
        if ((await left()) <= 0) return yield { ...far, stopped: 'budget' };
        const some = next.toAsk.slice(at, at + settings.atOnce);
        const ended = await Promise.allSettled(
          some.map(async (one) => askOne(store, actor, settings, one, { privateToo, signal, patience })),
        );
        for (const [index, one] of ended.entries()) {
          if (one.status === 'rejected') continue;
          const { answer, tokens } = one.value;
          far = { ...far, contacts: far.contacts + 1, tokens: far.tokens + tokens };
          if (!answer) {
            unreadable.push(some[index]!);
            continue;
          }
          readable = true;
          far = {
            ...far,
            marks: far.marks + (await keep(some[index]!, answer)),
            instructed: far.instructed + Number(answer.instructed),
          };
        }
        // A contact that it can't answer isn't asked about again, but only where it could have been the contact's doing.
        if (readable)
          for (const one of unreadable.splice(0))
            far = { ...far, marks: far.marks + (await keep(one, unanswered(one))) };
        yield far;
        if (unreadable.length >= mostUnreadable) throw faultOf(new ModelFailure('broken'));
        const failed = ended.find((one) => one.status === 'rejected');
        if (failed && !signal.aborted) throw faultOf(failed.reason);
      }
    }
  } finally {
    if (far.contacts > 0) await store.inWork(actor, async (work) => noteRun(work, settings, far.contacts));
  }
}

interface Calling {
  readonly privateToo: boolean;
  readonly signal: AbortSignal;
  readonly patience: Patience;
}

async function askOne(
  store: Store,
  actor: Actor,
  settings: ModelMarkerSettings & { readonly key: string | null },
  toAsk: ToAsk,
  calling: Calling,
): Promise<{ answer: CheckedAnswer | null; tokens: number }> {
  const question = questionOf(toAsk.standards, toAsk.contact);
  let tokens = 0;
  // An answer that can't be read is asked for once more; after that it is no answer.
  for (let asked = 0; asked < 2; asked++) {
    const reply = await patiently(settings, question, calling);
    if (!reply) continue;
    tokens += reply.tokensIn + reply.tokensOut;
    await store.inWork(actor, async (work) => countUse(work, reply));
    const answer = checkAnswer(reply.text, toAsk.standards, toAsk.contact.turns, question);
    if (answer) return { answer, tokens };
  }
  return { answer: null, tokens };
}

function unanswered({ contact, standards }: ToAsk): CheckedAnswer {
  return {
    verdicts: allUnsure(standards, doubts.unreadable),
    instructed: instructed(questionOf(standards, contact)),
  };
}

const instructed = ({ instructing, formInstructs }: Question): boolean => instructing.length > 0 || formInstructs;

/** Waits where the server is busy or away, longer each time. Null where what it answers isn't of its form. */
async function patiently(
  settings: ModelMarkerSettings & { readonly key: string | null },
  question: Question,
  { privateToo, signal, patience }: Calling,
): Promise<ModelReply | null> {
  for (let tried = 1; ; tried++) {
    try {
      return await askModel({ ...settings, privateToo }, question, signal, patience.answer);
    } catch (thrown) {
      if (!(thrown instanceof ModelFailure)) throw thrown;
      if (thrown.kind === 'broken') return null;
      const passing = ['busy', 'unreachable', 'too-slow'].includes(thrown.kind);
      if (!passing || tried === mostTries) throw thrown;
      // Who asks at one time shouldn't come back at one time.
      const apart = 0.75 + Math.random() / 2;
      await pause(thrown.wait === null ? patience.pause * 2 ** (tried - 1) * apart : thrown.wait * 1000, undefined, {
        signal,
      });
    }
  }
}
