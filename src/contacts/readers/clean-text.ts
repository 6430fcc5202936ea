// Text as it may be stored: no terminal escapes, control characters or hidden direction marks, no markup of chat widgets.
/* oxlint-disable no-control-regex -- control characters are what this file looks for */

const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
// Everything a screen would obey and a reader can't see, except tab and line ends.
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const anyControl =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
// Only tags that chat tools really write, so that "<3" and "[NAME]" stay. [^<>] keeps it linear.
const tags = /<\/?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|font|img|html|body|script|style|v|c)\b[^<>]*>/gi;
// Plain words with single blanks, as nearly every turn is: nothing to do, and told by one look.
const tidy = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
  '&amp;': '&',
};

export interface CleanText {
  readonly text: string;
  /** Control characters or terminal escapes were dropped. */
  readonly hadControls: boolean;
  /** Markup was dropped. */
  readonly hadMarkup: boolean;
}

/** Cleans one turn or answer: also Unicode NFC, single spaces, no blank ends. Line ends inside become spaces. */
export function cleanText(raw: string): CleanText {
  if (raw.length < 2_000 && tidy.test(raw)) return { text: raw, hadControls: false, hadMarkup: false };
  const hadControls = anyControl.test(raw);
  let text = hadControls ? raw.replace(escapes, '').replace(controls, '') : raw;
  let hadMarkup = false;
  if (text.includes('<')) {
    const bare = text.replace(tags, (tag) => (/^<\/?(?:p|br|div|li)/i.test(tag) ? ' ' : ''));
    hadMarkup = bare !== text;
    text = bare;
  }
  if (text.includes('&'))
    text = text.replace(/&(?:lt|gt|quot|#39|apos|nbsp|lrm|rlm|amp);/g, (name) => entities[name] ?? name);
  return { text: text.replace(/\s+/g, ' ').trim().normalize('NFC'), hadControls, hadMarkup };
}

/** A label, id or name on one line, at most `length` units. */
export function cleanLabel(raw: string, length = 200): string {
  return cleanText(raw).text.slice(0, length);
}
