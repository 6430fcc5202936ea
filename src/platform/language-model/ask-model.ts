// Asks a language model that somebody has named, in one of the two forms that such servers speak: OpenAI's chat completions, which
// most others speak too, and Anthropic's messages. Nothing is kept, nothing is logged, and no redirect is followed.
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { isPrivateInNumbers, publicOnly } from '../http/calling-out.ts';
import { type Dialect, dialectsOf, replyOf, toWire } from './dialects.ts';

/** `openai`: chat completions; `anthropic`: messages. */
export type Provider = 'openai' | 'anthropic';

export interface ModelAddress {
  readonly provider: Provider;
  /** What stands before `/chat/completions` or `/v1/messages`, e.g. `https://api.openai.com/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as the form asks; null for a server that wants none. */
  readonly key: string | null;
  /** Whether an address of a private network may be called. */
  readonly privateToo: boolean;
}

export interface ModelQuestion {
  readonly system: string;
  readonly user: string;
  /** JSON Schema of what is to be answered; a server that can't keep to one is asked without. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly mostTokens: number;
}

export interface ModelReply {
  /** What it answered, as text that should be JSON. */
  readonly text: string;
  /** As the server counted them; counted by us at four characters each where it says nothing. */
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export type FailureKind =
  | 'unreachable'
  | 'too-slow'
  | 'key-refused'
  | 'refused'
  | 'busy'
  | 'broken'
  | 'private-address';

/** Why there is no answer. `busy` and what kept the line from standing may pass; the others won't by themselves. */
export class ModelFailure extends Error {
  readonly kind: FailureKind;
  /** How many seconds the server asks us to wait. */
  readonly wait: number | null;
  constructor(kind: FailureKind, wait: number | null = null) {
    super(kind);
    this.kind = kind;
    this.wait = wait;
  }
}

/** More than an answer ever needs; a server that sends without end is left there. */
const mostBytes = 1_000_000;

/** The dialect that a server took last: the next question begins with it. */
const taken = new Map<string, Dialect>();

/**
 * One question, one answer.
 * @param patience milliseconds for the whole call
 * @throws ModelFailure; the signal's own error where it was aborted
 */
export async function askModel(
  address: ModelAddress,
  question: ModelQuestion,
  signal: AbortSignal,
  patience: number,
): Promise<ModelReply> {
  const at = `${address.provider} ${address.url} ${address.model}`;
  const first = taken.get(at);
  const all = dialectsOf(address.provider);
  const dialects = first ? [first, ...all.filter((one) => one !== first)] : all;
  for (const [tried, dialect] of dialects.entries()) {
    const { path, headers, body } = toWire(address, question, dialect);
    const { status, text, wait } = await post(address, path, headers, JSON.stringify(body), signal, patience);
    if (status >= 200 && status < 300) {
      const reply = replyOf(address.provider, text, question);
      if (!reply) throw new ModelFailure('broken');
      taken.set(at, dialect);
      return reply;
    }
    if (status === 401 || status === 403) throw new ModelFailure('key-refused');
    if (status === 429 || status === 408 || status >= 500) throw new ModelFailure('busy', wait);
    // Only a field that it doesn't know is worth asking otherwise.
    if ((status !== 400 && status !== 422) || tried === dialects.length - 1) throw new ModelFailure('refused');
  }
  throw new ModelFailure('refused');
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly wait: number | null;
}

async function post(
  { url, privateToo }: ModelAddress,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
  patience: number,
): Promise<Answered> {
  signal.throwIfAborted();
  const whole = `${url.replace(/\/+$/, '')}${path}`;
  // It may have been named while private networks were open to it.
  if (!privateToo && isPrivateInNumbers(whole)) throw new ModelFailure('private-address');
  const slow = AbortSignal.timeout(patience);
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (signal.aborted) reject(signal.reason as Error);
      else if (slow.aborted) reject(new ModelFailure('too-slow'));
      else reject(new ModelFailure(error.code === 'EPRIVATE' ? 'private-address' : 'unreachable'));
    };
    const sent = (whole.startsWith('https:') ? securely : plainly)(whole, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([signal, slow]),
      lookup: privateToo ? undefined : publicOnly,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'customary',
        ...headers,
      },
    });
    sent.on('error', failed);
    sent.on('response', (reply) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      reply.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) {
          reject(new ModelFailure('broken'));
          reply.destroy();
        } else parts.push(part);
      });
      reply.on('error', failed);
      reply.on('aborted', () => failed(new Error('cut short')));
      reply.on('end', () => {
        resolve({
          status: reply.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          wait: secondsOf(reply.headers['retry-after']),
        });
      });
    });
    sent.end(body);
  });
}

// A number of seconds or a date; what a server asks beyond an hour is not waited for in one go.
function secondsOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(3600, Math.max(0, seconds)) : null;
}
