import { expect, it } from 'vitest';
import type { Speaker } from '../standards/encounter.core.ts';
import { withoutMenus } from './announcements.core.ts';

const who = (...lines: readonly string[]): Speaker[] => {
  const said = lines.map((line) => line.split(': ') as [Speaker, string]);
  return withoutMenus(
    said.map(([, text]) => ({ text })),
    said.map(([speaker]) => speaker),
  );
};

it('a menu before anybody speaks is nobody’s, with what was read out before it', () => {
  expect(
    who(
      'rep: Thank you for calling. This call may be recorded.',
      'rep: For billing press 2, para español, oprima tres.',
      'rep: Harbor Storage, this is Dana.',
      'customer: Hi.',
    ),
  ).toEqual(['other', 'other', 'rep', 'customer']);
});

it('keys that a rep tells of in the conversation are theirs, and a greeting without a menu is', () => {
  const lines = [
    'rep: This call is recorded. Harbor Storage, Dana.',
    'customer: Hi.',
    'rep: At the gate press 1 twice.',
  ];
  expect(who(...lines)).toEqual(['rep', 'customer', 'rep']);
});

it('where nobody but the machine is heard, it stays as the source says', () => {
  expect(who('rep: For billing press 2.', 'customer: Two.')).toEqual(['rep', 'customer']);
});
