// How a question is written for each kind of server, and how its answer is read. Servers that say they are compatible differ in which
// fields they know: each dialect asks for less than the one before it.
import type { ModelAddress, ModelQuestion, ModelReply, Provider } from './ask-model.ts';

export interface Dialect {
  /** Whether the answer's schema is sent. */
  readonly schema: boolean;
  /** What the most tokens of an answer are called. */
  readonly most: 'max_completion_tokens' | 'max_tokens';
}

const openai: readonly Dialect[] = [
  { schema: true, most: 'max_completion_tokens' },
  { schema: true, most: 'max_tokens' },
  { schema: false, most: 'max_tokens' },
];
const anthropic: readonly Dialect[] = [{ schema: true, most: 'max_tokens' }];

/** In the order in which they are tried. */
export function dialectsOf(provider: Provider): readonly Dialect[] {
  return provider === 'openai' ? openai : anthropic;
}

/** The name that the answer's schema goes by. */
const answerName = 'marks';

interface OnWire {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The request of a question. No temperature is asked for: several models refuse one, and what was answered is kept. */
export function toWire({ provider, model, key }: ModelAddress, question: ModelQuestion, dialect: Dialect): OnWire {
  const { system, user, schema, mostTokens } = question;
  if (provider === 'anthropic')
    return {
      path: '/v1/messages',
      headers: { 'anthropic-version': '2023-06-01', ...(key === null ? {} : { 'x-api-key': key }) },
      body: {
        model,
        system,
        messages: [{ role: 'user', content: user }],
        max_tokens: mostTokens,
        tools: [{ name: answerName, description: 'Gives the marks.', input_schema: schema }],
        tool_choice: { type: 'tool', name: answerName },
      },
    };
  return {
    path: '/chat/completions',
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    body: {
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      [dialect.most]: mostTokens,
      ...(dialect.schema
        ? { response_format: { type: 'json_schema', json_schema: { name: answerName, strict: true, schema } } }
        : {}),
    },
  };
}

/** More than any answer uses: whoever says more has miscounted, and what is kept of a month must hold it. */
const mostTokens = 10_000_000;

/** What a server answered; null where it isn't of its form. */
export function replyOf(provider: Provider, body: string, asked: ModelQuestion): ModelReply | null {
  const reply = parsed(body);
  const text = provider === 'anthropic' ? textOfMessage(reply) : textOfChoice(reply);
  if (text === null) return null;
  const usage = at(reply, 'usage');
  const counted = (names: readonly string[], said: string): number => {
    const told = names.map((name) => at(usage, name)).find((value) => typeof value === 'number' && value >= 0);
    return typeof told === 'number' ? Math.min(mostTokens, Math.round(told)) : Math.ceil(said.length / 4);
  };
  return {
    text,
    tokensIn: counted(['input_tokens', 'prompt_tokens'], asked.system + asked.user),
    tokensOut: counted(['output_tokens', 'completion_tokens'], text),
  };
}

function textOfMessage(reply: unknown): string | null {
  const parts = at(reply, 'content');
  if (!Array.isArray(parts)) return null;
  const tool: unknown = parts.find((part) => at(part, 'type') === 'tool_use');
  if (tool !== undefined) return JSON.stringify(at(tool, 'input') ?? null);
  const said: unknown = parts.find((part) => at(part, 'type') === 'text');
  const text = at(said, 'text');
  return typeof text === 'string' ? text : null;
}

function textOfChoice(reply: unknown): string | null {
  const choices = at(reply, 'choices');
  const text = Array.isArray(choices) ? at(at(choices[0], 'message'), 'content') : null;
  return typeof text === 'string' ? text : null;
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
