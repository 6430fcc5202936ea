// Calls made from a seed, for measuring how work grows: ordinary sentences in an ordinary order, about as long as asked.
// Their words mean nothing for accuracy; nobody tunes a cue on them.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const opening = [
  [
    'Thank you for calling Harbor Storage, this is Dana, how can I help you today?',
    'Hi, um, I was wondering what a ten by ten would run me a month.',
  ],
  ['Harbor Storage.', 'Yeah hi, I need some place to put my stuff while we move, do you have anything?'],
  [
    'Good morning, Harbor Storage, Lee speaking.',
    'Hello, I got a bill here and it says I owe a late fee and I do not know why.',
  ],
  ['Storage, can you hold please?', 'I, okay, I guess so, I just wanted to ask about the gate hours.'],
] as const;
const middle = [
  ['What are you looking to store with us?', 'Mostly furniture, a couch and two beds, and maybe forty boxes.'],
  ['When do you think you would need it by?', 'Probably the end of the month, the lease is up on the thirtieth.'],
  [
    'Okay so the ten by ten is ninety five dollars a month and that comes with our door alarm.',
    'Hmm, that is more than the other place down the road wanted.',
  ],
  [
    'I understand, it adds up. Can I ask what they quoted you and for what size?',
    'They said seventy nine but it was smaller I think.',
  ],
  ['That is our policy, I can not waive it.', 'Well I have been a customer for six years and nobody told me about it.'],
  ['Let me check that for you, one moment please.', 'Sure, take your time, I am just driving anyway.'],
  [
    'The gate is open from six in the morning until ten at night every day.',
    'Good, I work late so that matters to me.',
  ],
  [
    'Would you like to come by and have a look at it this afternoon?',
    'I could do maybe four thirty if the traffic is not too bad.',
  ],
  [
    'You would need a lock, we have those here or you can bring your own.',
    'I have one somewhere in a box, I will find it.',
  ],
  [
    'And can I get your name and a good number to reach you?',
    'It is Pat, and the number is five five five zero one four two.',
  ],
  ['So that is a ten by ten on the ground floor from the first.', 'Yes that is right, that sounds about right to me.'],
  [
    'We also do have the insurance that is twelve dollars and it covers two thousand.',
    'I think my renters covers it, let me ask my wife.',
  ],
] as const;
const ending = [
  ['Is there anything else I can help you with today?', 'No that is all, thank you.'],
  ['Okay then, bye.', 'Bye.'],
  ['I will hold that unit for you until Friday, thank you for calling.', 'Great, thanks so much, see you then.'],
] as const;

/** One made contact as nested turns, about `words` words long, with times of a human pace. */
export function madeCall(seed: number, index: number, words: number): object {
  const chance = xoroshiro128plus(seed * 1_000_003 + index);
  const pairs: (readonly [string, string])[] = [pick(chance, opening)];
  let count = 40;
  while (count < words) {
    const pair = pick(chance, middle);
    pairs.push(pair);
    count += pair[0].split(' ').length + pair[1].split(' ').length;
  }
  pairs.push(pick(chance, ending));
  let clock = 0;
  const turns = pairs.flat().map((text, at) => {
    const start = clock;
    clock += text.split(' ').length / 2.6;
    const end = clock;
    clock += 0.3 + (chance.next() >>> 0) / 2 ** 32;
    return {
      speaker: at % 2 === 0 ? 'agent' : 'customer',
      text,
      start: Number(start.toFixed(2)),
      end: Number(end.toFixed(2)),
    };
  });
  return {
    id: `made-${seed}-${String(index).padStart(7, '0')}`,
    channel: 'phone',
    site: `site-${index % 14}`,
    rep: `rep-${index % 60}`,
    turns,
  };
}

function pick<T>(chance: RandomGenerator, from: readonly T[]): T {
  return from[(chance.next() >>> 0) % from.length]!;
}
