import { expect, it } from 'vitest';
import type { Turn } from '../../standards/encounter.core.ts';
import { swaps } from './swaps.core.ts';

const turns: readonly Turn[] = [
  { speaker: 'rep', text: 'Good morning, sir. Isn’t it a small world?' },
  {
    speaker: 'customer',
    text: "My brother, he doesn't know; [NAME 1] told him. Yes, I think I'm looking for a center in Boston.",
  },
  { speaker: 'rep', text: 'She is going to help you guys.' },
];
const after = (what: string): string =>
  swaps
    .find((one) => one.what === what)!
    .of(turns, 3)!
    .map((turn) => turn.text)
    .join(' ');

it('each changes one thing about the people, turn by turn, and nothing else', () => {
  for (const swap of swaps) {
    const changed = swap.of(turns, 3);
    expect([swap.what, changed?.length]).toEqual([swap.what, turns.length]);
    expect(changed!.map((turn) => turn.speaker)).toEqual(turns.map((turn) => turn.speaker));
    expect(changed).not.toEqual(turns);
  }
});

it('swaps what it says', () => {
  expect(after('names')).not.toContain('[NAME 1]');
  expect(after('pronouns: he, she')).toContain('My brother, she doesn');
  expect(after('pronouns: they')).toContain('They is going to help');
  expect(after('places')).not.toContain('Boston');
  expect(after('forms of address')).not.toContain('sir.');
  expect(after('spelling: British for American')).toContain('centre');
  expect(after('dialect: Scottish')).toContain('doesnae ken');
  expect(after('dialect: Southern')).toContain("fixin' to help y'all");
});
