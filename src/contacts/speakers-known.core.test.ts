import { describe, expect, it } from 'vitest';
import { nobodyKnown, SpeakersCounted } from './speakers-known.core.ts';

describe('who speaks is not known', () => {
  it('where no label says it and the words leave doubt', () => {
    const said = (label: string | null) => ({ turns: [{ label }, { label: null }] });
    expect(nobodyKnown(said(null), 0.4)).toBe(true);
    expect(nobodyKnown(said(' '), 0.4)).toBe(true);
    expect(nobodyKnown(said(null), 0.9)).toBe(false);
    expect(nobodyKnown(said('A'), 0.4)).toBe(false);
    expect(nobodyKnown({ turns: [] }, 0)).toBe(false);
  });

  it('is said once, of how many', () => {
    const told = (...unknown: boolean[]) => {
      const counted = new SpeakersCounted();
      counted.add(...unknown);
      return counted.sentence();
    };
    expect(told(false)).toBeNull();
    expect(told(true, true)).toMatch(/^None of the 2 contacts says who speaks, .* is left open there\./);
    expect(told(true, false, false)).toMatch(/^1 of 3 contacts don’t say/);
  });
});
