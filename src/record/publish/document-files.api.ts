// Routes by which documents come in as files and go out as files: Markdown, Word and PDF in; Markdown, PDF and JSON out.
import { createRoute, z } from '@hono/zod-openapi';
import { beginDraft } from '../../documents/drafts/begin-draft.use.ts';
import { assertMayWriteDocuments } from '../../documents/documents.access.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { DocumentKindShape } from '../../documents/drafts/drafts.shape.ts';
import { documentMarkdown } from '../../documents/out/document-markdown.core.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { newPdf } from '../../platform/pdf/pdf.ts';
import { writeDocumentPdf } from './document-pdf.ts';
import { BegunShape } from './documents.shape.ts';
import { stateWords } from './state-words.core.ts';
import { readDocument } from './read-document.use.ts';
import { readDocumentFile } from './read-file.use.ts';

const bring = createRoute({
  method: 'post',
  path: '/v1/documents/import',
  request: jsonBody(
    z.object({
      kind: DocumentKindShape,
      name: z.string().min(1).max(300).describe('The file’s name, for its title where it has none.'),
      base64: z.base64().max(22_000_000).describe('The file: Markdown, Word (.docx) or PDF, of at most 16 MB.'),
    }),
  ),
  responses: { 200: { description: 'A draft of it.', content: json(BegunShape) } },
});

const out = createRoute({
  method: 'get',
  path: '/v1/documents/{kind}/{id}/file',
  request: {
    params: z.object({ kind: DocumentKindShape, id: z.string().min(1).max(200) }),
    query: z.object({
      as: z.enum(['md', 'pdf', 'json']).default('md'),
      version: z.string().max(100).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The version asked for, else the one in force.',
      content: {
        'text/markdown': { schema: z.string() },
        'application/pdf': { schema: z.string() },
        'application/json': { schema: z.unknown() },
      },
    },
  },
});

export function documentFilesApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(bring, async (context) => {
    const { kind, name, base64 } = context.req.valid('json');
    const actor = actorOf(context.req.raw);
    // Before anything is read for them.
    assertMayWriteDocuments(actor);
    const read = await readDocumentFile(kind, name, Buffer.from(base64, 'base64'));
    const begun = await store.inWork(actor, async (work) => beginDraft(work, { kind, content: read }));
    return context.json(begun, 200);
  });
  api.openapi(out, async (context) => {
    const { kind, id } = context.req.valid('param');
    const { as, version } = context.req.valid('query');
    const { found, now } = await store.inWork(actorOf(context.req.raw), async (work) => ({
      found: await readDocument(work, kind, id, { version }),
      now: work.now,
    }));
    const { shown, content, names } = found;
    const whole = {
      kind,
      id,
      version: shown?.version ?? null,
      from: shown?.from ?? null,
      to: shown?.to ?? null,
      content: content ?? emptyContent,
    };
    // A name that any system takes, whatever the document is called.
    const name = `${kind}-${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')}-${(shown?.version ?? 'draft').replaceAll(/[^A-Za-z0-9.-]/g, '-')}`;
    const headers = (type: string) => ({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}.${as}"`,
    });
    if (as === 'json') return context.body(`${canonicalJson(whole)}\n`, 200, headers('application/json'));
    if (as === 'md') return context.body(documentMarkdown(whole), 200, headers('text/markdown; charset=utf-8'));
    const pdf = newPdf({ title: whole.content.title, foot: `${id} ${shown?.version ?? 'draft'}`, at: new Date(now) });
    const sha256 = shown?.text?.sha256 ?? null;
    const stands = found.state === 'draft' ? 'a draft' : stateWords[found.state].toLowerCase();
    writeDocumentPdf(pdf, { ...whole, held: shown?.held ?? [], stands, sha256, names });
    const { bytes } = await pdf.bytes();
    return context.body(new Uint8Array(bytes), 200, headers('application/pdf'));
  });
  return api;
}

const emptyContent: DraftContent = {
  title: '',
  intro: '',
  owner: '',
  from: '',
  reviewMonths: 12,
  roles: [],
  sites: [],
  fields: {},
  parts: [],
};
