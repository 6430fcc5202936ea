// What became of customers, in sentences: one for each question that had enough to it, one for those that hadn't.
import { type CustomersAnswer, type CustomerQuestion, daysFor } from './customers.core.ts';

const happenedWords: Readonly<Record<CustomerQuestion, { of: string; did: string }>> = {
  'came-back': { of: 'customers who left undecided', did: 'came back' },
  'came-again': { of: 'contacts that were no enquiry', did: 'were followed by another about the same' },
  left: { of: 'customers', did: 'gave up what they had' },
};

/** Nothing where no contact says whose it is. */
export function customersTold(answers: readonly CustomersAnswer[]): string[] {
  const told = answers.flatMap((one): string[] => {
    const { change, question, happened, asked } = one;
    if (change === null) return [];
    const { of, did } = happenedWords[question];
    const head = `Of ${asked.toLocaleString('en-US')} ${of}, ${happened.toLocaleString('en-US')} ${did} within ${daysFor[question]} days`;
    if (change.from <= 0 && change.to >= 0)
      return [
        `${head}; whether standards kept change that can’t be told (${signed(change.from)} to ${signed(change.to)} of 100).`,
      ];
    const most = Math.max(Math.abs(change.from), Math.abs(change.to));
    const least = Math.min(Math.abs(change.from), Math.abs(change.to));
    return [
      `${head}; had every standard been kept, about ${points(Math.abs(change.value))} ${change.value > 0 ? 'more' : 'fewer'} of 100 would have (${points(least)} to ${points(most)}).`,
    ];
  });
  const thin = answers.filter(({ change, asked }) => change === null && asked > 0);
  if (thin.length > 0 && told.length < answers.length)
    told.push(
      `Too few to tell yet: ${thin.map(({ question, asked, happened }) => `${happenedWords[question].of} (${happened} of ${asked} ${happenedWords[question].did})`).join('; ')}.`,
    );
  return told;
}

function points(share: number): string {
  const value = share * 100;
  return value < 9.95 ? `${Math.round(value * 10) / 10}` : `${Math.round(value)}`;
}

function signed(share: number): string {
  return `${share < 0 ? '-' : '+'}${points(Math.abs(share))}`;
}
