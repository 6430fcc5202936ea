// Words by how they sound, for words that a recogniser wrote down: "wait" and "weight", "recieved call" for "receive". Sounds are
// Double Metaphone keys (L. Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal, June 2000).
import { doubleMetaphone } from 'double-metaphone';
import { functionWords } from './english-plain-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that sound the same, or nearly so where they are said in passing. A word that negates stands in none of them. */
const alike =
  'wait weight|higher hire|their there theyre|to too two|for four|your youre|here hear|by buy bye|right write|would wood|' +
  'sale sell sail|than then|hold whole|one won|see sea|week weak|need knead|new knew|pay paid|' +
  'call called|please pleas|rate raid|are our';
/** Words that stand for each other now and then, but are said as often in their own right. */
const close =
  'a the|in on|an and|can could|may make|my mine by|this these the|its it|name names aim|help held|thank think|hold old told|' +
  'rate right|fine find|lease least|sorry story|is as|what that|will well|how now|you do|your you|he she|was is|at it|of a|do to|were where we|they there';

/** Shorter sounds belong to too many words. */
const shortestSound = 2;
const mostKept = 4096;

export class Sounds {
  private readonly vocabulary: Vocabulary;
  private readonly alikeGroups = grouped(alike);
  private readonly closeGroups = grouped(close);
  private readonly closed = new Set(functionWords);
  private bySound: Map<string, number[]> | undefined;
  // By text, its sounds.
  private readonly known = new Map<string, readonly string[]>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Which of the words `meant` of the vocabulary a recogniser may have heard that wrote `written`, in small letters: those that sound
   * the same. A written word that phrases know (`known`) was seldom meant to be another.
   */
  alike(meant: readonly number[], written: string, known: boolean): readonly number[] {
    const bySound = (this.bySound ??= this.indexed(meant));
    const ids = new Set<number>();
    for (const group of this.alikeGroups.get(written) ?? [])
      for (const id of bySound.get(`#${group}`) ?? []) ids.add(id);
    if (!this.closed.has(written)) {
      // "rental" and "rentals": the end of a word is the first thing that is not heard.
      for (const id of bySound.get(`=${written}s`) ?? []) ids.add(id);
      if (written.endsWith('s')) for (const id of bySound.get(`=${written.slice(0, -1)}`) ?? []) ids.add(id);
      if (!known)
        for (const sound of this.soundsOf(written))
          for (const id of bySound.get(sound) ?? [])
            if (sound.length > shortestSound || this.vocabulary.texts[id]![0] === written[0]) ids.add(id);
    }
    return [...ids].filter((id) => this.vocabulary.texts[id] !== written);
  }

  // Words by what they sound like: by their sounds, by their groups, and each by itself.
  private indexed(meant: readonly number[]): Map<string, number[]> {
    const bySound = new Map<string, number[]>();
    const put = (key: string, id: number): void => {
      const ids = bySound.get(key);
      if (ids) ids.push(id);
      else bySound.set(key, [id]);
    };
    for (const id of meant) {
      const text = this.vocabulary.texts[id]!;
      for (const group of this.alikeGroups.get(text) ?? []) put(`#${group}`, id);
      if (this.closed.has(text)) continue;
      put(`=${text}`, id);
      for (const sound of this.soundsOf(text)) put(sound, id);
    }
    return bySound;
  }

  /** Does one sound so much like the other that it may have been it? */
  close(meant: number, written: string): boolean {
    const text = this.vocabulary.texts[meant]!;
    if (share(this.alikeGroups, text, written) || share(this.closeGroups, text, written)) return true;
    if (this.closed.has(text) || this.closed.has(written)) return false;
    const [one] = this.soundsOf(text);
    const [other] = this.soundsOf(written);
    if (one === undefined || other === undefined) return false;
    return isNear(one, other) && (text[0] === written[0] || Math.min(one.length, other.length) > shortestSound);
  }

  private soundsOf(text: string): readonly string[] {
    let sounds = this.known.get(text);
    if (sounds) return sounds;
    sounds = text.length < 3 || !/^[a-z]+$/.test(text) ? [] : [...new Set(doubleMetaphone(text))];
    sounds = sounds.filter((sound) => sound.length >= shortestSound);
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(text, sounds);
    return sounds;
  }
}

function grouped(groups: string): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const [group, words] of groups.split('|').entries())
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), group]);
  return byWord;
}

function share(groups: ReadonlyMap<string, readonly number[]>, one: string, other: string): boolean {
  const own = groups.get(one);
  return own !== undefined && (groups.get(other)?.some((group) => own.includes(group)) ?? false);
}

// The same sound first, and one sound more, less or other behind it.
function isNear(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let at = 1;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  const rest = one.length === other.length ? 1 : 0;
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  return longer.slice(at + 1) === shorter.slice(at + rest);
}
