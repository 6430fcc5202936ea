import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from './cards.core.ts';
import { redactContact } from './redact-contact.core.ts';

const key = new Uint8Array(32).fill(1);

/** Redacts turns of two speakers who alternate. */
function redact(...turns: string[]): readonly string[] {
  const labelled = turns.map((text, at) => ({ text, label: at % 2 === 0 ? 'A' : 'B' }));
  return redactContact({ turns: labelled, knownNames: [], answers: [], key }).texts;
}

function only(text: string): string {
  return redact(text)[0]!;
}

describe('what is hidden', () => {
  it.each([
    ['My card is 4111 1111 1111 1111.', 'My card is [CARD 1].'],
    ['my card is four one one one one one one one one one one one one one one one', 'my card is [CARD 1]'],
    ['it is four triple one double one double one one one one one one one one one', 'it is [CARD 1]'],
    ['378282246310005 and the cvv is 1234', '[CARD 1] and the cvv is [CARD CODE 1]'],
    ['My social is 219-09-9999.', 'My social is [ID 1].'],
    ['My NI number is QQ 12 34 56 C, or AB 12 34 56 C.', 'My NI number is [ID 1], or [ID 2].'],
    ['I was born on March 3rd, 1985.', 'I was born on [BIRTH DATE 1].'],
    ['dob 3/14/1985', 'dob [BIRTH DATE 1]'],
    ['Write to dana.w@mail.example today.', 'Write to [EMAIL 1] today.'],
    ['write to dana dot w at gmail dot com', 'write to [EMAIL 1]'],
    ['it is dana at gmailcom', 'it is [EMAIL 1]'],
    ['Call (619) 555-0142 or +44 7700 900123.', 'Call [PHONE 1] or [PHONE 2].'],
    ['call six one nine five five five oh one four two', 'call [PHONE 1]'],
    ['I live at 42 Oak Street, Apt 3.', 'I live at [ADDRESS 1].'],
    ['Mail goes to PO Box 119.', 'Mail goes to [ADDRESS 1].'],
    ['My password is bluebird7!', 'My password is [PASSWORD 1]!'],
    ['password is "correct horse battery staple".', 'password is "[PASSWORD 1]".'],
    ["PW is 'hunter two'", "PW is '[PASSWORD 1]'"],
    ['customer id (555) 867-5309', 'customer id [ID 1]'],
    ['pw: S3cret!', 'pw: [PASSWORD 1]!'],
    ['my pass word is swordfish', 'my pass word is [PASSWORD 1]'],
    ['The gate code is 4471#.', 'The gate code is [GATE CODE 1].'],
    ['DOB 03/14/1982', 'DOB [BIRTH DATE 1]'],
    ['Caller, DOB: 03-14-1982, PIN A1B2', 'Caller, DOB: [BIRTH DATE 1], PIN [PASSWORD 1]'],
    ['unit 12 (555) 867-5309', 'unit 12 [PHONE 1]'],
    ['order 4 and (555) 867-5309; 555.867.5309', 'order 4 and [PHONE 1]; [PHONE 1]'],
    ['My policy number is AB-1234567.', 'My policy number is [ID 1].'],
  ])('%s', (text, expected) => {
    expect(only(text)).toBe(expected);
  });

  it.each([
    ['What is the security code?', "It's 123.", "It's [CARD CODE 1]."],
    ['gate code?', 'four four seven one pound', '[GATE CODE 1]'],
    ['Gate code?', 'star 4 4 8 2 pound', '[GATE CODE 1]'],
    ['What is your gate code?', 'Mine was 88213.', 'Mine was [GATE CODE 1].'],
    ['What is your gate code?', 'I forgot it. Mine was 88213.', 'I forgot it. Mine was [GATE CODE 1].'],
    ['Your date of birth?', 'zero four one five one nine eight nine', '[BIRTH DATE 1]'],
    ['And your zip code?', '92101', '[ADDRESS 1]'],
    ['May I have your name, please?', 'tavion brewick', '[NAME 1]'],
    ['Last name?', 'B R E W I C K', '[NAME 1]'],
  ])('an answer: %s %s', (question, answer, expected) => {
    expect(redact(question, answer)[1]).toBe(expected);
  });

  it('is a card dictated in groups with the other saying okay between', () => {
    expect(
      redact('The card number?', '4111', 'okay', '1111', 'okay', '1111', 'go on', '1111').filter(
        (text) => text === '[CARD 1]',
      ),
    ).toHaveLength(4);
  });

  it('is a telephone number beside a unit', () => {
    expect(redact('Your unit is ready.', '619-555-0142 for unit 12')[1]).toBe('[PHONE 1] for unit 12');
  });

  it('is what was read back while a card was dictated', () => {
    expect(redact('Your card?', '4111 1111', '4111 1111, yes', '1111 1111')[2]).toBe('[CARD 1], yes');
  });
});

