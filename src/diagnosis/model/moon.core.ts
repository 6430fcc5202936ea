// The phase of the moon, which explains nothing: that is what it is asked for.
import type { Moment } from '../../kernel/moment.ts';

const dayLength = 86_400_000;
const radians = Math.PI / 180;

/**
 * The instant of the full moon nearest to a time, in milliseconds since 1970. The periodic terms over a minute and a half of
 * Meeus 1998 (Astronomical Algorithms, chapter 49) are in it: right within some minutes, and within two of dynamical time.
 */
export function nearestFullMoon(time: number): number {
  const julian = time / dayLength + 2_440_587.5;
  const nth = Math.round((julian - 2_451_550.09766) / 29.530588861 - 0.5) + 0.5;
  const centuries = nth / 1236.85;
  const sun = (2.5534 + 29.1053567 * nth) * radians;
  const moon = (201.5643 + 385.81693528 * nth) * radians;
  const latitude = (160.7108 + 390.67050284 * nth) * radians;
  const eccentricity = 1 - 0.002516 * centuries;
  const full =
    2_451_550.09766 +
    29.530588861 * nth -
    0.40614 * Math.sin(moon) +
    0.17302 * eccentricity * Math.sin(sun) +
    0.01614 * Math.sin(2 * moon) +
    0.01043 * Math.sin(2 * latitude) +
    0.00734 * eccentricity * Math.sin(moon - sun) -
    0.00515 * eccentricity * Math.sin(moon + sun) +
    0.00209 * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * latitude);
  return (full - 2_440_587.5) * dayLength;
}

/** Is it within one day of a full moon? */
export function isNearFullMoon(at: Moment): boolean {
  const time = Date.parse(at);
  return Math.abs(nearestFullMoon(time) - time) <= dayLength;
}
