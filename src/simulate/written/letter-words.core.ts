// What people of a made-up organisation write against a rule: by the standard that the rule stands in the way of.

interface LetterWords {
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
}

const own: Readonly<Record<string, LetterWords>> = {
  'storage.price-with-value': {
    wrong: 'We have to read the price from the sheet and may not say a word about what it buys.',
    why: 'A caller hears a number, compares it with the cheapest place in town, and hangs up. The cameras, the carts and the hours are why people stay with us, and we may not name them.',
    solution: 'Let us say with every price what comes with it, in one sentence.',
  },
  'phone.visit-invited': {
    wrong: 'Nobody may see a unit before a deposit is paid.',
    why: 'People ask whether they can look first. We say no, and they go and look somewhere else.',
    solution: 'Let us invite every caller to come and see the place, on the same day if they like.',
  },
  'phone.business-and-name': {
    wrong: 'We answer with one word, and callers ask whether they have reached the right place.',
    why: 'It saves three seconds and costs ten: they ask who we are, and then who is speaking.',
    solution: 'A greeting, the name of the business and our own.',
  },
  'desk.hello-said': {
    wrong: 'We are to finish what is on the screen before we look up.',
    why: 'Whoever comes in stands there and looks at the top of a head. Some turn round again.',
    solution: 'Stand up and greet first; the entry can wait half a minute.',
  },
  'enquiry.need-before-price': {
    wrong: 'We have to name the price of the smallest unit within the first minute.',
    why: 'It is the wrong unit for most who call, so we quote twice and the second price sounds like a trick.',
    solution: 'Two questions first, then the price of what fits.',
  },
  'storage.late-fee-explained': {
    wrong: 'We may not explain a late fee.',
    why: 'People who understand a fee pay it. People who don’t come to the desk and shout.',
    solution: 'Let us say where the fee comes from and what would help.',
  },
  'complaint.remedy-offered': {
    wrong: 'Every remedy waits for head office, however small.',
    why: 'A lock of twelve dollars takes two weeks. By then the customer has told everybody.',
    solution: 'Let us put things right alone up to fifty dollars.',
  },
};

/** @param clause the rule's words @param step what a procedure would ask instead */
export function letterWords(standard: string, clause: string, step: string): LetterWords {
  return (
    own[standard] ?? {
      wrong: `The rule says: ${clause} It keeps us from doing what customers come for.`,
      why: 'They ask for it, we refuse, and nobody can tell them what it is good for.',
      solution: `Take it back, and let us work like this: ${step}`,
    }
  );
}

/** Of a rule that somebody has written about already. */
export function againWords(title: string, clause: string): LetterWords {
  return {
    wrong: `${title}: it was asked before, and here nothing has changed.`,
    why: `The rule still says: ${clause} We count it at the desk now, and it comes up on most days.`,
    solution: 'Set it aside here for a month, and look at what customers do.',
  };
}

/** What those who answer say, by how it ended. */
export const answerWords = {
  adopted: 'You are right, and the contacts say so too. The rule goes.',
  written: 'Written with three of those who signed, and tried at one desk for a week.',
  refused: 'The rule came from head office after a complaint, and I can’t set it aside for one site.',
  inPart: 'One sentence more is allowed from now on. The rest stays until we have seen what it does.',
  said: 'Could you count for two weeks how often it is asked for?',
  counted: 'Eleven times in two weeks, and four of them left.',
} as const;
