// Which channel a contact came by, where neither the file nor its owner says. The rule, in order:
// 1. the path says it (a folder `calls`, a file `chat-7.json`);  2. signs in the contact are weighed: its words ("thank you for
// calling", "you're chatting with"), what only a hand types (links, smileys) or only a mouth says ("um"), times of single words,
// the pace of its turns, typed style, what its format is mostly used for;  3. where they don't lean to typing, telephone.
import type { Channel } from '../../standards/encounter.core.ts';
import type { Place } from './read-item.ts';

const byPath: readonly (readonly [RegExp, Channel])[] = [
  [/(^|[^a-z])(live)?(chats?|messaging|whatsapp|sms)([^a-z]|$)/i, 'chat'],
  [/(^|[^a-z])(phone|calls?|telephone|voice|recordings?)([^a-z]|$)/i, 'phone'],
  [/(^|[^a-z])e-?mails?([^a-z]|$)/i, 'email'],
  [/(^|[^a-z])complaints?([^a-z]|$)/i, 'complaint'],
  [/(^|[^a-z])myster(y|ies)([^a-z]|$)/i, 'shop'],
  [/(^|[^a-z])visits?([^a-z]|$)/i, 'visit'],
];
const spokenWords =
  /\b(for calling|(this|your|the) call\b|call (may|is|will) be|on (the )?(line|phone)\b|calling (about|from|to))/i;
const typedWords = /\b(chatting|(this|our|the|live) chat|typing|type (in|out|your))\b/i;
/** Links, smileys and shorthand; no recogniser writes them down. */
const handMade =
  /https?:\/\/|\bwww\.|\p{Extended_Pictographic}|(?:^|\s)[:;]-?[)(DP](?:\s|$)|\b(?:pls|plz|thx|btw|u r)\b/iu;
const address = /\S@\S+\.\w/;
const stutter = /\b(?:u+m+|u+h+|m+-?hm+|uh-huh)\b|\[(?:inaudible|crosstalk|unintelligible)/i;

/** A turn as far as it tells how it came. */
export interface TurnHeard {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly confidence?: number | undefined;
}

export interface Guessed {
  readonly channel: Channel;
  readonly from: 'path' | 'signs';
}

/**
 * The channel by the rule above; `turns` are the contact's, in order, `usual` is what the format mostly holds.
 * Of a file with many, what most of them are counts too: few hold contacts of more than one kind.
 */
export function guessChannel(
  { file, guesses }: Pick<Place, 'file' | 'guesses'>,
  turns: readonly TurnHeard[],
  usual: 'chat' | 'phone' = 'phone',
): Guessed {
  for (const [pattern, channel] of byPath) if (pattern.test(file)) return { channel, from: 'path' };
  const own = (usual === 'chat' ? 1 : 0) + wordsLean(turns) + clockLean(turns) + styleLean(turns);
  const channel = own + guesses.leanOf(file, own > 0) > 0 ? 'chat' : 'phone';
  guesses.add(channel);
  return { channel, from: 'signs' };
}

/** How far words lean to typing; below nought to speech. */
function wordsLean(turns: readonly TurnHeard[]): number {
  const opening = turns
    .slice(0, 8)
    .map((turn) => turn.text)
    .join(' \n ')
    .slice(0, 4_000);
  const seen = turns.slice(0, 40);
  const of = (pattern: RegExp): number => seen.filter((turn) => pattern.test(turn.text.slice(0, 1_000))).length;
  let lean = (typedWords.test(opening) ? 3 : 0) - (spokenWords.test(opening) ? 3 : 0);
  if (of(handMade) > 0) lean += 2;
  if (of(address) > 0) lean += 1;
  const stutters = of(stutter);
  // One "hmm, um" is typed as well.
  if (stutters > 1 && stutters > seen.length / 30) lean -= 2;
  return lean;
}

/** People say two or three words a second and type far fewer; only a recogniser knows when a turn ended, or how sure it is. */
function clockLean(turns: readonly TurnHeard[]): number {
  if (turns.some((turn) => turn.confidence !== undefined)) return -3;
  let lean = turns.filter((turn) => turn.end !== undefined).length * 2 > turns.length ? -1 : 0;
  const timed = turns.filter((turn) => turn.start !== undefined);
  if (timed.length < 4) return lean;
  const seconds = timed.at(-1)!.start! - timed[0]!.start!;
  const words = timed.slice(0, -1).reduce((sum, turn) => sum + turn.text.split(' ').length, 0);
  if (seconds > 0) lean += words / seconds < slowest ? 2 : words / seconds > 1.2 ? -2 : 0;
  return lean;
}

/** Words a second that no talk falls below for long. */
const slowest = 0.8;

/** Most turns are short, and begin small or end without a stop. */
function styleLean(turns: readonly TurnHeard[]): number {
  const seen = turns.slice(0, 30);
  let words = 0;
  let typed = 0;
  for (const { text } of seen) {
    words += text.split(' ').length;
    if (/^[a-z]/.test(text) || !/[.!?…)"'\]]$/.test(text)) typed += 1;
  }
  return seen.length >= 4 && typed / seen.length > 0.4 && words / seen.length < 12 ? 1 : 0;
}

/** Contacts of a file by themselves before the others of it are believed, and the part of them that must agree. */
const enoughOthers = 10;
const mostOthers = 0.75;

/** What was guessed in one reading, counted, and told in one sentence. */
export class ChannelGuesses {
  readonly #contacts = { chat: 0, phone: 0 };
  #file = '';
  readonly #own = { chat: 0, phone: 0 };

  /** How those before it in its file lean, each by its own signs alone; these are counted too. */
  leanOf(file: string, typed: boolean): number {
    if (file !== this.#file) Object.assign(this.#own, { chat: 0, phone: 0 });
    this.#file = file;
    const { chat, phone } = this.#own;
    this.#own[typed ? 'chat' : 'phone'] += 1;
    if (chat + phone < enoughOthers) return 0;
    const part = chat / (chat + phone);
    return part >= mostOthers ? 1.5 : part <= 1 - mostOthers ? -1.5 : 0;
  }

  add(channel: 'chat' | 'phone'): void {
    this.#contacts[channel] += 1;
  }

  /** Null where there are too few to be worth a word: one contact is seen at a glance. */
  sentence(): string | null {
    const { chat, phone } = this.#contacts;
    if (chat + phone < 2) return null;
    const of = (contacts: number, kind: string): string => `${contacts.toLocaleString('en-US')} for ${kind}`;
    const taken =
      chat === 0 || phone === 0
        ? `they were taken for ${chat === 0 ? 'calls' : 'chats'}`
        : `${of(chat, chat === 1 ? 'a chat' : 'chats')} and ${of(phone, phone === 1 ? 'a call' : 'calls')} were taken`;
    return `Nothing says how ${(chat + phone).toLocaleString('en-US')} of the contacts came: by their words and times ${taken}. Where that is wrong, say how they came (in the terminal with --channel).`;
  }
}

/** What a column or field says of the channel, or null. */
export function channelOf(value: string): Channel | null {
  const text = value.toLowerCase();
  if (/mystery|shop/.test(text)) return 'shop';
  if (/chat|messag|sms|text|whatsapp|web/.test(text)) return 'chat';
  if (/e-?mail/.test(text)) return 'email';
  if (/call|phone|voice|tele|ivr/.test(text)) return 'phone';
  if (/visit|walk|counter|desk|person|branch|store/.test(text)) return 'visit';
  return /complain|review/.test(text) ? 'complaint' : null;
}
