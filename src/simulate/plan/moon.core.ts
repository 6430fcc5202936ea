// The phase of the moon, for a control that can explain nothing.

const synodicMonth = 29.530588853;
/** A new moon: 6 January 2000, 18:14 UTC (J. Meeus, Astronomical Algorithms, 1998). */
const newMoon = Date.UTC(2000, 0, 6, 18, 14);

/** Is the moon full, within a day, by its mean motion? @param time milliseconds since 1970 */
export function isFullMoon(time: number): boolean {
  const age = ((((time - newMoon) / 86_400_000) % synodicMonth) + synodicMonth) % synodicMonth;
  return Math.abs(age - synodicMonth / 2) <= 1;
}
