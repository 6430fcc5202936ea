// The typed client of the API: each call names the shape of its answer and gets it parsed, or a Fault.
import type { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import { readLines } from '../platform/http/lines.ts';
import type { Problem } from '../platform/http/problem.ts';

export interface Client {
  get<T extends z.ZodType>(shape: T, path: string): Promise<z.infer<T>>;
  post<T extends z.ZodType>(shape: T, path: string, body: unknown): Promise<z.infer<T>>;
  put<T extends z.ZodType>(shape: T, path: string, body: unknown): Promise<z.infer<T>>;
  /** Says something that is answered by nothing. */
  tell(path: string, body: unknown): Promise<void>;
  /** Has something that goes by a path of its own taken away. */
  drop(path: string): Promise<void>;
  /** A file's bytes. */
  bytes(path: string): Promise<Uint8Array>;
  /** Sends bytes or JSON and reads the answer line by line. */
  lines<T extends z.ZodType>(shape: T, path: string, request?: LinesRequest): AsyncGenerator<z.infer<T>>;
}

export interface LinesRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly body?: ReadableStream<Uint8Array> | string;
}

/** @param fetch in-process the app's own; over HTTP, when a server holds the data, the platform's */
export function newClient(fetch: (request: Request) => Response | Promise<Response>): Client {
  const base = 'http://customary.local';

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const reply = await fetch(new Request(`${base}${path}`, init));
    if (!reply.ok) throw await faultOf(reply);
    return reply;
  }

  async function send<T extends z.ZodType>(method: string, shape: T, path: string, body: unknown): Promise<z.infer<T>> {
    const headers = { 'content-type': 'application/json' };
    return shape.parse(await (await ask(path, { method, body: JSON.stringify(body), headers })).json());
  }

  return {
    get: async (shape, path) => shape.parse(await (await ask(path, {})).json()),
    drop: async (path) => {
      await ask(path, { method: 'DELETE' });
    },
    bytes: async (path) => new Uint8Array(await (await ask(path, {})).arrayBuffer()),
    tell: async (path, body) => {
      const headers = { 'content-type': 'application/json' };
      await ask(path, { method: 'POST', body: JSON.stringify(body), headers });
    },
    post: async (shape, path, body) => send('POST', shape, path, body),
    put: async (shape, path, body) => send('PUT', shape, path, body),
    lines: async function* lines(shape, path, request = { method: 'GET' }) {
      const init: RequestInit & { duplex?: 'half' } = { method: request.method };
      if (request.body !== undefined) {
        init.body = request.body;
        init.duplex = 'half';
        init.headers = {
          'content-type': typeof request.body === 'string' ? 'application/json' : 'application/octet-stream',
        };
      }
      for await (const line of readLines(await ask(path, init))) {
        const said = line as { kind?: string; problem?: Problem };
        if (said.kind === 'problem' && said.problem) throw asFault(said.problem);
        yield shape.parse(line);
      }
    },
  };
}

async function faultOf(reply: Response): Promise<Error> {
  return asFault((await reply.json()) as Problem);
}

/** The Fault that a problem tells of. What the API itself didn't expect is no Fault here either: a command then ends as broken. */
export function asFault(problem: Problem): Error {
  const { kind } = problem;
  if (kind === 'internal') return new Error(problem.detail);
  return new Fault(problem.type.replace('/problems/', ''), kind, problem.detail, problem.errors);
}
