// What readers say of a document's parts beside their acknowledgement, and what it comes to, part by part. Nobody is named: what readers
// say is there to mend the document.
import type { Day } from '../../kernel/moment.ts';
import type { DocumentKind } from '../document.core.ts';

export interface ReaderNote {
  readonly kind: DocumentKind;
  readonly document: string;
  readonly version: string;
  /** Empty: the document as a whole. */
  readonly part: string;
  readonly about: 'understanding' | 'agreement' | 'factor' | 'check';
  readonly said: 'understood' | 'not-understood' | 'disagree' | 'yes' | 'no' | 'partly' | 'right' | 'wrong';
  readonly words?: string;
}

/** The owner's short question about one part; who reads chooses one answer. */
export interface CheckQuestion {
  readonly id: string;
  readonly part: string;
  readonly asks: string;
  readonly choices: readonly string[];
}

/** What readers said of one part of one version: each reader's last word counts once, wrong answers each. */
export interface ReaderCounts {
  readonly document: string;
  readonly version: string;
  readonly part: string;
  readonly notUnderstood: number;
  readonly disagree: number;
  readonly factorYes: number;
  readonly factorNo: number;
  readonly factorPartly: number;
  readonly checkWrong: number;
  readonly checkRight: number;
}

/** Words that a reader left at a part, without who they are. */
export interface ReaderWords {
  readonly part: string;
  readonly said: 'not-understood' | 'disagree' | 'no' | 'partly' | 'yes';
  readonly words: string;
  readonly on: Day;
}

/** What a reader answers to a version as a whole. */
export interface GivenAnswer {
  readonly answer: 'understood' | 'not-understood' | 'disagree';
  /** Where it is not understood, or disagreed with, in the reader's words. */
  readonly parts: readonly { readonly part: string; readonly words: string }[];
  /** Choices to the check questions, from 1. */
  readonly checks: readonly { readonly question: string; readonly choice: number }[];
}
