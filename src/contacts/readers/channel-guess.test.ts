// How contacts came that don't say it: told by signs, the others of their file, and in one sentence.
import { expect, test } from 'vitest';
import { ChannelGuesses, guessChannel } from './channel-guess.ts';
import { readAll } from './reading.fixture.ts';

type Heard = Parameters<typeof guessChannel>[1];
const guess = (turns: Heard, usual?: 'chat' | 'phone', file = 'given.jsonl') =>
  guessChannel({ file, guesses: new ChannelGuesses() }, turns, usual);
const says = (...texts: string[]) => texts.map((text) => ({ text }));
const paced = (secondsApart: number) =>
  [
    'Hello, I need help with my locker.',
    'Of course. Which one is yours?',
    'The one at the end.',
    'Give me a moment.',
  ].map((text, at) => ({ text, start: at * secondsApart }));

test.each([
  ['a link', says('Hello there.', 'See https://harbor.example/units for sizes.'), 'chat'],
  ['a smiley', says('Hello there.', 'Thank you so much :)'), 'chat'],
  ['an emoji', says('Hello there.', 'Great 👍'), 'chat'],
  ['turns a quarter of a minute apart', paced(15), 'chat'],
  ['turns as fast as talk', paced(2.5), 'phone'],
  ['typed style', says('hi', 'need a unit', 'what size', '10x10 pls'), 'chat'],
  ['words of a call', says('Thank you for calling Harbor.', 'hi', 'need a unit', 'ok'), 'phone'],
  ['stuttering', says('Um, hello.', 'Uh, yes, I need a unit.', 'Um, which size?', 'www.harbor.example, um.'), 'phone'],
  ['a recogniser’s doubt', says('see www.harbor.example').map((one) => ({ ...one, confidence: 0.8 })), 'phone'],
  ['nothing', says('Good morning.', 'Good morning, how much is a unit?'), 'phone'],
] as const)('%s says how a contact came', (_, turns, channel) => {
  expect(guess(turns)).toEqual({ channel, from: 'signs' });
});

test('what the tool mostly writes decides where nothing else does, and the path outranks all', () => {
  const plain = says('Good morning.', 'Good morning, how much is a unit?');
  expect(guess(plain, 'chat').channel).toBe('chat');
  expect(guess(plain, 'chat', 'calls/one.json')).toEqual({ channel: 'phone', from: 'path' });
});

const messages = (nth: number, last: string): string =>
  JSON.stringify({
    id: `m${nth}`,
    turns: [
      { speaker: 'customer', text: 'Hello, is this a good time to ask something?', at: 1_770_000_000 },
      { speaker: 'agent', text: 'Yes, please go ahead.', at: 1_770_000_030 },
      { speaker: 'customer', text: 'How late are you open today?', at: 1_770_000_055 },
      { speaker: 'agent', text: last, at: 1_770_000_090 },
    ],
  });

test('chats in JSONL are chats without anybody saying so, and it is told once', async () => {
  const lines = Array.from({ length: 3 }, (_, nth) => messages(nth, 'Until six.'));
  const { contacts, said } = await readAll(lines.join('\n'));
  expect(contacts.map((one) => one.channel)).toEqual(['chat', 'chat', 'chat']);
  expect(said).toEqual([
    'Nothing says how 3 of the contacts came: by their words and times they were taken for chats. Where that is wrong, say how they came (in the terminal with --channel).',
  ]);
  const told = await readAll(lines.join('\n'), { channel: 'email' });
  expect(told.contacts.every((one) => one.channel === 'email' && one.channelFrom === undefined)).toBe(true);
  expect(told.said).toEqual([]);
});

test('a chat without a sign of its own is what the others of its file are', async () => {
  const odd = JSON.stringify({ id: 'odd', turns: [{ speaker: 'customer', text: 'Good morning.' }] });
  const many = Array.from({ length: 12 }, (_, nth) => messages(nth, 'Until six.'));
  expect((await readAll([...many, odd].join('\n'))).contacts.at(-1)!.channel).toBe('chat');
  expect((await readAll([odd, ...many].join('\n'))).contacts[0]!.channel).toBe('phone');
});

test('where some were taken for this and some for that, both are counted', () => {
  const guesses = new ChannelGuesses();
  for (const channel of ['chat', 'chat', 'phone'] as const) guesses.add(channel);
  expect(guesses.sentence()).toContain('2 for chats and 1 for a call were taken');
});

test('a table of messages and senders is of chats, one of utterances of calls', async () => {
  const table = (header: string): string =>
    `${header}\nc1,customer,Good morning.\nc1,agent,Good morning.\nc2,customer,Hello there.\nc2,agent,Hello.\n`;
  expect((await readAll(table('conversation_id,sender,message'))).contacts[0]!.channel).toBe('chat');
  expect((await readAll(table('conversation_id,speaker,utterance'))).contacts[0]!.channel).toBe('phone');
});
