// A lesson: moments in an order, with the trainer's words, for everybody or for some sites.
export const lessonStates = ['being-made', 'out', 'ended'] as const;
export type LessonState = (typeof lessonStates)[number];

export interface LessonPart {
  /** A pinned moment; null for words alone. */
  readonly moment: string | null;
  readonly says: string;
}

export interface LessonContent {
  readonly title: string;
  readonly says: string;
  /** What it is about, beside the standards of its moments. */
  readonly standards: readonly string[];
  /** Tasks as certificates and duties call them. */
  readonly tasks: readonly string[];
  /** Empty: for everybody. */
  readonly sites: readonly string[];
  readonly parts: readonly LessonPart[];
}

export const mostParts = 40;
export const longestTitle = 120;
export const longestWords = 4000;

/** What keeps it from being given out, as a sentence; null where nothing does. */
export function missingToGiveOut({ title, parts }: Pick<LessonContent, 'title' | 'parts'>): string | null {
  if (title.trim() === '') return 'Give it a title.';
  return parts.some((one) => one.moment !== null) ? null : 'Put at least one moment in.';
}

/** Every word that is looked for must stand in one of the texts, or begin a word of it. */
export function hasWords(texts: readonly string[], looked: string): boolean {
  const all = ` ${texts
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return looked
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => all.includes(` ${word}`));
}
