// The cues that conditions use, each with its phrases as positions: slots and included cues put in, sizes kept in bounds.
import type { Cue, OrganisationWords, Pack, PackError, Phrase, PhraseNode } from '../pack.core.ts';
import type { CompiledCue } from './compiled.core.ts';
import { findCue } from './find-names.ts';
import { cuesInPhrase, slotOf } from './link.ts';
import { PhraseWriter } from './phrase-data.ts';
import { buildPositions, PatternFault, type PhrasePositions, TooManyWays } from './positions.ts';
import { searchSize } from './search-size.ts';
import { besideName, neighbours } from './slot-neighbours.ts';
import { isGuessed, isWordless, slotNode, type SlotUse } from './slots.ts';
import { Tokeniser } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';
import { waysOf } from './ways.ts';
import { WordSets } from './word-sets.ts';

/** All phrases together: what bounds the work for one word, whatever is written in a pack. */
const mostPositions = 300_000;
const mostNodes = 20_000;
/** How much may be looked at around one word for one phrase, and for all that hang on the same word: see `searchSize`. */
const mostSearched = { phrase: 4000, word: 60_000 } as const;
/** Nothing stands around the slot. */
const alone: SlotUse = { alone: true, before: [], behind: [] };

export class CueTable {
  readonly cues: CompiledCue[] = [];
  readonly phrases = new PhraseWriter();
  readonly errors: PackError[] = [];
  readonly vocabulary = new Vocabulary();
  readonly tokeniser = new Tokeniser(this.vocabulary);
  readonly sets = new WordSets();
  private readonly packs: readonly Pack[];
  private readonly words: OrganisationWords;
  private readonly known = new Map<string, number>();
  private positions = 0;
  /** Cues without slots, as they are included, and how many nodes that is. */
  private readonly filledCues = new Map<Cue, { readonly node: PhraseNode; readonly nodes: number }>();
  private readonly slotted = new Map<Cue, boolean>();
  /** By word, how much may be looked at around it; kinds of words count together, under -1. */
  private readonly searched = new Map<number, number>();

  constructor(packs: readonly Pack[], words: OrganisationWords) {
    this.packs = packs;
    this.words = words;
    // Every cue is compiled, used or not: a pack is either right or refused.
    for (const pack of packs) for (const name of pack.cues.keys()) this.cue(pack, name);
  }

