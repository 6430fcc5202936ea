// Routes of whoever shows the code of a shielded letter. They are for anybody, since the code alone opens them: whoever asks is not
// asked who they are, and neither log nor figures tell that somebody did.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import type { Store } from '../../platform/db/open.ts';
import { actByCode, claimedLetter } from './claim-letter.use.ts';
import { answerersFor, lettersIn, shieldedIn } from './letter-desk.use.ts';
import { ClaimActShape, ClaimedLetterShape, ClaimShape } from './letters.shape.ts';
import { deskOf } from './letters-clock.job.ts';
import { toldToWriter } from './read-letters.use.ts';

const claim = createRoute({
  method: 'post',
  path: '/v1/letters/claim',
  request: jsonBody(ClaimShape),
  responses: { 200: { description: 'The letter with its replies.', content: json(ClaimedLetterShape) } },
});
const answer = createRoute({
  method: 'post',
  path: '/v1/letters/claim/act',
  request: jsonBody(ClaimActShape),
  responses: { 204: { description: 'Others read it tomorrow.' } },
});

/** @param orgId the organisation that this server is for */
export function letterClaimApi({ store, orgId }: { readonly store: Store; readonly orgId: string }): Api {
  const api = newApi();
  api.openapi(claim, async (context) => {
    const { code } = context.req.valid('json');
    await deskOf(store, orgId);
    const kept = await store.inWork(shieldedIn(orgId), async (work) => claimedLetter(work, code));
    const told = await store.inWork(lettersIn(orgId), async (work) => toldToWriter(work, kept));
    return context.json(ClaimedLetterShape.parse(told), 200);
  });
  api.openapi(answer, async (context) => {
    const { code, act, says, why, solution } = context.req.valid('json');
    const desk = await deskOf(store, orgId);
    const { letter } = await store.inWork(shieldedIn(orgId), async (work) => claimedLetter(work, code));
    const chain = await store.inWork(lettersIn(orgId), async (work) => answerersFor(work, desk, letter));
    const given = act === 'say' ? { act, says } : act === 'grow' ? { act, why, solution } : { act };
    await store.inWork(shieldedIn(orgId), async (work) => actByCode(work, desk, code, given, chain));
    return context.body(null, 204);
  });
  return api;
}
