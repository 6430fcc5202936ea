// How often, as people say it: the nearest fraction that is heard.

/** `About 1 time in 3`, `Almost every time`, `About 2 times in 3`: the nearest fraction that people say. */
export function oneIn(times: number, of: number): string {
  const share = times / Math.max(1, of);
  if (share >= 0.93) return 'Almost every time';
  const fractions = [
    [1, 2],
    [1, 3],
    [2, 3],
    [1, 4],
    [3, 4],
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [1, 6],
    [1, 8],
    [1, 10],
    [9, 10],
  ] as const;
  if (share < 0.08) return `About 1 time in ${Math.max(2, Math.round(1 / Math.max(share, 1e-6)))}`;
  const [top, bottom] = fractions.toSorted((a, b) => Math.abs(a[0] / a[1] - share) - Math.abs(b[0] / b[1] - share))[0]!;
  return `About ${top} ${top === 1 ? 'time' : 'times'} in ${bottom}`;
}
