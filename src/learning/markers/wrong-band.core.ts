// The band of chances in which what was learned was about as often wrong as right: there it says that it is unsure.

/** Inside the band it was right in less than this share of the contacts. */
const noBetter = 0.6;
/** The band takes no more than this share of the contacts, and at least so many of them. */
const mostShare = 0.15;
const leastContacts = 8;

/**
 * The widest band about the cut in which fewer than three in five were right.
 * @param chances of *met*, of contacts that the weights were not learned from @param met 1 or 0 for each
 */
export function wrongBand(
  chances: ArrayLike<number>,
  met: ArrayLike<number>,
  cut: number,
): { readonly from: number; readonly to: number } {
  const none = { from: 1, to: 0 };
  const order = Array.from({ length: chances.length }, (_, at) => at).toSorted((a, b) => chances[a]! - chances[b]!);
  const split = order.findIndex((at) => chances[at]! >= cut);
  const middle = split < 0 ? order.length : split;
  const most = Math.floor(order.length * mostShare);
  let best = none;
  let widest = 0;
  // From how many below the cut to how many above it; both ends move over a few contacts only.
  for (let below = 0; below <= Math.min(most, middle); below++) {
    let right = 0;
    for (let at = middle - below; at < middle; at++) right += Number(met[order[at]!] === 0);
    for (let above = 0; above <= Math.min(most - below, order.length - middle); above++) {
      if (above > 0) right += Number(met[order[middle + above - 1]!] === 1);
      const all = below + above;
      if (all < leastContacts || all <= widest || right / all >= noBetter) continue;
      widest = all;
      const first = chances[order[middle - below] ?? order[middle]!]!;
      const last = chances[order[middle + above - 1]!] ?? cut;
      // A hair wider than what was seen, so that those at its ends are inside.
      best = { from: Math.min(first, cut) - 1e-9, to: Math.max(last, cut) + 1e-9 };
    }
  }
  return best;
}