  /** The number of a cue or of a slot used as one. */
  cue(pack: Pack, name: string): number {
    const slot = slotOf(name);
    if (slot) return this.slot(pack, slot);
    const found = findCue(this.packs, pack, name)!;
    const key = `${found.pack.name}/${found.cue.name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.add(key, { name: key, customersName: false, wordless: false, isQuestion: false });
    for (const phrase of this.spliced(found.pack, found.cue.phrases)) this.phrase(phrase.pack, phrase.phrase, id);
    return id;
  }

  /** The number of a question on a form. */
  question(pack: Pack, phrases: readonly Phrase[]): number {
    const key = `?${phrases.map((phrase) => phrase.text).join('|')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.add(key, { name: key, customersName: false, wordless: false, isQuestion: true });
    for (const phrase of phrases) this.phrase(pack, phrase, id);
    return id;
  }

  private slot(pack: Pack, slot: string): number {
    const key = `<${slot}>`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.add(key, {
      name: key,
      customersName: slot === 'customer',
      wordless: isWordless(slot, this.words),
      isQuestion: false,
    });
    const phrase: Phrase = {
      text: key,
      node: { kind: 'slot', slot },
      notNegated: false,
      place: { line: 1, column: 1 },
    };
    this.phrase(pack, phrase, id, isGuessed(slot, this.words));
    return id;
  }

  private add(key: string, cue: CompiledCue): number {
    const id = this.cues.push(cue) - 1;
    this.known.set(key, id);
    return id;
  }

  // A phrase that is nothing but another cue stands for that cue's phrases, each with its own mark of negation.
  private *spliced(pack: Pack, phrases: readonly Phrase[]): Generator<{ pack: Pack; phrase: Phrase }> {
    for (const phrase of phrases) {
      const only = phrase.node.kind === 'row' && phrase.node.parts.length === 1 ? phrase.node.parts[0]! : phrase.node;
      const found = only.kind === 'cue' ? findCue(this.packs, pack, only.name) : null;
      if (found) yield* this.spliced(found.pack, found.cue.phrases);
      else yield { pack, phrase };
    }
  }

  private phrase(pack: Pack, phrase: Phrase, cue: number, openingOnly = false): void {
    try {
      const budget = { left: mostNodes };
      const built = buildPositions(
        this.filled(pack, phrase.node, alone, budget),
        this.tokeniser,
        this.vocabulary,
        this.sets,
      );
      this.positions += built.positions.length;
      if (this.positions > mostPositions)
        throw new PatternFault(
          'All phrases together have too many alternatives.',
          'Write fewer, shorter phrases, or use fewer packs at once.',
        );
      this.bound(built);
      this.phrases.add({
        ...built,
        text: phrase.text,
        cue,
        notNegated: phrase.notNegated,
        evenReported: phrase.evenReported === true,
        openingOnly,
      });
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      const included = error instanceof TooManyWays ? cuesInPhrase(phrase) : [];
      const write = included.length > 0 ? insteadOf(included) : error.write;
      this.errors.push({ file: pack.file, ...phrase.place, what: error.message, write });
    }
  }

  // Phrases that are words alone are found without a search.
  private bound(built: PhrasePositions): void {
    if (waysOf(built)) return;
    const size = searchSize(built);
    if (size > mostSearched.phrase)
      throw new PatternFault(
        'This phrase has too many wide gaps.',
        'Write fewer gaps, or shorter ones: ...1 or ...2 where that is enough.',
      );
    const anchors = built.anchors.map((anchor) => built.positions[anchor]!);
    const kinds = anchors.some(({ classes }) => classes !== 0) ? [-1] : [];
    for (const word of new Set([...anchors.flatMap(({ words }) => words), ...kinds])) {
      const all = (this.searched.get(word) ?? 0) + size;
      if (all > mostSearched.word)
        throw new PatternFault(
          word < 0
            ? 'Too many phrases with gaps go by a value or a name alone.'
            : `Too many phrases with gaps go by the word "${this.vocabulary.texts[word]!}".`,
          'Write shorter gaps in them, or a rarer word that must be there.',
        );
      this.searched.set(word, all);
    }
  }

  // `use`: what stands around it in the phrase. `budget` stops cues that include cues many times over before they are built.
  private filled(pack: Pack, node: PhraseNode, use: SlotUse, budget: { left: number }): PhraseNode {
    if (budget.left-- <= 0) throw new TooManyWays();
    switch (node.kind) {
      case 'slot':
        return slotNode(node.slot, use, this.words);
      case 'cue':
        return this.included(pack, node.name, use, budget);
      case 'row': {
        const apart = besideName(node.parts);
        if (apart) return this.filled(pack, apart, use, budget);
        return {
          kind: 'row',
          parts: node.parts.map((part, at) =>
            node.parts.length === 1
              ? this.filled(pack, part, use, budget)
              : this.filled(pack, part, neighbours(node.parts, at), budget),
          ),
        };
      }
      case 'either':
        return { kind: 'either', options: node.options.map((option) => this.filled(pack, option, use, budget)) };
      case 'maybe':
        return { kind: 'maybe', part: this.filled(pack, node.part, use, budget) };
      default:
        return node;
    }
  }

  // A cue without slots is the same wherever it is included, and counts the same there.
  private included(pack: Pack, name: string, use: SlotUse, budget: { left: number }): PhraseNode {
    const found = findCue(this.packs, pack, name)!;
    const known = this.filledCues.get(found.cue);
    if (known) {
      budget.left -= known.nodes;
      if (budget.left < 0) throw new TooManyWays();
      return known.node;
    }
    const before = budget.left;
    const node: PhraseNode = {
      kind: 'either',
      options: found.cue.phrases.map((phrase) => this.filled(found.pack, phrase.node, use, budget)),
    };
    if (!this.hasSlot(found.pack, found.cue)) this.filledCues.set(found.cue, { node, nodes: before - budget.left });
    return node;
  }

  private hasSlot(pack: Pack, cue: Cue): boolean {
    const known = this.slotted.get(cue);
    if (known !== undefined) return known;
    const inside = (node: PhraseNode): boolean => {
      switch (node.kind) {
        case 'slot':
          return true;
        case 'cue': {
          const found = findCue(this.packs, pack, node.name)!;
          return this.hasSlot(found.pack, found.cue);
        }
        case 'row':
          return node.parts.some(inside);
        case 'either':
          return node.options.some(inside);
        case 'maybe':
          return inside(node.part);
        default:
          return false;
      }
    };
    const has = cue.phrases.some((phrase) => inside(phrase.node));
    this.slotted.set(cue, has);
    return has;
  }
}

/** What to write instead of cues that make a phrase too wide: whoever includes one of a pack that ships cannot split what stands in it. */
function insteadOf(included: readonly string[]): string {
  const told = [...new Set(included)].map((name) => `{${name}}`).join(' and ');
  return `${told} can be said in very many ways. Ask for such a cue by itself in a condition (says: ${included[0]}), include fewer, or write here only the words that you mean.`;
}
