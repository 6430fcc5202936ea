// The API as pages ask it: JSON in and out, a problem document becomes an ApiProblem, a list comes a page at a time. Whoever
// is signed in is told by the session's cookie; nothing is kept in the browser.

/** Why the server did not do as asked, in words that say what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** The problem's slug, e.g. `token-missing`; `server-gone` where nothing answered. */
  readonly slug: string;
  readonly status: number;
  /** What is wrong with which field, by JSON pointer. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(slug: string, status: number, detail: string, errors: ApiProblem['errors'] = []) {
    super(detail);
    this.slug = slug;
    this.status = status;
    this.errors = errors;
  }
}

/** A page of a list; `next` is the cursor of the following one, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>;

/** A path with its query; what is undefined, null or empty is left out, a list is repeated. */
export function withQuery(path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value])
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one));
  return asked.size > 0 ? `${path}?${asked}` : path;
}

/** @throws ApiProblem */
export async function get<Reply>(path: string, signal?: AbortSignal): Promise<Reply> {
  return asked<Reply>(path, { method: 'GET', ...(signal ? { signal } : {}) });
}

/**
 * A write. It carries a key of its own, so that a second try of the same call (`key` given again) is done once.
 * @throws ApiProblem
 */
export async function send<Reply>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  key: string = newKey(),
): Promise<Reply> {
  return asked<Reply>(path, {
    method,
    headers: { 'idempotency-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/**
 * Long work that answers line by line, waited for to its end: the last line; null where there is none.
 * @throws ApiProblem also where it broke on the way
 */
export async function readLastLine<Line>(method: 'POST', path: string): Promise<Line | null> {
  const reply = await fetched(path, { method, headers: { 'idempotency-key': newKey() } });
  if (!reply.ok) throw await problemOf(reply);
  const last = (await reply.text()).trim().split('\n').at(-1) ?? '';
  if (last === '') return null;
  const line = JSON.parse(last) as Line | { readonly kind: 'problem'; readonly problem: { readonly detail: string } };
  if (typeof line === 'object' && line !== null && 'problem' in line)
    throw new ApiProblem('broken-off', 500, line.problem.detail);
  return line as Line;
}

/** A key for one write. `crypto.randomUUID` is for secure pages alone, and a server may stand in a house without TLS. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function asked<Reply>(path: string, init: RequestInit): Promise<Reply> {
  const reply = await fetched(path, init);
  if (reply.ok) return (reply.status === 204 ? undefined : await reply.json()) as Reply;
  throw await problemOf(reply);
}

async function fetched(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(
      'server-gone',
      0,
      'The server does not answer. Check that it still runs; this page goes on by itself once it does.',
    );
  });
}

async function problemOf(reply: Response): Promise<ApiProblem> {
  const told = (await reply.json().catch(() => null)) as {
    type?: string;
    detail?: string;
    errors?: ApiProblem['errors'];
  } | null;
  return new ApiProblem(
    told?.type?.split('/').at(-1) ?? 'unexpected-reply',
    reply.status,
    told?.detail ?? `The server answered with ${reply.status} and no reason. Try again.`,
    told?.errors ?? [],
  );
}