describe('names', () => {
  it('are found by their place and then wherever they recur, one number for one person', () => {
    expect(
      redact(
        'Thank you for calling Harbor Storage, this is Tavia Brewick.',
        'Hi Tavia, I am Joquez.',
        'Hello Joquez.',
        'So, Ms. Brewick, do you have a unit?',
      ),
    ).toEqual([
      'Thank you for calling Harbor Storage, this is [NAME 1].',
      'Hi [NAME 1], I am [NAME 2].',
      'Hello [NAME 2].',
      'So, Ms. [NAME 1], do you have a unit?',
    ]);
  });

  it('are found where nothing is written with a capital', () => {
    expect(
      redact(
        'thank you for calling harbor storage this is tavia how can i help',
        'hi tavia my name is joquez brewick i need a unit',
      ),
    ).toEqual([
      'thank you for calling harbor storage this is [NAME 1] how can i help',
      'hi [NAME 1] my name is [NAME 2] i need a unit',
    ]);
  });

  it('that the source states are found with nothing said about them', () => {
    const { texts } = redactContact({
      turns: [{ text: 'so tavia told brewick no' }],
      knownNames: ['Tavia Brewick', '+1 619 555 0142'],
      answers: [],
      key,
    });
    expect(texts).toEqual(['so [NAME 1] told [NAME 1] no']);
  });

  it.each([
    [
      ["Hello, I'm Will.", 'Okay, Will. When will you come?'],
      ["Hello, I'm [NAME 1].", 'Okay, [NAME 1]. When will you come?'],
    ],
    [
      ['This is Grace Long, hi.', 'Alright Grace, how long is it for?'],
      ['This is [NAME 1], hi.', 'Alright [NAME 1], how long is it for?'],
    ],
    [
      ["It's Do. I need a unit.", 'Thank you, Do. I do have one.'],
      ["It's [NAME 1]. I need a unit.", 'Thank you, [NAME 1]. I do have one.'],
    ],
    [
      ['my name is rich. hello', 'thank you, rich. a rich choice'],
      ['my name is [NAME 1]. hello', 'thank you, [NAME 1]. a rich choice'],
    ],
    [
      ['You are speaking with Joy.', 'Hi Joy, I need help.'],
      ['You are speaking with [NAME 1].', 'Hi [NAME 1], I need help.'],
    ],
  ])('that are everyday words are found where two people tell them: %s', (turns, expected) =>
    expect(redact(...turns)).toEqual(expected),
  );

  it.each([
    ["I'm done.", 'Okay, done.'],
    ["I'm Great, thanks.", 'Okay, Great. Bye.'],
    ["i'm so, so sorry", 'okay, so, let me look'],
    ["I'm Sure. No doubt.", 'Alright, will do'],
    ["I'm Fine and you?", 'I am well, thank you. Okay, fine.'],
    ["it's long", 'okay, long story'],
    ["I'M DONE.", 'OKAY, DONE.'],
    ["I'm Ready. Okay, Ready. yes", 'Lovely.'],
  ])('are not made of words that nobody is called by: %s / %s', (...turns) => expect(redact(...turns)).toEqual(turns));

  it('that are words too are hidden only with a capital that means something', () => {
    expect(redact('My name is Will and I will call. Ask for Will, he will help.')).toEqual([
      'My name is [NAME 1] and I will call. Ask for [NAME 1], he will help.',
    ]);
  });

  it.each([
    ["Siobhan O'Rourke-McAllister will call you", '[NAME 1] will call you'],
    ['Tell Xiuying Zhao too', 'Tell [NAME 1] too'],
    ['Was Josephina Tattersall polite', 'Was [NAME 1] polite'],
    ["Hi, it's Tavia. I need a unit.", "Hi, it's [NAME 1]. I need a unit."],
    ['can I speak to jean-luc', 'can I speak to [NAME 1]'],
    ['Hello, can I speak to jean-luc please', 'Hello, can I speak to [NAME 1] please'],
    ['hi its tom from downstairs', 'hi its [NAME 1] from downstairs'],
    ['Hi its tavia from downstairs', 'Hi its [NAME 1] from downstairs'],
  ])('are found with no more than their shape: %s', (text, expected) => {
    expect(only(text)).toBe(expected);
  });

  it('another person with the same last name has another number', () => {
    expect(only('My name is Tavia Brewick and my husband Joquez Brewick is with me.')).toBe(
      'My name is [NAME 1] and my husband [NAME 2] is with me.',
    );
  });
});

