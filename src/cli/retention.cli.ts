// `customary retention ...` and `customary erase ...`: for how long contacts are kept, and erasing what is due or was asked for.
import type { z } from 'zod';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import {
  ErasingLineShape,
  ErasureShape,
  RetentionPreviewShape,
  RetentionShape,
  ToEraseShape,
} from '../settings/erasing/erasing.shape.ts';
import { agreed } from './asked-first.ts';
import { exitCode } from './exit-code.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary retention show`. */
export async function showRetention(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(RetentionShape, '/v1/retention');
  await writeJson(options, told);
  if (options.json === '-') return exitCode.done;
  terminal.print(keptSentence(told.months));
  for (const { before, beganAt, contacts, held, endedAt } of told.erasures)
    terminal.print(
      `${beganAt.slice(0, 10)}  erased ${countOf(contacts, 'contact')}${before === undefined ? ', as somebody asked' : ` of before ${before}`}${heldSentence(held)}${endedAt === undefined ? '; stopped on the way' : ''}.`,
    );
  return exitCode.done;
}

/** `customary retention set MONTHS`; `for-good` keeps everything. Says what would go, and asks. @throws Fault `months-malformed` */
export async function setRetention(
  session: Session,
  terminal: Terminal,
  said: string,
  options: SharedOptions,
): Promise<number> {
  const months = monthsTold(said);
  let erases = 0;
  if (months !== null) {
    const preview = await session.client.get(RetentionPreviewShape, `/v1/retention/preview?months=${months}`);
    erases = preview.contacts;
    const goes = `This would erase ${countOf(erases, 'contact')} of before ${preview.before}${heldSentence(preview.held)}.`;
    const ends = await agreed(terminal, `${goes} Keep contacts for ${countOf(months, 'month')} from now on?`, options);
    if (ends !== null) return ends;
  }
  const told = await session.client.put(RetentionShape, '/v1/retention', { months, erases });
  await writeJson(options, told);
  if (options.json !== '-') terminal.print(keptSentence(told.months));
  if (erases > 0)
    terminal.say('Nothing has gone yet. Next: customary retention erase, or leave it to a running server.');
  return exitCode.done;
}

/** `customary retention erase`: erases what is due by now. */
export async function eraseDue(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const { months } = await session.client.get(RetentionShape, '/v1/retention');
  if (months === null) {
    terminal.print('Contacts are kept for good, so nothing is due. Say otherwise with: customary retention set MONTHS');
    return exitCode.done;
  }
  const due = await session.client.get(RetentionPreviewShape, `/v1/retention/preview?months=${months}`);
  if (due.contacts > 0) {
    const ends = await agreed(
      terminal,
      `Erase ${countOf(due.contacts, 'contact')} of before ${due.before}, for good${heldSentence(due.held)}?`,
      options,
    );
    if (ends !== null) return ends;
  }
  const progress = new Progress(terminal, 'erasing');
  let last: z.infer<typeof ErasingLineShape> = { contacts: 0, of: 0, held: due.held };
  for await (const line of session.client.lines(ErasingLineShape, '/v1/retention/erase', { method: 'POST' })) {
    last = line;
    progress.show(`${line.contacts} of ${line.of} contacts`);
  }
  await writeJson(options, last);
  if (options.json !== '-') terminal.print(`Erased ${countOf(last.contacts, 'contact')}${heldSentence(last.held)}.`);
  return exitCode.done;
}

/** `customary erase contact ID` and `customary erase customer REFERENCE`. */
export async function eraseAsked(
  session: Session,
  terminal: Terminal,
  asked: { readonly contact: string } | { readonly customer: string },
  options: SharedOptions,
): Promise<number> {
  const found = await session.client.post(ToEraseShape, '/v1/erasures/preview', asked);
  if (found.contacts > 0) {
    const ends = await agreed(
      terminal,
      `Erase ${countOf(found.contacts, 'contact')}, for good${heldSentence(found.held)}?`,
      options,
    );
    if (ends !== null) return ends;
  }
  const erased = await session.client.post(ErasureShape, '/v1/erasures', asked);
  await writeJson(options, erased);
  if (options.json !== '-')
    terminal.print(`Erased ${countOf(erased.contacts, 'contact')}${heldSentence(erased.held)}.`);
  terminal.say('Backups and reports written before still hold what they held: erase those too.');
  return exitCode.done;
}

function monthsTold(said: string): number | null {
  if (said === 'for-good') return null;
  const months = /^\d{1,3}$/.test(said) ? Number(said) : 0;
  if (months >= 1 && months <= 600) return months;
  throw new Fault('months-malformed', 'malformed', 'Give a number of months from 1 to 600, or for-good.');
}

const keptSentence = (months: number | null): string =>
  months === null ? 'Contacts are kept for good.' : `Contacts are kept for ${countOf(months, 'month')}.`;
const heldSentence = (held: number): string =>
  held === 0 ? '' : `; ${countOf(held, 'stays', 'stay')}, being under legal hold`;

async function writeJson(options: SharedOptions, told: unknown): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
}
