// `customary reviews ...`: plans, a draw, a draw checked, all marks of people as a file.
import { CheckedDrawShape, DrawnShape, PlansShape } from '../review/plans.shape.ts';
import { exitCode } from './exit-code.ts';
import { reviewPlansText } from './reviews.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary reviews plans`. */
export async function listReviewPlans(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(PlansShape, '/v1/review-plans');
  await write(terminal, options, told, reviewPlansText(told, terminal.columns));
  return exitCode.done;
}

/** `customary reviews draw PLAN`. */
export async function drawReviews(
  session: Session,
  terminal: Terminal,
  plan: string,
  options: SharedOptions,
): Promise<number> {
  const drawn = await session.client.post(DrawnShape, `/v1/review-plans/${encodeURIComponent(plan)}/draw`, {});
  const check = drawn.draw === null ? '' : `\ncustomary reviews check ${drawn.draw.id} draws it again.`;
  await write(terminal, options, drawn, `${drawn.says}${check}`);
  return exitCode.done;
}

/** `customary reviews check DRAW`. */
export async function checkReviewDraw(
  session: Session,
  terminal: Terminal,
  draw: string,
  options: SharedOptions,
): Promise<number> {
  const checked = await session.client.get(CheckedDrawShape, `/v1/review-draws/${encodeURIComponent(draw)}/check`);
  await write(terminal, options, checked, checked.says);
  return checked.same ? exitCode.done : exitCode.checkFailed;
}

/** `customary reviews out FILE`: the form is that of the file's name. */
export async function takeReviewsOut(session: Session, terminal: Terminal, file: string): Promise<number> {
  const as = /\.(csv|xlsx)$/i.exec(file)?.[1]?.toLowerCase() ?? 'json';
  await writeText(file, [await session.client.bytes(`/v1/reviews/marks?as=${as}`)]);
  if (file !== '-') terminal.print(`Written to ${file}.`);
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