describe('what survives', () => {
  it.each([
    'this is ridiculous',
    'This is about my bill.',
    "I'm calling on Monday, in March.",
    "I'm lookin' for a unit, we're fixin' to move, and I’m sayin’ so.",
    'Hi there, thank you so much, goodbye.',
    'A 10 by 10 is $120.50 a month, 5 minutes down the road.',
    'unit 1204 on the second floor, 5, 10, 15, 20, 25, 30 and 35 feet',
    'We opened in 2019 and close at 6 pm.',
    'My password is not working.',
    '10x10 for ssn please',
    'The unit at Ermine Valley Road is near Palo Alto, CA and costs $95.',
    'She rented from Harbor Self Storage on Bay Street in March, near Main Street East.',
    'Can I speak to someone else?',
    'one of the two of us will come at one thirty',
    '[PERSON_NAME] gave XXXX and <PHONE> for {NAME}, ****1111',
    'Look at harbor dot com.',
    'Thank you for calling Harbor Storage, this is the front desk.',
    'It will be Partly Cloudy all day on Sunday, then Raining.',
  ])('%s', (text) => {
    expect(only(text)).toBe(text);
  });
});

it('a place that is asked for beside a name survives', () => {
  const turns = ['May I have your venue and host name, please?', 'West Bay Venue, and I am the host.'];
  expect(redact(...turns)).toEqual(turns);
});

describe('a form', () => {
  it('has its answers redacted in the light of the question', () => {
    const { answers } = redactContact({
      turns: [],
      knownNames: [],
      answers: [
        { question: 'Your name', answer: 'Tavia Brewick' },
        { question: 'Was the site clean?', answer: 'Yes, ask tavia' },
        { question: 'Was anybody rude?', answer: 'Ermintrude Featherstonehaugh' },
        { question: 'Which site?', answer: 'Ermine Valley' },
      ],
      key,
    });
    expect(answers).toEqual([
      { question: 'Your name', answer: '[NAME 1]' },
      { question: 'Was the site clean?', answer: 'Yes, ask [NAME 1]' },
      { question: 'Was anybody rude?', answer: '[NAME 2]' },
      { question: 'Which site?', answer: 'Ermine Valley' },
    ]);
  });
});

describe('laws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'my name is ',
      'Tavia',
      ' speaking',
      '4111 1111 1111 1111',
      ' cvv 123',
      '[NAME 1]',
      '[NAME',
      ' double four ',
      'your gate code? ',
      'at gmail dot com',
      ' oh oh one two three ',
      '42 Oak Street',
      'password is ',
      '****',
      'born ',
      '3/4/85',
      '@',
      '.',
      '619-555-0142',
      'S M I T H',
    ),
  );
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(' '));
  const contact = fc.array(text, { maxLength: 6 });

  it('never throws, keeps the number of turns, and a second time changes nothing', () => {
    fc.assert(
      fc.property(contact, (turns) => {
        const once = redact(...turns);
        expect(once).toHaveLength(turns.length);
        expect(redact(...once)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('no run of digits that passes the Luhn check survives', () => {
    const body = fc.stringMatching(/^[0-9]{12,18}$/);
    const separators = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(
        body,
        separators,
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom('', 'Pay with ', 'it was charged to '),
        (digits, separator, size, lead) => {
          const check = '0123456789'.split('').find((digit) => passesLuhn(digits + digit))!;
          const written = (digits + check).match(new RegExp(`.{1,${size}}`, 'g'))!.join(separator);
          const left = only(`${lead}${written} today`);
          const run = left.replaceAll(/(?<=\d)[ -](?=\d)/g, '').match(/\d{13,19}/)?.[0];
          expect(run === undefined || !passesLuhn(run)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('what stood as a placeholder before is never given to something else', () => {
    expect(only('[NAME 1] said my name is Tavia')).toBe('[NAME 1] said my name is [NAME 2]');
  });

  it('is linear: ten times the text takes nothing like a hundred times as long', () => {
    const hostile = [
      '4111 1111 ',
      'my name is a b c ',
      'a@',
      'at x dot ',
      '12 oak ',
      'gate code 12 ',
      '[NAME ',
      '((((',
      'one two three ',
      'i am zq and ',
    ];
    for (const bit of hostile) {
      const took = (times: number): number => {
        const before = performance.now();
        only(bit.repeat(times));
        return performance.now() - before;
      };
      took(500);
      expect(took(10_000)).toBeLessThan(Math.max(60 * took(1000), 1500));
    }
  });

  it('the same input gives the same output', () => {
    fc.assert(
      fc.property(contact, (turns) => {
        expect(redact(...turns)).toEqual(redact(...turns));
      }),
      { numRuns: 50 },
    );
  });
});
