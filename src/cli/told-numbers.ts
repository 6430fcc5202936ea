// Numbers as people write them on a command line: "12", "12.5", "12%".
import { Fault } from '../kernel/fault.ts';

/** A share from a number of percent (or points). @throws Fault `number-malformed` */
export function shareTold(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text.trim().replace(/\s*%$/, ''));
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 100) return value / 100;
  throw malformed(option, 'a number of percent from 0 to 100, e.g. 12.5');
}

/** A number from 0 up. @throws Fault `number-malformed` */
export function numberTold(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw malformed(option, 'a number, e.g. 12');
}

/** Names parted by commas. */
export function listTold(text: string | undefined): string[] | undefined {
  const names = text
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names && names.length > 0 ? names : undefined;
}

function malformed(option: string, expected: string): Fault {
  return new Fault('number-malformed', 'malformed', `${option} wants ${expected}.`);
}
