// Values: placeholders and figures, and names by where they stand.
import { describe, expect, it } from 'vitest';
import { compiledWith, marked, quotes } from './pack.test-data.ts';

describe('values', () => {
  it.each([
    ['<money>', 'that is $59.95 a month', '$59.95'],
    ['<money>', 'fifty nine dollars and ten cents', 'fifty nine dollars and ten cents'],
    ['<money>', 'ninety five a month', 'ninety five a month'],
    ['<money>', 'it is two zero zero dollars per month', 'two zero zero dollars'],
    ['<money>', 'one seven nine a month', 'one seven nine a month'],
    ['<money>', 'it was XXXX', 'XXXX'],
    ['<number>', 'we have twelve', 'twelve'],
    ['<date>', 'by Friday', 'Friday'],
    ['<date>', 'on May 5th', 'May 5th'],
    ['<date>', 'on [DATE 1]', '[DATE 1]'],
    ['<time>', 'at 10:30', '10:30'],
    ['<time>', 'around five pm', 'five pm'],
    ['<size>', 'a five by ten', 'five by ten'],
    ['<size>', '200 sq ft', '200 sq ft'],
    ['<phone>', 'call 555-123-4567', '555-123-4567'],
    ['<phone>', 'it is [PHONE 1]', '[PHONE 1]'],
    ['<phone>', 'five five five one two three four', 'five five five one two three four'],
    ['<email>', 'at [EMAIL 1] please', '[EMAIL 1]'],
    ['<name>', 'hi [PERSON_NAME] there', '[PERSON_NAME]'],
    ['<business>', 'thank you for calling [ORGANIZATION]', '[ORGANIZATION]'],
  ])('%s in "%s"', (slot, said, found) => expect(quotes(slot, said)).toEqual([found]));

  it.each([
    ['<money>', 'I have fifty nine'],
    ['<money>', 'the [OCCUPATION] and the [DURATION] and the [URL] of a [MEDICAL_CONDITION]'],
    ['<id>', 'an [ACCIDENT] in a [LANGUAGE] by a [CANDIDATE] of the [STATEMENT]'],
    ['<number>', 'in [LANGUAGE] on a [PAGE] after an [ACCIDENT]'],
    ['<address>', 'the [STATEMENT] and the [STATUS]'],
    ['<card>', 'a [CARDIOLOGIST]'],
    ['<phone>', 'a [TELLER]'],
    ['<date>', 'may I help you'],
    ['<phone>', 'room 555'],
    ['<name>', 'hi there'],
    ['<size>', 'ten of them'],
  ])('%s not in "%s"', (slot, said) => expect(quotes(slot, said)).toEqual([]));
});

describe('a placeholder', () => {
  const slots = ['<money>', '<card>', '<phone>', '<name>', '<date>', '<email>', '<address>'];
  const counting = (said: string) => slots.filter((slot) => quotes(slot, said).length > 0);
  it.each([
    ['[PERSON_NAME]', '<name>'],
    ['[PHONE_NUMBER]', '<phone>'],
    ['[CREDIT_CARD_CVV]', '<card>'],
    ['[MONEY_AMOUNT]', '<money>'],
    ['[DATE_OF_BIRTH]', '<date>'],
    ['[LOCATION]', '<address>'],
  ])('%s counts as its own kind only', (label, slot) => expect(counting(`well ${label} then`)).toEqual([slot]));
  it.each(['[DURATION]', '[OCCUPATION]', '[INJURY]', '[LANGUAGE]', '[ORGANIZATION]'])(
    '%s counts as none of these',
    (label) => expect(counting(`well ${label} then`)).toEqual([]),
  );
  it.each(['XXXX', '####', '[REDACTED]', '[XXX]'])(
    '%s says only that something was removed, so it counts as any',
    (label) => expect(counting(`well ${label} then`)).toEqual(slots),
  );
});

describe('<rep> goes by its place', () => {
  it.each(['this is [NAME 1]', 'This is Dana', 'this is dana marsh', 'this is XXXX'])('in "%s"', (said) =>
    expect(quotes('this is <rep>', said)).toHaveLength(1),
  );
  it.each([
    'this is not',
    'this is about the bill',
    'this is ridiculous',
    'this is going nowhere',
    'this is the office',
  ])('not in "%s"', (said) => {
    expect(quotes('this is <rep>', said)).toEqual([]);
  });
});

describe('<business>', () => {
  const harbor = { business: ['Harbor Storage', 'Harbor Self Storage'], sites: [], products: [] };
  it('is the organisation’s own words where they are known', () => {
    expect(quotes('<business>', 'Harbor storage, hello', harbor)).toEqual(['Harbor storage']);
    expect(quotes('<business>', 'thank you for calling Acme', harbor)).toEqual([]);
  });
  it.each([
    'Thank you for calling Harbor Storage, this is Dana.',
    'hi, this is Dana with Harbor Storage',
    'Good morning, Harbor Storage, this is Dana',
    'Harbor Storage, how can I help you?',
  ])('is guessed in "%s"', (said) => {
    expect(quotes('<business>', said)).toHaveLength(1);
  });
  it.each(['Thank you for calling today', 'Storage, hold please.', 'this is Dana', 'hello how can I help you'])(
    'is not guessed in "%s"',
    (said) => {
      expect(quotes('<business>', said)).toEqual([]);
    },
  );
  it('is guessed only where the contact opens', () => {
    const compiled = compiledWith({ x: ['x'] }, '{says: <business>, by: rep}');
    expect(
      marked(compiled, 'rep: hi / customer: hi / rep: hm / customer: yes / rep: thanks for calling Acme Boats')
        .marks[0]!.verdict,
    ).toBe('failed');
  });
});

it('<customer> is a name that the customer said first', () => {
  const compiled = compiledWith({ x: ['x'] }, '{says: <customer>, by: rep}');
  expect(
    marked(compiled, 'rep: this is [NAME 1] / customer: I am [NAME 2] / rep: thanks [NAME 2]').marks[0]!.verdict,
  ).toBe('met');
  expect(
    marked(compiled, 'rep: this is [NAME 1] / customer: hi [NAME 1] / rep: yes [NAME 1] here').marks[0]!.verdict,
  ).toBe('failed');
});

it('a slot that only the organisation can fill is unsure without its words', () => {
  const condition = '{says: <product>, by: rep}';
  expect(marked(compiledWith({ x: ['x'] }, condition), 'rep: we have berths').marks[0]!.verdict).toBe('unsure');
  expect(
    marked(
      compiledWith({ x: ['x'] }, condition, '', { business: [], sites: [], products: ['berth', 'berths'] }),
      'rep: we have berths',
    ).marks[0]!.verdict,
  ).toBe('met');
});
