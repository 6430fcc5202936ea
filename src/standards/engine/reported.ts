// What somebody reports was said by somebody else, at another time: "she told me hold please", "your website says", "he goes,
// no". Such words don't count as the reporter's own. The rules are careful: where it isn't plain that another is quoted, or
// where the report ends, the words count as said.
//
// Reported is what follows, in the same sentence and at most `longest` words far,
// - a verb of telling with somebody else before it ("they said", "my manager says", "your website said", "I was told"),
// - "I told" or "I said to" somebody else ("I told him", "like I said to the other guy"),
// - "goes" and "was like" where speech plainly begins behind them, and what stands in quotation marks after any of these;
// and what stands before ", she said" at a sentence's end. Not reported is what the speaker stands behind: "I said I would
// help", "you said", "as she said", "the system says", an offer ("he can tell you"). A report ends at "but", at "and I", at a
// comma with a new clause, at a question.
import { is } from './word-classes.ts';
import { role, type WordRoles } from './word-roles.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TurnWords } from './turn-words.ts';
import { pause } from './words.ts';

const longest = 12;
/** Words that a quotation may have. One that runs on for longer has lost its end, and would hide whatever comes behind it. */
const longestQuotation = 60;
const reporting = role.tells | role.tellsNow | role.quotes;
const quoteMarks = '"\u201c\u2018\'';

export class Reported {
  private readonly roles: WordRoles;
  private readonly vocabulary: Vocabulary;
  private readonly words: Readonly<Record<'like' | 'as' | 'to' | 'about' | 'for' | 'so' | 'said', number>>;
  private readonly determiners: ReadonlySet<number>;
  private readonly joins: ReadonlySet<number>;
  private readonly questions: ReadonlySet<number>;
  private mask = new Uint8Array(512);
  private any = false;

  /** Made before the vocabulary is closed. */
  constructor(roles: WordRoles, vocabulary: Vocabulary) {
    this.roles = roles;
    this.vocabulary = vocabulary;
    const id = (text: string): number => vocabulary.add(text);
    this.words = {
      like: id('like'),
      as: id('as'),
      to: id('to'),
      about: id('about'),
      for: id('for'),
      so: id('so'),
      said: id('said'),
    };
    this.determiners = new Set(
      ['the', 'a', 'an', 'my', 'your', 'our', 'their', 'his', 'her', 'this', 'that', 'other'].map(id),
    );
    this.joins = new Set(['and', 'so', 'then'].map(id));
    this.questions = new Set(['what', 'how', 'when', 'where', 'why', 'which', 'who'].map(id));
  }

  /** Could anything in a turn be reported whose words do this to each other, see `role`? */
  mayReport(roles: number): boolean {
    return (roles & reporting) !== 0;
  }

  /** Finds what is reported in a turn. `text` is the turn, `words` its words. */
  read(text: string, words: TurnWords): void {
    const { bits } = this.roles;
    this.any = false;
    for (let at = 0; at < words.count; at++) {
      if ((bits[words.ids[at]!]! & reporting) === 0) continue;
      const start = this.clauseAfter(text, words, at);
      if (start < 0) continue;
      if (!this.any) this.clear(words.count);
      this.any = true;
      this.cover(text, words, at, start);
    }
  }

  /** Was nothing reported in the turn read last? */
  get isEmpty(): boolean {
    return !this.any;
  }

  /** Does a match that begins at word `first` of the turn read last stand inside a report? */
  covers(first: number): boolean {
    return this.any && this.mask[first] === 1;
  }

  private clear(count: number): void {
    if (this.mask.length < count) this.mask = new Uint8Array(count * 2);
    else this.mask.fill(0, 0, count);
  }

  // Where the report begins whose verb is word `verb`; -1 where it is none.
  private clauseAfter(text: string, words: TurnWords, verb: number): number {
    const { bits } = this.roles;
    const { ids } = words;
    const here = bits[ids[verb]!]!;
    if ((here & role.quotes) !== 0) return this.quotesAfter(text, words, verb);
    let at = verb - 1;
    let passive = false;
    for (; at >= 0 && words.breaks[at + 1] === pause.none; at--) {
      const before = bits[ids[at]!]!;
      if ((before & role.modal) !== 0) return -1;
      if ((before & role.passive) !== 0) passive = true;
      else if ((before & (role.between | role.negates)) === 0 || (before & role.third) !== 0) break;
    }
    if (this.isNoClause(words, verb)) return -1;
    // "I was told"; but "that being said" reports nothing.
    if (passive && ids[verb] === this.words.said) return -1;
    if (at < 0 || words.breaks[at + 1]! >= pause.sentence) return passive ? verb + 1 : -1;
    return passive || this.isOther(words, at, verb) ? verb + 1 : -1;
  }

  // "asked for", "told me about": no clause follows.
  private isNoClause(words: TurnWords, verb: number): boolean {
    const { about, for: forWord, so } = this.words;
    const first = verb + 1 < words.count ? words.ids[verb + 1]! : -1;
    const second = verb + 2 < words.count ? words.ids[verb + 2]! : -1;
    return (
      first === about ||
      first === forWord ||
      first === so ||
      (second === about && words.breaks[verb + 2] === pause.none)
    );
  }

