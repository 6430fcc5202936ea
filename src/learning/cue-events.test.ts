import { expect, it } from 'vitest';
import { compilePacks, noWords } from '../standards/engine/compile-packs.ts';
import { readPack } from '../standards/pack.ts';
import { cuesOfTurns } from './cue-events.ts';
import { hashOfName } from './hashed-words.core.ts';

const text = `pack: desk
language: en
cues:
  sorry: ["sorry", "I apologise"]
  refusal: ["we can not do that"]
standards:
  - id: desk.sorry
    says: Is sorry.
    met-when: {any: [sorry, refusal]}
`;

it('tells for each turn the cues heard in it, each once, by name', () => {
  const packs = compilePacks([readPack('desk.yaml', text).pack!], noWords);
  const heard = cuesOfTurns(packs, [
    { speaker: 'customer', text: 'Can I move in today?' },
    { speaker: 'rep', text: "Sorry. We can't do that, I'm sorry." },
    { speaker: 'customer', text: 'So am I, sorry.' },
  ]);
  const [sorry, refusal] = packs.cues.map((cue) => hashOfName(cue.name));
  expect(sorry).not.toBe(refusal);
  expect(heard.map((cues) => new Set(cues))).toEqual([new Set(), new Set([sorry, refusal]), new Set([sorry])]);
  expect(heard[1]).toHaveLength(2);
});
