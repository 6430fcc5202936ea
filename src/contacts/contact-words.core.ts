// What a contact, its length and who speaks in it are called wherever a contact is shown.
import type { Channel } from '../standards/encounter.core.ts';

const kinds: Readonly<Record<Channel, string>> = {
  phone: 'Call',
  visit: 'Visit',
  chat: 'Chat',
  email: 'E-mail',
  complaint: 'Complaint',
  shop: 'Mystery shop',
};

/** `Call`, `Visit`, of a channel. */
export function kindOf(channel: string): string {
  return kinds[channel as Channel] ?? 'Contact';
}

/** `5:44`, `1:02:03`, of seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Number(parts[0])}:${parts[1]}`;
}

/** Whom words are from, as a reader would say it. @param customerWord the organisation's own word */
export function speakerOf(speaker: string, customerWord: string): string {
  return speaker === 'rep' ? 'Rep' : speaker === 'customer' ? customerWord : 'Other';
}
