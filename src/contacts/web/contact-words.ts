// What a contact, its outcome and its lengths are called on the screen.

const kinds: Readonly<Record<string, string>> = {
  phone: 'Call',
  visit: 'Visit',
  chat: 'Chat',
  email: 'E-mail',
  complaint: 'Complaint',
  shop: 'Mystery shop',
};

/** `Call`, `Visit`, of a channel. */
export function kindOf(channel: string): string {
  return kinds[channel] ?? 'Contact';
}

export const channels = Object.keys(kinds);

const outcomes: Readonly<Record<string, string>> = {
  won: 'Won',
  lost: 'Lost',
  pending: 'Still open',
  served: 'Served',
  unserved: 'Not served',
};

/** `Won`, of an outcome; as it was stated where it is none of ours. */
export function outcomeOf(outcome: string): string {
  return outcomes[outcome] ?? outcome;
}

export const outcomeNames = Object.keys(outcomes);

/** `new-enquiry` becomes `new enquiry`. */
export function plainly(id: string): string {
  return id.replaceAll('-', ' ');
}

/** `5:44`, `1:02:03`, of seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Number(parts[0])}:${parts[1]}`;
}

/** `3 Mar 2026`, of a day; without the year where it is this one. */
export function shortDay(day: string, thisYear = new Date().getUTCFullYear()): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat('en', {
    day: 'numeric',
    month: 'short',
    ...(at.getUTCFullYear() === thisYear ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(at);
}

/** Whom words are from, as a reader would say it. */
export function speakerOf(speaker: string, customerWord: string): string {
  return speaker === 'rep' ? 'Rep' : speaker === 'customer' ? customerWord : 'Other';
}
