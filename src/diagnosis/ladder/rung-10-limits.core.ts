// Question 10: is the person's rate inside the group's limits? Then what they do is what the place does.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, no, noRecord } from './reading.core.ts';

export const insideLimits: AskRung = ({ failure, peers, settings }) => {
  const { peers: least, marks } = settings.thresholds;
  const self = failure.ratedAs ?? failure.person;
  if (self === undefined) return noRecord('It is not known who served, so no rate of theirs can be told.');
  const group = peers.group(failure.standard.id, failure.kinds[0]);
  const own = group?.own(self);
  if (!group || !own || own.marked < marks)
    return noRecord(`The person has fewer than ${marks} marks of this in such contacts.`);
  if (group.others(self, marks) < least) {
    return noRecord(
      `Fewer than ${least} others have ${marks} marks of this in such contacts, so there are no limits to hold the rate against.`,
    );
  }
  const readFrom: ReadFrom[] = [{ kind: 'marks', id: group.id }];
  const rate = `${own.failed} of ${own.marked} such contacts missed`;
  if (group.outside(own)) return no(`${rate}: beyond what differences between people here would give.`, readFrom);
  return {
    answer: 'yes',
    pointsTo: [],
    detail: 'common-cause',
    readFrom,
    sentence: `${rate}: within what differences between people here would give.`,
  };
};
