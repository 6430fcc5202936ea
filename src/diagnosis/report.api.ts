// Routes of the report: the summary that every view reads, and the long lists line by line.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { streamLines } from '../platform/http/lines.ts';
import { contactLines, failureLines, findingLines, markLines } from './report/report-lines.job.ts';
import { keptSummary } from './report/kept-summary.job.ts';
import { FailureLineShape } from './report-lines.shape.ts';
import { ReportSummary } from './report.shape.ts';
import { ContactLine, FindingLine, MarkLine } from './stream.shape.ts';

const query = z.object({
  people: z
    .enum(['yes', 'no'])
    .default('no')
    .openapi({ description: 'yes: reps’ names go along, or ids where the record has no name.' }),
});

const summary = createRoute({
  method: 'get',
  path: '/v1/report',
  request: { query },
  responses: {
    200: {
      description: 'Counts, rates, causes, what to fix first, the worst failures.',
      content: { 'application/json': { schema: ReportSummary } },
    },
  },
});

const lines = <T extends z.ZodType>(path: string, description: string, schema: T) =>
  createRoute({
    method: 'get',
    path,
    request: { query },
    responses: { 200: { description, content: { 'application/x-ndjson': { schema } } } },
  });

const contacts = lines('/v1/report/contacts', 'Every contact.', ContactLine);
const marks = lines('/v1/report/marks', 'Every mark in use.', MarkLine);
const findings = lines('/v1/report/findings', 'Every finding of the last run.', FindingLine);
const failures = lines('/v1/report/failures', 'Every failure with its contact and ladder.', FailureLineShape);

export function reportApi({ store, actorOf, version, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(summary, async (context) => {
    const people = context.req.valid('query').people === 'yes';
    return context.json(await keptSummary(store, actorOf(context.req.raw), { version, people, ownPacks }), 200);
  });
  api.openapi(
    contacts,
    (context) =>
      streamLines(contactLines(store, actorOf(context.req.raw), context.req.valid('query').people === 'yes')) as never,
  );
  api.openapi(marks, (context) => streamLines(markLines(store, actorOf(context.req.raw))) as never);
  api.openapi(findings, (context) => streamLines(findingLines(store, actorOf(context.req.raw))) as never);
  api.openapi(
    failures,
    (context) =>
      streamLines(failureLines(store, actorOf(context.req.raw), context.req.valid('query').people === 'yes')) as never,
  );
  return api;
}
