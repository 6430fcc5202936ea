// Question 9: do most qualified peers fail it too? Then it is the system, and nobody in it is at fault.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, no, noRecord } from './reading.core.ts';
import { holdsCertificate } from './rung-08-training.core.ts';

export const peersFailToo: AskRung = (asked) => {
  const { failure, book, peers, settings } = asked;
  const { peers: least, marks, half } = settings.thresholds;
  const self = failure.person ?? failure.ratedAs;
  if (self === undefined) return noRecord('It is not known who served, so nobody can be called their peers.');
  const group = peers.group(failure.standard.id, failure.kinds[0]);
  const others = group?.others(failure.ratedAs ?? self, marks) ?? [];
  const { day } = failure;
  const qualified =
    book.has('certificates') && day !== undefined
      ? others.filter((one) => holdsCertificate(asked, one.who, day))
      : others;
  if (!group || qualified.length < least) {
    return noRecord(`Fewer than ${least} qualified peers have ${marks} marks of this in such contacts.`);
  }
  const failing = qualified.filter((one) => one.failed / one.marked > half).length;
  const readFrom: ReadFrom[] = [{ kind: 'marks', id: group.id }];
  const share = `${failing} of ${qualified.length} qualified peers miss this in more than ${Math.round(half * 100)} % of such contacts`;
  if (failing * 2 > qualified.length) {
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
