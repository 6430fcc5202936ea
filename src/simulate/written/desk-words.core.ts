// What people of a made-up organisation did at the desk with what is written: what they looked for in vain, how a procedure was run, and a
// change of one that waits to be approved.

/** Searches that find nothing, each as often as it was asked. */
export const lookedForInVain: readonly (readonly [words: string, times: number])[] = [
  ['flat tyre on the moving truck', 3],
  ['wasps in a unit', 2],
  ['lost padlock at night', 1],
];

/** What became of a run, step by step from the first; what is left over is done. */
export interface RunAtDesk {
  readonly words: readonly (
    | { readonly what: 'done' }
    | { readonly what: 'skipped' | 'unclear'; readonly why: string }
  )[];
  readonly ended: boolean;
}

export const runsAtDesk: readonly RunAtDesk[] = [
  { words: [{ what: 'done' }, { what: 'unclear', why: 'Which of the two forms?' }], ended: true },
  { words: [{ what: 'done' }, { what: 'skipped', why: 'They had no time.' }], ended: true },
  { words: [{ what: 'done' }], ended: false },
];

/** The introduction that a change of a policy adds, which waits for approval. */
export const waitingIntro = 'So that whoever calls hears the same from each of us.';
