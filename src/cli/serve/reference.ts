// The routes of the reference: the document for programs, the page for people.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api } from '../../platform/http/api.ts';
import { openApiOf, type OpenApi } from './openapi.ts';
import { referencePage, referencePolicy, type ToShow } from './reference.view.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/openapi.json',
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
  },
});
const page = createRoute({
  method: 'get',
  path: '/v1/reference',
  responses: { 200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } } },
});

/** @param app whose routes are told of; asked for them when it stands whole, at the first request */
export function referenceApi(app: Api, version: string): Api {
  const api = newApi();
  let made: OpenApi | undefined;
  const document = (): OpenApi => (made ??= openApiOf(app, version));
  api.openapi(read, (context) => context.json(document() as unknown as Record<string, unknown>, 200));
  api.openapi(page, (context) =>
    context.html(referencePage(document() as unknown as ToShow), 200, { 'content-security-policy': referencePolicy }),
  );
  return api;
}
