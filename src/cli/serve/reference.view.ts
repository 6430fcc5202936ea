// The reference page: every operation and shape of the OpenAPI document on one page that asks nothing of any network and
// runs no script.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml } from '../report/inert.view.ts';

/** A JSON Schema as the document has it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}
export interface ToShow {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const style =
  readFileSync(new URL('../report/page/tokens.css', import.meta.url), 'utf8') +
  readFileSync(new URL('reference.css', import.meta.url), 'utf8');

/** The policy that the page is to be served with: its own style and nothing else. */
export const referencePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page as HTML. */
export function referencePage(document: ToShow): string {
  const groups = Map.groupBy(operationsOf(document), (one) => one.operation.tags?.[0] ?? 'server');
  const schemas = Object.entries(document.components?.schemas ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const { title, version, description = '' } = document.info;
  const contents = [...groups.keys(), 'shapes'].map((name) => `<a href="#${name}">${name}</a>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}: what the server can be asked</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">To the routes</a>
<header><h1>What the server can be asked</h1>
<p>${inCode(description)}</p>
<p class="soft">${escapeHtml(title)} ${escapeHtml(version)}. For programs: <a href="/v1/openapi.json">openapi.json</a>, OpenAPI 3.1.</p>
<nav aria-label="Groups">${contents}</nav></header>
<main id="main">
${[...groups].map(([name, own]) => `<section><h2 id="${name}">${name}</h2>${own.map(shownOperation).join('')}</section>`).join('\n')}
<section><h2 id="shapes">shapes</h2>${schemas.map(([name, schema]) => `<details id="shape-${name}"><summary><b>${name}</b></summary>${fieldsOf(schema as Schema)}</details>`).join('\n')}</section>
</main>
</body>
</html>
`;
}

interface Placed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function operationsOf(document: ToShow): Placed[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    ['get', 'put', 'post', 'patch', 'delete'].flatMap((method) =>
      item[method] ? [{ method: method.toUpperCase(), path, operation: item[method] as Operation }] : [],
    ),
  );
}

function shownOperation({ method, path, operation }: Placed): string {
  const { operationId = '', summary = '', description = '', parameters = [], requestBody, responses = {} } = operation;
  const asked = parameters.map((one) =>
    row(
      one.name,
      `${typeOf(one.schema)}, ${one.in}`,
      one.required === true,
      one.description ?? one.schema?.description,
    ),
  );
  const answers = Object.entries(responses).map(
    ([status, reply]) => `<dt>${status}</dt><dd>${inCode(reply.description ?? '')} ${contentOf(reply, false)}</dd>`,
  );
  return `<details id="${operationId}"><summary><code class="${method.toLowerCase()}">${method}</code> <code>${breakable(path)}</code> <span>${inCode(summary)}</span></summary>
<p>${inCode(description)} <span class="soft">${operationId}</span></p>
${asked.length > 0 ? `<h3>Asked with</h3>${table(asked)}` : ''}
${requestBody ? `<h3>Takes</h3>${contentOf(requestBody, true)}` : ''}
<h3>Answers</h3><dl>${answers.join('')}</dl></details>`;
}

function contentOf({ content = {} }: Content, whole: boolean): string {
  return Object.entries(content)
    .map(([kind, { schema }]) => {
      const named = `<span class="soft">${escapeHtml(kind)}</span> ${typeOf(schema)}`;
      return schema && !schema.$ref && schema.properties
        ? `${named}${whole ? fieldsOf(schema) : `<details><summary>fields</summary>${fieldsOf(schema)}</details>`}`
        : named;
    })
    .join(' ');
}

/** The fields of an object, those inside them too. */
function fieldsOf(schema: Schema): string {
  const { properties = {}, required = [], description } = schema;
  const rows = Object.entries(properties).map(([name, one]) =>
    row(name, typeOf(one), required.includes(name), one.description, insideOf(one)),
  );
  const said = description ? `<p>${inCode(description)}</p>` : '';
  return rows.length > 0 ? said + table(rows) : `${said}<p>${typeOf(schema)}</p>`;
}

function insideOf(schema: Schema): string {
  const inner = schema.items ?? schema;
  return inner.properties ? `<details><summary>fields</summary>${fieldsOf(inner)}</details>` : '';
}

const table = (rows: readonly string[]): string => `<ul class="fields">${rows.join('')}</ul>`;

function row(name: string, type: string, required: boolean, said = '', inside = ''): string {
  return `<li><code>${escapeHtml(name)}</code> <span class="type">${type}${required ? '' : '; may be left out'}</span>${said ? `<span>${inCode(said)}</span>` : ''}${inside}</li>`;
}

/** A type as a few words: `Fix[]`, `string or null`, `"yes" or "no"`. Safe HTML. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'anything';
  const { $ref, const: only, anyOf, oneOf, allOf, items, type } = schema;
  if ($ref) return linkTo($ref);
  if (schema.enum) return schema.enum.map((one) => `<code>${escapeHtml(JSON.stringify(one))}</code>`).join(' or ');
  if (only !== undefined) return `<code>${escapeHtml(JSON.stringify(only))}</code>`;
  const either = anyOf ?? oneOf;
  if (either) return either.map(typeOf).join(' or ');
  if (allOf) return allOf.map(typeOf).join(' and ');
  if (items) return `list of ${typeOf(items)}`;
  return escapeHtml(type === undefined ? 'anything' : typeof type === 'string' ? type : type.join(' or '));
}

function linkTo(reference: string): string {
  const name = escapeHtml(reference.split('/').at(-1) ?? '');
  return `<a href="#shape-${name}">${name}</a>`;
}

/** Words with `code` in them, as safe HTML. */
function inCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

const breakable = (path: string): string => escapeHtml(path).replaceAll('/', '/<wbr>');
