// A session: how it is written in a cookie, how long it lasts, and what device it says it is from.
import type { Moment } from '../../kernel/moment.ts';

export interface Session {
  readonly id: string;
  readonly member: string;
  readonly way: string;
  /** e.g. `Firefox on Linux`. */
  readonly device: string;
  readonly madeAt: Moment;
  readonly seenAt: Moment;
  readonly expiresAt: Moment;
}

const day = 24 * 3600 * 1000;
/** How long a session lasts without being used, and at the very most; milliseconds. */
const idleFor = 3 * day;
export const lastsFor = 30 * day;
/** In the demo, where anybody at the machine may look around. */
export const lookingLastsFor = day / 2;
/** Seen is written down at most this often. */
export const seenEvery = 5 * 60_000;

/** Whether a session opens anything at a moment. */
export function isOpen(session: Pick<Session, 'seenAt' | 'expiresAt'>, now: Moment): boolean {
  const at = Date.parse(now);
  return at < Date.parse(session.expiresAt) && at - Date.parse(session.seenAt) < idleFor;
}

const pattern = /^(s[0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/;

export function writeSession(id: string, secret: string): string {
  return `${id}.${secret}`;
}

/** The parts of a session's text; null for anything else. */
export function readSession(text: string): { readonly id: string; readonly secret: string } | null {
  const parts = pattern.exec(text);
  return parts ? { id: parts[1]!, secret: parts[2]! } : null;
}

const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** What a browser says it is, in words that its owner knows: nothing of what it sent is kept. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.find(([mark]) => mark.test(userAgent))?.[1];
  const system = systems.find(([mark]) => mark.test(userAgent))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'An unknown device';
}
