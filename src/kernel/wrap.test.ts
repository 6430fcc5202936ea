import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapped } from './wrap.ts';

it('keeps every word in its order, and no line of several words is wider than asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrapped(text, width);
      expect(lines.join(' ')).toBe(text.split(/\s+/).filter(Boolean).join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
  );
});
