// Which channel a contact came by, where neither the file nor its owner says. The rule, in order:
// 1. the path says it (a folder `calls`, a file `chat-7.json`);  2. the words of the first turns say it ("thank you for
// calling", "this call may be recorded"; "you're chatting with");  3. typed style: most turns are short and begin small
// or end without a stop;  4. what its format is mostly used for;  5. telephone.
import type { Channel } from '../../standards/encounter.core.ts';

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

/** The channel by the rule above; `texts` are the contact's turns in order, `usual` what the format mostly holds. */
export function guessChannel(path: string, texts: readonly string[], usual: Channel = 'phone'): Channel {
  for (const [pattern, channel] of byPath) if (pattern.test(path)) return channel;
  const opening = texts.slice(0, 8).join(' \n ').slice(0, 4_000);
  if (spokenWords.test(opening)) return 'phone';
  if (typedWords.test(opening)) return 'chat';
  const seen = texts.slice(0, 30);
  let words = 0;
  let typed = 0;
  for (const text of seen) {
    words += text.split(' ').length;
    if (/^[a-z]/.test(text) || !/[.!?…)"'\]]$/.test(text)) typed += 1;
  }
  return seen.length >= 4 && typed / seen.length > 0.4 && words / seen.length < 12 ? 'chat' : usual;
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
