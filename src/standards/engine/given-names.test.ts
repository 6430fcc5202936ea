// A name that somebody gives and is called by is read as [NAME 1] is: whichever name, with capitals or without. What only sounds
// like one ("I'm done", "okay, so") stays a word.
import { describe, expect, it } from 'vitest';
import { compiledWith, marked, quotesOf, talk } from './pack.test-data.ts';

const compiled = compiledWith(
  {
    it: ['<name>'],
    words: ['will grace do so long blessing frank joy done ready fine love mark great speak help over'],
  },
  '{says: it, by: anyone, count: ">= 1"}',
);

function namesIn(lines: string): string[] {
  const encounter = talk(lines);
  return marked(compiled, lines).marks.flatMap((mark) => quotesOf(encounter, mark));
}

describe('a name that was given', () => {
  it.each([
    ["customer: I need a unit. I'm Anke. / rep: Okay, Anke. What size?", ['Anke', 'Anke']],
    ["customer: i need a unit. i'm anke. / rep: okay, anke. what size?", ['anke', 'anke']],
    ['customer: hi my name is anke / rep: thank you anke what size do you need', ['anke', 'anke']],
    ['customer: This is Thảo Vu. / rep: Thank you, Thảo. Is that Mr. Vu?', ['Thảo', 'Vu', 'Thảo', 'Vu']],
    ['customer: Can you help? Siobhán here. / rep: Sure, Siobhán, I can.', ['Siobhán', 'Siobhán']],
    ["customer: I'm Chidi. / rep: Anything else, Chidi?", ['Chidi', 'Chidi']],
    [
      "customer: I'm Chidi. / rep: Is Chidi's card the one on file? / rep: Thanks, Chidi.",
      ['Chidi', "Chidi's", 'Chidi'],
    ],
    ['customer: My name is Oluwaseun. How much is it? / rep: It is ninety.', ['Oluwaseun']],
    ["rep: You're speaking with Femke. / customer: Hi Femke, I need a room.", ['Femke', 'Femke']],
  ])('is one wherever it is said again: %s', (lines, expected) => expect(namesIn(lines)).toEqual(expected));

  it.each([
    ["customer: I'm Will. / rep: Okay, Will. What size will you need?", ['Will', 'Will']],
    ["customer: I'm Do. / rep: Alright Do, what do you need?", ['Do', 'Do']],
    ["customer: It's Grace Long. / rep: Thank you, Grace. How long is it for?", ['Grace', 'Long', 'Grace']],
    ["customer: Hello. I'm Blessing I would like a room / rep: Okay, Blessing. Bye.", ['Blessing', 'Blessing']],
    ['customer: my name is frank / rep: thank you, frank. to be frank it is full', ['frank', 'frank']],
  ])('is one where they are called by it, though it is a word elsewhere: %s', (lines, expected) =>
    expect(namesIn(lines)).toEqual(expected),
  );
});

describe('no name', () => {
  it.each([
    "customer: I'm done. / rep: Okay, done.",
    "customer: I'm ready / rep: okay, ready?",
    "customer: I'm so, so sorry. / rep: Okay, so, let me look.",
    "customer: I'm good. / rep: Alright, good.",
    "customer: I'm Great. / rep: okay, great.",
    "customer: I'm Great. / rep: Okay, Great. Thank you.",
    "customer: I'm livid. / rep: I can hear that.",
    'customer: This is outrageous. / rep: Okay, long story.',
    'customer: my name is misspelled / rep: alright, will do',
    'customer: my name is on the account / rep: okay, on which account?',
    "customer: It's Cambridge. / rep: And when do you leave?",
    "customer: I'M DONE. / rep: OKAY, DONE.",
    'customer: Which hotel? / rep: The name is Cityroomz. The hotel name is Alexander.',
    "customer: It's Monday. / rep: Okay, Monday.",
    "customer: I'm Ten. / rep: Okay, ten.",
  ])('in %s', (lines) => expect(namesIn(lines)).toEqual([]));

  it('where nobody else calls them by it', () =>
    expect(namesIn("customer: I'm Italian. Okay, Italian. / rep: Lovely.")).toEqual([]));
});
