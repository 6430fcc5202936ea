// The two drawings of the page, as inline SVG placed by percentages so that they fit any width without a script.

/** A bar from 0 to `part` (0 to 1) of the width, in the colour of the text around it. */
export function barStrip(part: number): string {
  return `<svg class="strip" aria-hidden="true"><rect class="track" x="0" y="15%" width="100%" height="70%" rx="3"/><rect class="fill" x="0" y="15%" width="${at(part)}" height="70%" rx="3"/></svg>`;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A dot at the rate with its likely range; nothing but the axis where the rate is not known. `mean` is a tick to compare with;
 * `published` are short ticks above the line, or brackets where only a bound is known.
 */
export function rateStrip(
  rate: number | null,
  interval: Span | null,
  mean?: number | null,
  published: readonly Span[] = [],
): string {
  const axis = [0, 0.25, 0.5, 0.75, 1]
    .map((x) => `<line class="axis" x1="${at(x)}" x2="${at(x)}" y1="0" y2="100%"/>`)
    .join('');
  const likely =
    interval === null
      ? ''
      : `<line class="likely" x1="${at(interval.from)}" x2="${at(interval.to)}" y1="50%" y2="50%"/>`;
  const tick =
    mean === undefined || mean === null
      ? ''
      : `<line class="mean" x1="${at(mean)}" x2="${at(mean)}" y1="5%" y2="95%"/>`;
  const dot =
    rate === null ? '' : `<circle class="dot" cx="${at(rate)}" cy="50%" r="${mean === undefined ? 6 : 4.5}"/>`;
  return `<svg class="strip" aria-hidden="true">${axis}${published.map(publishedTick).join('')}${likely}${tick}${dot}</svg>`;
}

function publishedTick({ from, to }: Span): string {
  const ends = from === to ? [from] : [from, to];
  const across = from === to ? '' : `<line class="published" x1="${at(from)}" x2="${at(to)}" y1="-4" y2="-4"/>`;
  return across + ends.map((x) => `<line class="published" x1="${at(x)}" x2="${at(x)}" y1="-5" y2="5"/>`).join('');
}

function at(part: number): string {
  return `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
}
