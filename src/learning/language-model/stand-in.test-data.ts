// A server on loopback in the place of a language model's: it answers, lies, stalls and breaks, as a test bids it.
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
  /** The standards and the contact, as they were sent. */
  readonly standards: readonly { id: string; kind: string }[];
  readonly contact: { turns: { turn: number; by: string; text: string }[] };
}

export interface StandIn {
  readonly url: string;
  readonly asked: Asked[];
  /** How it behaves from now on. */
  behave(how: (asked: Asked, reply: ServerResponse) => void): void;
  close(): void;
}

export async function standIn(): Promise<StandIn> {
  let behaviour: (asked: Asked, reply: ServerResponse) => void = (asked, reply) => answer(reply, marksOf(asked, 'met'));
  const asked: Asked[] = [];
  const server: Server = createServer((request, reply) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, unknown>;
      const messages = body['messages'] as { role: string; content: string }[];
      const user = messages.find(({ role }) => role === 'user')!.content;
      const [standards, contact] = user.replace('Standards:\n', '').split('\n\nContact:\n');
      const one = {
        path: request.url!,
        headers: request.headers,
        body,
        standards: JSON.parse(standards!) as Asked['standards'],
        contact: JSON.parse(contact!) as Asked['contact'],
      };
      asked.push(one);
      behaviour(one, reply);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (how) => (behaviour = how),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** One verdict for every standard asked, quoting the first words of the first turn that the rep speaks. */
export function marksOf({ standards, contact }: Asked, verdict: string, quote?: string): unknown {
  const turn = contact.turns.find(({ by }) => by === 'rep') ?? contact.turns[0]!;
  const words = quote ?? turn.text.split(' ').slice(0, 4).join(' ');
  return {
    instructing: [],
    marks: standards.map(({ id }) => ({
      standard: id,
      verdict,
      quotes: [{ turn: turn.turn, words }],
      why: 'it is so',
    })),
  };
}

/** As OpenAI's chat completions answer. */
export function answer(
  reply: ServerResponse,
  content: unknown,
  usage = { prompt_tokens: 900, completion_tokens: 100 },
) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  send(reply, 200, { choices: [{ message: { role: 'assistant', content: text } }], usage });
}

/** As Anthropic's messages answer. */
export function answerWithTool(reply: ServerResponse, input: unknown): void {
  send(reply, 200, {
    content: [{ type: 'tool_use', id: 't1', name: 'marks', input }],
    usage: { input_tokens: 700, output_tokens: 50 },
  });
}

export function send(reply: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
