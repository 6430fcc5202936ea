// Question 9: do most qualified peers fail it too? Then it is the system, and nobody in it is at fault.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, no, noRecord } from './reading.core.ts';
import { holdersOn } from './rung-08-training.core.ts';

export const peersFailToo: AskRung = (asked) => {
  const { failure, book, peers, settings } = asked;
  const { peers: least, marks, half } = settings.thresholds;
  const self = failure.person ?? failure.ratedAs;
  if (self === undefined) return noRecord('It is not known who served, so nobody can be called their peers.');
  const group = peers.group(failure.standard.id, failure.kinds[0]);
  const { day } = failure;
  const qualified = book.has('certificates') && day !== undefined ? holdersOn(asked, day) : () => true;
  const { others, failing } = group?.othersFailing(failure.ratedAs ?? self, { marks, half }, day ?? '', qualified) ?? {
    others: 0,
    failing: 0,
  };
  if (!group || others < least) {
    return noRecord(`Fewer than ${least} qualified peers have ${marks} marks of this in such contacts.`);
  }
  const readFrom: ReadFrom[] = [{ kind: 'marks', id: group.id }];
  const share = `${failing} of ${others} qualified peers miss this in more than ${Math.round(half * 100)} % of such contacts`;
  if (failing * 2 > others) {
    return {
      answer: 'yes',
      pointsTo: [],
      detail: 'system',
      readFrom,
      sentence: `${share}: it is the system, not the person.`,
    };
  }
  return no(`${share}.`, readFrom);
};
