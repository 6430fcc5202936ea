// What a leading answer means for all failures like it: what is the matter, and what to do, each one plain sentence
// without a name. Keyed by the detail of the answer.
import { titleOf } from '../standards/title.core.ts';
import type { FailedStandard } from './failure.core.ts';

interface Remedy {
  readonly matter: string;
  /**
   * Begins with a verb. `{name}` is the standard's title in quotation marks; `{it}` what should be done: the title again, or
   * for an act what to do instead of it.
   */
  readonly fix: string;
}

const remedies: Readonly<Record<string, Remedy>> = {
  missing: { matter: 'Nothing in writing asked for it.', fix: 'Write it into a procedure and have it read: {it}' },
  'out-of-scope': {
    matter: 'What is written about it is for other roles or sites.',
    fix: 'Extend the procedure to those who serve: {it}',
  },
  'oral-tradition': {
    matter: 'It is kept in heads: people send for a colleague who knows.',
    fix: 'Write down what the colleague knows: {it}',
  },
  'role-gap': { matter: "It is in nobody's job description.", fix: 'Make it a duty of those who serve: {it}' },
  'wrong-assignment': {
    matter: 'It fell to a role whose duty it is not.',
    fix: 'Give the contact or the duty to the right role: {it}',
  },
  demanded: {
    matter: 'A clause in force leaves no other way.',
    fix: 'Change or drop the clause behind this: {name}',
  },
  cited: {
    matter: 'Customers are told that a policy forbids it.',
    fix: 'Find the policy that is being cited, and ask why you have it: {name}',
  },
  limit: {
    matter: 'It is beyond what those who serve may do on their own.',
    fix: 'Raise the limit that people run into here: {name}',
  },
  slow: {
    matter: 'It waited for a sign-off.',
    fix: 'Answer sign-offs while the customer is there, or do without them: {name}',
  },
  stale: { matter: 'What is written about it was overdue for review.', fix: 'Review what is written about this: {it}' },
  contradictory: { matter: 'Instructions contradict each other.', fix: 'Settle which instruction stands: {it}' },
  unclear: {
    matter: 'Readers find what is written about it unclear.',
    fix: 'Rewrite the procedure with those who use it: {it}',
  },
  'not-acknowledged': {
    matter: 'Those who serve had not acknowledged the version in force.',
    fix: 'Have the present version read and answered: {it}',
  },
  'not-understood': {
    matter: 'Those who serve said that they did not understand it.',
    fix: 'Rewrite the procedure with those who asked: {it}',
  },
  outage: {
    matter: 'Something needed for the work was down.',
    fix: 'Repair it, and write down what to do while it is down: {name}',
  },
  load: {
    matter: 'More customers than people: there was no time for it.',
    fix: 'Put people where the customers are, at these hours: {name}',
  },
  target: {
    matter: 'A target rewards it.',
    fix: 'Change the target behind this: {name}',
  },
  'reprimand-only': {
    matter: 'People were reprimanded for it and helped with it by nobody.',
    fix: 'Sit beside each person and show how it is done: {it}',
  },
  'no-feedback': {
    matter: 'Nobody had said anything to the person about it of late.',
    fix: 'Observe it and talk it over with each person: {it}',
  },
  'not-certified': {
    matter: 'Those who serve had not been certified for it.',
    fix: 'Train and certify everybody who serves in this: {it}',
  },
  lapsed: { matter: 'Certificates for it had lapsed.', fix: 'Refresh the certificates that lapsed: {it}' },
  'other-version': {
    matter: 'Certificates are for an older version of the procedure.',
    fix: 'Train everybody in the version in force: {it}',
  },
  'not-covered': {
    matter: 'The training for the task leaves it out.',
    fix: 'Put it into the training for the task: {it}',
  },
  'out-of-practice': { matter: 'Those who serve had not practised it for long.', fix: 'Practise it in a drill: {it}' },
  new: {
    matter: 'New people serve before they were shown how.',
    fix: 'Let new people serve beside somebody until they are certified: {it}',
  },
  conduct: {
    matter: 'By their own account, it was known and not done.',
    fix: 'Talk it over with a second reviewer; training alone is not the fix: {name}',
  },
  fit: {
    matter: 'Training and help were tried and documented, and it is still not kept.',
    fix: 'Decide with a second reviewer what else to try, another role among it: {name}',
  },
};

const unknown: Remedy = {
  matter: 'The record points here.',
  fix: 'Look at the failures and decide what to do: {name}',
};

/** What is the matter, in one plain sentence without a name. */
export function matterOf(detail: string | undefined): string {
  return (remedies[detail ?? ''] ?? unknown).matter;
}

/** What to do, beginning with a verb and ending with the standard's title. */
export function fixOf(detail: string | undefined, standard: Pick<FailedStandard, 'kind' | 'says' | 'title'>): string {
  const name = `"${titleOf(standard)}"`;
  const it = standard.kind === 'atrocity' ? `what to do instead of ${name}` : name;
  // A function, since "$&" in a pack's own words would mean something to replace.
  return (remedies[detail ?? ''] ?? unknown).fix.replace('{it}', () => it).replace('{name}', () => name);
}
