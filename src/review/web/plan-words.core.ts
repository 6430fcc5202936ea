// What plans say on the screen.
import type { PlanSaid, ReviewTarget } from '../plan.core.ts';

export const targetWords: Readonly<Record<ReviewTarget, string>> = {
  atrocities: 'Serious acts that the machine heard',
  disputes: 'Marks that are disputed',
  'new-people': 'People in their first weeks',
};

/** What is picked on purpose, with a number that picks some: four a week until somebody says otherwise, none where nothing is picked. */
export function targetsTicked(targets: readonly string[], aWeek: number): Pick<PlanSaid, 'targets' | 'targetedAWeek'> {
  return { targets: targets as ReviewTarget[], targetedAWeek: targets.length === 0 ? 0 : aWeek || 4 };
}

const channelWords: Readonly<Record<string, string>> = {
  phone: 'Calls',
  visit: 'Visits',
  chat: 'Chats',
  email: 'E-mails',
  complaint: 'Complaints',
  shop: 'Mystery shops',
};

/** `Calls`, of a channel. */
export function channelWord(channel: string): string {
  return channelWords[channel] ?? channel;
}

/** `All of them evenly`, `Half evenly, half where the machine is least sure`. */
export function evenlyWord(atRandom: number): string {
  if (atRandom >= 1) return 'all of them evenly';
  if (atRandom === 0.5) return 'half evenly, half where the machine is least sure';
  const part = Math.round(atRandom * 100);
  return `${part}\u00a0% evenly, the rest where the machine is least sure`;
}

/** `45 minutes`, `1 hour 20 minutes`, of minutes. */
export function lengthWord(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const word = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);
  return [word(hours, 'hour'), word(rest, 'minute')].filter((one) => one !== '').join(' ') || 'no time';
}
