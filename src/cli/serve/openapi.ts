// The OpenAPI 3.1 document: made from the shapes that the routes themselves parse by, with the names, sentences and roles
// of src/auth/routes.core.ts, and the problems that any route may answer with.
import { z } from '@hono/zod-openapi';
import type { RouteLine } from '../../auth/route-line.core.ts';
import { lineOf } from '../../auth/routes.core.ts';
import type { Api } from '../../platform/http/api.ts';

const ProblemShape = z
  .object({
    type: z.string().describe('`/problems/NAME`; docs/problems explains each.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong and what to do, as a sentence.'),
    kind: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).describe('Everything wrong with the input.'),
    instance: z.string().optional().describe('The request’s id, as in the server’s log.'),
  })
  .openapi('Problem');

type Document = ReturnType<Api['getOpenAPI31Document']>;
export type OpenApi = Document;
type Operation = Record<string, unknown> & { responses: Record<string, unknown> };

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The document of all routes of an app. */
export function openApiOf(app: Api, version: string): Document {
  app.openAPIRegistry.register('Problem', ProblemShape);
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an owner made with `customary token add`.',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Customary',
      version,
      license: { name: 'AGPL-3.0-or-later' },
      description:
        'Contacts in, marks with quoted words, causes out. Send a token as `Authorization: Bearer TOKEN`. ' +
        'A refusal is problem+json with a sentence that says what to do; `X-Request-Id` is in every reply. ' +
        'Replies of `application/x-ndjson` are one JSON document a line, and a line `{"kind":"problem"}` ends one that failed. ' +
        'JSON replies to GET carry an `ETag` and heed `If-None-Match`.',
    },
    security: [{ token: [] }],
  });
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined;
      const line = lineOf(`${method.toUpperCase()} ${path}`);
      if (operation && line) tell(operation, line);
    }
  }
  return document;
}

function tell(operation: Operation, line: RouteLine): void {
  operation['operationId'] = line.name;
  operation['summary'] = line.says;
  operation['tags'] = [groupOf(line.route)];
  operation['description'] = whoMay(line);
  if (line.who === 'anybody') operation['security'] = [];
  const named =
    line.who === 'anybody' ? {} : { 401: 'No token, or one that opens nothing.', 403: 'Not for this token.' };
  const found = line.route.includes('{') ? { 404: 'There is no such thing, or it is another organisation’s.' } : {};
  const busy = line.alone ? { 409: 'Long work is under way already.' } : {};
  const input = operation['requestBody'] || operation['parameters'] ? { 400: 'The request is malformed.' } : {};
  for (const [status, description] of Object.entries({ ...input, ...named, ...found, ...busy, default: 'A problem.' }))
    operation.responses[status] ??= {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
}

/** `/v1/fixes/{id}` is of `fixes`. */
function groupOf(route: string): string {
  return /\/v1\/([a-z-]+)/.exec(route)?.[1] ?? 'server';
}

function whoMay({ who, writes, alone, ofSites }: RouteLine): string {
  if (who === 'anybody') return 'For anybody; no token is needed.';
  const sites = {
    nothing: 'Not for tokens of some sites.',
    'no-site': '',
    'asked-site': 'A token of some sites names one of them with `?site=`.',
    'own-sites': 'Who is held to some sites, or to themself, sees of it what is theirs.',
  }[ofSites];
  return [
    `For the roles ${who.join(', ')}.`,
    writes ? 'Not for tokens that only read.' : '',
    alone ? 'Not twice at once in an organisation.' : '',
    sites,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
