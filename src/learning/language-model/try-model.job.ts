// Tries a language model as it is set, on a contact that was made up: whether it can be reached, keeps to the form and quotes.
import type { Actor } from '../../kernel/actor.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Store } from '../../platform/db/open.ts';
import { askModel } from '../../platform/language-model/ask-model.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import { checkAnswer, type ModelVerdict } from './answer.core.ts';
import { budgetSpent, faultOf } from './model-failure.job.ts';
import { modelToAsk, tokensLeft } from './model-marker.use.ts';
import { countUse } from './model-marks.use.ts';
import { questionOf } from './question.core.ts';

export interface Tried {
  readonly readable: boolean;
  readonly verdicts: readonly Pick<ModelVerdict, 'standard' | 'verdict' | 'why'>[];
  readonly tokens: number;
  readonly ms: number;
}

const patience = 60_000;

/** Nobody's contact: it goes to a server of which nothing is known yet. */
const madeUp: readonly Turn[] = [
  { speaker: 'rep', text: 'Good morning, thank you for calling, how can I help you?' },
  { speaker: 'customer', text: 'Hi, how much is a ten by ten unit?' },
  { speaker: 'rep', text: 'What would you like to store, if I may ask?' },
  { speaker: 'customer', text: 'Furniture from a two-bedroom flat, for about three months.' },
  { speaker: 'rep', text: 'A ten by ten would fit. It is ninety-five dollars a month. Shall I hold one for you?' },
  { speaker: 'customer', text: 'Let me think about it. Bye.' },
];

/** @throws Fault as asking about contacts does */
export async function tryModel(store: Store, actor: Actor, privateToo: boolean, signal: AbortSignal): Promise<Tried> {
  const { settings, standards } = await store.inWork(actor, async (work) => {
    const own = await modelToAsk(work);
    if ((await tokensLeft(work, own)) <= 0) throw budgetSpent();
    return { settings: own, standards: (await standardsInUse(work)).filter(({ id }) => own.standards.includes(id)) };
  });
  const question = questionOf(standards, { channel: 'phone', turns: madeUp, answers: [] });
  const began = performance.now();
  try {
    const reply = await askModel({ ...settings, privateToo }, question, signal, patience);
    await store.inWork(actor, async (work) => countUse(work, reply));
    const answer = checkAnswer(reply.text, standards, madeUp, question);
    return {
      readable: answer !== null,
      verdicts: (answer?.verdicts ?? []).map(({ standard, verdict, why }) => ({ standard, verdict, why })),
      tokens: reply.tokensIn + reply.tokensOut,
      ms: Math.round(performance.now() - began),
    };
  } catch (thrown) {
    throw faultOf(thrown);
  }
}
