import { describe, expect, it } from 'vitest';
import { marksToShow } from './shown.core.ts';

const marks = (...ids: string[]) => ids.map((mark) => ({ mark, contact: `c-${mark}` }));
const shown = (worst: string[], examples: string[], most: number) =>
  marksToShow(marks(...worst), marks(...examples), most).map((one) => one.mark);

describe('the failures that a report shows', () => {
  it('are the worst, in their order', () => {
    expect(shown(['a', 'b', 'c'], [], 2)).toEqual(['a', 'b']);
    expect(shown(['a', 'b', 'c'], ['b'], 3)).toEqual(['a', 'b', 'c']);
  });
  it('always hold the example of each pattern, for which others make room', () => {
    expect(shown(['a', 'b', 'c'], ['x'], 3)).toEqual(['a', 'b', 'x']);
    expect(shown(['a', 'b', 'c'], ['c', 'x'], 3)).toEqual(['a', 'c', 'x']);
  });
});
