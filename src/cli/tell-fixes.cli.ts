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
  // Proposed first, all of them: what the contacts say is worked out anew for each change once any fix stands.
  const told = [];
  for (const { begunOn, doneOn, proposedOn, ...proposal } of fixes) {
    const { fix } = await client.post(ChangedFixShape, '/v1/fixes', { ...proposal, on: proposedOn });
    told.push({ fix, begunOn, doneOn });
  }
  for (const { fix, begunOn } of told)
    if (fix.begunOn === undefined) await client.post(ChangedFixShape, `/v1/fixes/${fix.id}/begin`, { on: begunOn });
  for (const { fix, doneOn } of told)
    if (fix.doneOn.length === 0) await client.post(ChangedFixShape, `/v1/fixes/${fix.id}/done`, { on: doneOn });
  const { says } = await client.post(CheckedFixesShape, '/v1/fixes/check', {});
  if (fixes.length > 0) terminal.say(`${marks.added + marks.changed + marks.same} marks of a reviewer. ${says}`);
}
