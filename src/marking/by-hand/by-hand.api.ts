// Routes of entering by hand: the form made from the standards that are kept, and what was filled in, kept and marked at once.
import { createRoute } from '@hono/zod-openapi';
import { enterContact, sitesToEnter } from '../../contacts/enter-contact.use.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { readOrganisation, readSpokenWords } from '../../people/people-record.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { formQuestions } from '../../standards/form-questions.ts';
import { keptPacks } from '../../standards/kept-standards.ts';
import type { Pack } from '../../standards/pack.core.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { listStandards } from '../../standards/standards.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { encounterOfText } from '../../standards/try-text.ts';
import { getReadyToMark, markContacts } from '../mark-contacts.job.ts';
import { markedContacts } from '../marks.use.ts';
import { EnteredShape, EnterShape, FormAskShape, FormShape } from './by-hand.shape.ts';
import { json } from '../../platform/http/json-content.ts';

const form = createRoute({
  method: 'get',
  path: '/v1/by-hand/form',
  request: { query: FormAskShape },
  responses: { 200: { description: 'What the form asks, and of which sites.', content: json(FormShape) } },
});

const enter = createRoute({
  method: 'post',
  path: '/v1/by-hand',
  request: { body: { content: json(EnterShape), required: true } },
  responses: { 201: { description: 'Kept and marked.', content: json(EnteredShape) } },
});

export function byHandApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(form, async (context) => {
    const by = actorOf(context.req.raw);
    const { channel } = context.req.valid('query');
    const packs = await loadPacks(ownPacks);
    const { kept, sites, words } = await store.inWork(program(by), async (work) => ({
      kept: (await readOrganisation(work))?.standards ?? [],
      sites: await sitesToEnter(work, by),
      words: await readSpokenWords(work),
    }));
    // Whoever has filled it in waits for the marks.
    getReadyToMark(keptPacks(packs, kept), words);
    // Where no standard that is kept asks anything, what others ask is worth keeping until they are.
    const ofKept = questionsOf(keptPacks(packs, kept), channel);
    const questions = ofKept.length > 0 ? ofKept : questionsOf(packs, channel);
    return context.json({ questions, ofKept: ofKept.length > 0, sites }, 200);
  });
  api.openapi(enter, async (context) => {
    const by = actorOf(context.req.raw);
    const actor = program(by);
    const { channel, said, ...entered } = context.req.valid('json');
    // A complaint without names of speakers is the customer's own; in a visit an unnamed line would be the rep's.
    const { turns } = encounterOfText(
      channel === 'complaint' && said.trim() !== '' ? `Customer: ${said}` : said,
      channel,
    );
    const id = await store.inWork(actor, async (work) => enterContact(work, { channel, turns, ...entered }, by));
    const packs = await loadPacks(ownPacks);
    const { words, kept } = await store.inWork(actor, async (work) => ({
      words: await readSpokenWords(work),
      kept: (await readOrganisation(work))?.standards ?? [],
    }));
    const inUse = keptPacks(packs, kept);
    for await (const _ of markContacts(store, actor, inUse, words));
    const titles = new Map(listStandards(inUse).map((one) => [one.id, titleOf(one)]));
    const marks = await store.inWork(actor, async (work) => {
      const [marked] = await markedContacts(work, await findContacts(work, [id]));
      return marked?.marks ?? [];
    });
    const told = marks.map(({ standard, verdict }) => ({ standard, title: titles.get(standard) ?? standard, verdict }));
    return context.json({ contact: id, marks: told }, 201);
  });
  return api;

  /** Made once for a set of standards: it takes compiling all of them. */
  function questionsOf(packs: readonly Pack[], channel: Parameters<typeof formQuestions>[1]) {
    const key = `${channel} ${listStandards(packs)
      .map((one) => one.version)
      .join()}`;
    const questions = made.get(key) ?? formQuestions(packs, channel);
    if (made.size > 20) made.clear();
    made.set(key, questions);
    return questions;
  }
}

/** The organisation's own program at the hand of whoever asks: who fills in a form need not see what else there is. */
function program({ orgId, id }: Actor): Actor {
  return { orgId, id, roles: ['owner'] };
}

const made = new Map<string, ReturnType<typeof formQuestions>>();