  // Is it somebody else who tells, or somebody else who was told? `at` is the word before the verb.
  private isOther(words: TurnWords, at: number, verb: number): boolean {
    const { bits } = this.roles;
    const id = words.ids[at]!;
    const subject = bits[id]!;
    if ((subject & role.self) !== 0) return (bits[words.ids[verb]!]! & role.tells) !== 0 && this.toldOther(words, verb);
    if ((subject & role.source) !== 0 || this.isAgreed(words, at)) return false;
    if ((subject & role.third) !== 0) return (bits[words.ids[verb]!]! & role.tells) !== 0 || at === verb - 1;
    if ((subject & (role.subject | role.asks)) !== 0 || (bits[words.ids[verb]!]! & role.tells) === 0) return false;
    return (this.vocabulary.classes[id]! & (is.content | is.name | is.organization)) !== 0;
  }

  // "as she said", "like the manager said": the speaker says it too.
  private isAgreed(words: TurnWords, at: number): boolean {
    const { like, as } = this.words;
    for (let back = at - 1; back >= 0 && back >= at - 3 && words.breaks[back + 1] === pause.none; back--) {
      const id = words.ids[back]!;
      if (id === like || id === as) return true;
      if (!this.determiners.has(id) && (this.vocabulary.classes[id]! & is.content) === 0) return false;
    }
    return false;
  }

  // "told him", "said to the other guy".
  private toldOther(words: TurnWords, verb: number): boolean {
    const { bits } = this.roles;
    let at = verb + 1;
    if (at < words.count && words.ids[at] === this.words.to) at++;
    while (
      at < words.count &&
      at < verb + 4 &&
      this.determiners.has(words.ids[at]!) &&
      (bits[words.ids[at]!]! & role.third) === 0
    )
      at++;
    return at < words.count && words.breaks[at]! === pause.none && (bits[words.ids[at]!]! & role.third) !== 0;
  }

  // "he goes, no", "I was like hold on": only where speech begins behind it.
  private quotesAfter(text: string, words: TurnWords, verb: number): number {
    const { bits } = this.roles;
    const next = verb + 1;
    if (verb === 0 || next >= words.count || words.breaks[next]! >= pause.sentence) return -1;
    const opens = words.breaks[next] === pause.comma || this.isQuoted(text, words, next);
    if (!opens && (bits[words.ids[next]!]! & role.opens) === 0) return -1;
    let at = verb - 1;
    if (words.ids[verb] === this.words.like) {
      while (at > 0 && (bits[words.ids[at]!]! & role.between) !== 0) at--;
      if ((bits[words.ids[at]!]! & role.asks) === 0 || at === 0) return -1;
      const present = (bits[words.ids[at]!]! & role.passive) === 0;
      at--;
      if (present && !opens && (bits[words.ids[at]!]! & role.self) !== 0) return -1;
    }
    const subject = bits[words.ids[at]!]!;
    const person = (subject & role.third) !== 0 || ((subject & role.self) !== 0 && words.ids[verb] === this.words.like);
    return person ? next : -1;
  }

  private isQuoted(text: string, words: TurnWords, at: number): boolean {
    return words.from[at]! > 0 && quoteMarks.includes(text[words.from[at]! - 1]!);
  }

  private cover(text: string, words: TurnWords, verb: number, start: number): void {
    const { mask } = this;
    for (let at = start; at < words.count && at < start + 4; at++) {
      if (!this.isQuoted(text, words, at)) continue;
      const last = at + longestQuotation;
      const until = closing(text, words.from[at]!, last < words.count ? words.from[last]! : text.length);
      if (until < 0) break;
      mask.fill(1, start, at);
      for (; at < words.count && words.from[at]! < until; at++) mask[at] = 1;
      return;
    }
    const end = this.endOf(words, start);
    mask.fill(1, start, end);
    if (end <= start + 2 && (end === words.count || words.breaks[end]! >= pause.sentence))
      this.coverBefore(words, verb);
  }

  private endOf(words: TurnWords, start: number): number {
    const { bits } = this.roles;
    const most = Math.min(words.count, start + longest);
    let at = start;
    for (; at < most; at++) {
      if (at === start) continue;
      const id = words.ids[at]!;
      const next = at + 1 < words.count ? bits[words.ids[at + 1]!]! : 0;
      if (words.breaks[at]! >= pause.sentence || (bits[id]! & role.endsClause) !== 0) break;
      const newClause = (bits[id]! & (role.subject | role.asks)) !== 0 || this.joins.has(id);
      if (words.breaks[at] === pause.comma && newClause && at > start + 1) break;
      if (this.joins.has(id) && (next & role.subject) !== 0) break;
      if (at > start + 1 && (bits[id]! & role.asks) !== 0 && (next & (role.subject | role.source)) !== 0) break;
      if (at > start + 1 && this.questions.has(id) && (next & role.asks) !== 0) break;
    }
    return at;
  }

  // "hold please, she said": back over the sentence.
  private coverBefore(words: TurnWords, verb: number): void {
    let at = verb;
    while (at > 0 && at > verb - 4 && words.breaks[at] === pause.none) at--;
    if (words.breaks[at] !== pause.comma) return;
    const last = at;
    while (at > 0 && last - at < longest && words.breaks[at]! < pause.sentence) at--;
    this.mask.fill(1, at, last);
  }
}

// The offset of the mark that closes the quotation which begins at `from`; -1 where none does before `end`. An apostrophe in a
// word closes nothing, and neither does a mark behind a space: that one opens.
function closing(text: string, from: number, end: number): number {
  const open = text[from - 1]!;
  const close = open === '\u201c' ? '\u201d' : open === '\u2018' ? '\u2019' : open;
  for (let at = from; at < end; at++) {
    if (text[at] !== close || /\s/u.test(text[at - 1]!)) continue;
    const after = at + 1 < text.length ? text[at + 1]! : ' ';
    if (!/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
