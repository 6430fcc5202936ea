// How often words are said, so that a phrase is looked for by its rarest part. Rough figures for talk at a desk or on the telephone:
// they decide nothing but speed.

// Words by about how often each comes in 10,000 words.
const bands: readonly (readonly [number, string])[] = [
  [330, 'you i the to'],
  [200, 'and a that it is'],
  [110, 'of for in have are your can do on so we me not my okay this be'],
  [
    60,
    'what with just if yeah all was at no will would know right or but they one there like out up get get about how please',
  ],
  [
    35,
    'thank thanks yes need now from then any number an time see let when go well he she said want good an some here them been as am',
  ],
  [
    20,
    'name because had has going day much great call call does look make more other over sure did which us could other were their than',
  ],
  [
    12,
    'help sorry today also may hello hi phone back two address looking take give say tell something who where anything still email put',
  ],
  [
    6,
    'find later before calling work price people things check next first same way should too really very lot little pay month year',
  ],
];
const common = new Map(bands.flatMap(([often, words]) => words.split(' ').map((word) => [word, often] as const)));

/** How often a word comes in 10,000, about. The edges of a turn, `^` and `$`, count as words. */
export function oftenSaid(word: string): number {
  return common.get(word) ?? (word === '^' || word === '$' ? 600 : 2);
}

/** How often any of a kind of words comes in 10,000, about. */
export const oftenOfKind = { any: Number.POSITIVE_INFINITY, content: 3000, nameLike: 1500, value: 300 } as const;
