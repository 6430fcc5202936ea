// From what compiling came to, plain data, to what marks: some milliseconds, where compiling takes seconds. Whoever compiled, in this
// thread or in another, today or last month, the same data mark the same.
import type { CompiledPacks, Judged } from './compiled.core.ts';
import { Ear } from './ear.ts';
import type { EarTables } from './ear-tables.ts';
import { GivenNames } from './given-names.ts';
import { Misheard } from './misheard.ts';
import { Negation } from './negation.ts';
import { type PhraseData, phrasesOf } from './phrase-data.ts';
import { Repairs } from './repairs.ts';
import { Reported } from './reported.ts';
import { Reports } from './reports-of-contact.ts';
import { type KeptVocabulary, Vocabulary } from './vocabulary.ts';
import { WordRoles } from './word-roles.ts';

/** Everything that compiling works out: values, arrays and maps, nothing that runs. */
export interface CompiledData {
  readonly judged: Judged;
  readonly vocabulary: KeptVocabulary;
  readonly phrases: PhraseData;
  readonly tables: EarTables;
}

/** Compiled packs, ready for `markEncounter`. */
export function runnable({ judged, vocabulary: kept, phrases: data, tables }: CompiledData): CompiledPacks {
  const vocabulary = Vocabulary.of(kept);
  const { roles, negation, reported, repairs } = rulesOf(vocabulary);
  const phrases = phrasesOf(data);
  return {
    ...judged,
    ear: new Ear(tables, judged.cues.length, vocabulary, roles.bits, repairs),
    phrases,
    vocabulary,
    negation,
    givenNames: new GivenNames(vocabulary),
    reports: new Reports(reported),
    misheard: new Misheard(phrases, vocabulary),
  };
}

/** Gives the words that rules of language go by their ids: before a vocabulary is closed. */
export function knowRuleWords(vocabulary: Vocabulary): void {
  rulesOf(vocabulary);
}

interface Rules {
  readonly roles: WordRoles;
  readonly negation: Negation;
  readonly reported: Reported;
  readonly repairs: Repairs;
}

function rulesOf(vocabulary: Vocabulary): Rules {
  const roles = new WordRoles(vocabulary);
  return {
    roles,
    negation: new Negation(roles, vocabulary),
    reported: new Reported(roles, vocabulary),
    repairs: new Repairs(roles, vocabulary),
  };
}
