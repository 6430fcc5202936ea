// What the counts of know it, do it say, in sentences that anybody understands, the most useful first.
import { counted, countOf } from '../../kernel/counts.ts';
import type { Four, KnowDo, KnowDoRow } from './know-do.core.ts';

/** The page's sentences. @param undated times that can't be asked: the contact says not who served, or not when */
export function toldKnowDo({ rows, whole, fewPeople }: KnowDo, undated: number): string[] {
  const missed = whole.knowsMisses + whole.withoutMisses;
  const told: string[] = [];
  if (rows.length > 0 && missed === 0) told.push('Nothing that anybody was shown was missed.');
  if (missed > 0) told.push(mostOf(whole, missed));
  const helps = rows.filter((row) => row.says === 'shown-helps').length;
  const same = rows.filter((row) => row.says === 'same').length;
  if (helps > 0)
    told.push(
      `Being shown goes with keeping it more often for ${helps} of ${countOf(rows.length, 'standard')}${same > 0 ? `; for ${same} it surely makes no difference that anybody would notice` : ''}.`,
    );
  else if (same > 0)
    told.push(
      `For ${same} of ${countOf(rows.length, 'standard')} being shown surely makes no difference that anybody would notice.`,
    );
  if (fewPeople.length > 0)
    told.push(
      `${countOf(fewPeople.length, 'more standard')} ${fewPeople.length === 1 ? 'is' : 'are'} left out: fewer than three people would be on one side, and they could be told apart.`,
    );
  if (undated > 0)
    told.push(`${countOf(undated, 'more time')} can’t be asked: nothing says who on record served, or on which day.`);
  return told;
}

function mostOf({ knowsMisses }: Four, missed: number): string {
  const share = Math.round((100 * knowsMisses) / missed);
  const of = `Of ${countOf(missed, 'miss', 'misses')}, ${counted(knowsMisses)} (about ${share} %) were by people with a certificate in force that day.`;
  if (knowsMisses * 2 > missed)
    return `${of} They know it: showing it again won’t change that. Look at policy, procedure and management first.`;
  if (knowsMisses * 4 >= missed)
    return `${of} The others had never been shown it, or no longer held it: both need looking at.`;
  return `${of} Most were by people who had never been shown it, or no longer held it: begin with training.`;
}

/** What one standard's counts say, and what to do about it. */
export function toldRow(row: KnowDoRow): string {
  const known = row.with?.missed ?? 0;
  const missed = known + (row.without?.missed ?? 0);
  if (row.says === 'all-shown')
    return missed === 0
      ? 'Everybody had been shown it, and it was kept every time.'
      : 'Everybody had been shown it: training isn’t what is missing. Look at policy, procedure and management.';
  if (row.says === 'none-shown') return 'Nobody who served held a certificate for it that day: show it first.';
  if (missed === 0) return 'It was kept every time, with a certificate and without.';
  const mostKnow = known * 2 > missed;
  if (row.says === 'shown-helps')
    return mostKnow
      ? 'Those shown keep it more often. Most misses are theirs all the same: show the others, and ask what keeps those who know from doing it.'
      : 'Those shown keep it more often: show the others.';
  if (row.says === 'same')
    return 'They keep it no more often for having been shown: training isn’t the cause. Look at policy, procedure and management.';
  return mostKnow
    ? 'Most misses are by people who know it: ask first what keeps them from doing it.'
    : 'Too little to say whether being shown makes a difference.';
}
