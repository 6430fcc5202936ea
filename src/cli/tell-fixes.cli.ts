// What a made-up organisation's managers did about what they saw, told through the same routes that people use: marks that a
// person made, then each fix proposed, begun and done on its day, and the check of what came of it.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ChangedFixShape, CheckedFixesShape } from '../fixes/fixes.shape.ts';
import { PastMarksTakenShape } from '../marking/past-marks.shape.ts';
import type { ToldFix } from '../simulate/told-fixes.core.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Told twice, a fix is one. */
export async function tellFixes(
  { client }: Session,
  terminal: Terminal,
  reviewed: string,
  fixes: readonly ToldFix[],
): Promise<void> {
  const files = [{ name: basename(reviewed), text: await readFile(reviewed, 'utf8') }];
  const marks = await client.post(PastMarksTakenShape, '/v1/past-marks', { files });
  // What the contacts say is asked once, by the check: it is worked out anew each time.
  const told = [];
  for (const { begunOn, doneOn, proposedOn, ...proposal } of fixes) {
    const { fix } = await client.post(ChangedFixShape, '/v1/fixes?evidence=no', { ...proposal, on: proposedOn });
    told.push({ fix, begunOn, doneOn });
  }
  for (const { fix, begunOn } of told)
    if (fix.begunOn === undefined)
      await client.post(ChangedFixShape, `/v1/fixes/${fix.id}/begin?evidence=no`, { on: begunOn });
  for (const { fix, doneOn } of told)
    if (fix.doneOn.length === 0)
      await client.post(ChangedFixShape, `/v1/fixes/${fix.id}/done?evidence=no`, { on: doneOn });
  const { says } = await client.post(CheckedFixesShape, '/v1/fixes/check', {});
  if (fixes.length > 0) terminal.say(`${marks.added + marks.changed + marks.same} marks of a reviewer. ${says}`);
}
