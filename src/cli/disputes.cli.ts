// `customary disputes ...`: the disputed marks there are, one whole, and an answer.
import { disputesAsTable } from '../review/disputes/disputes-table.core.ts';
import { AnsweredDisputeShape, DisputeShape, DisputesShape } from '../review/disputes/disputes.shape.ts';
import { answeredText, disputesText, disputeText } from './disputes.view.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface AnswerDisputeOptions extends SharedOptions {
  readonly answer: string;
  readonly because: string;
  readonly rightPerson?: string;
}

/** `customary disputes list`. */
export async function listDisputes(
  session: Session,
  terminal: Terminal,
  options: SharedOptions & { readonly csv?: string },
): Promise<number> {
  const told = await session.client.get(DisputesShape, '/v1/disputes');
  if (options.csv) await writeText(options.csv, [disputesAsTable(told.disputes)]);
  if (options.csv === '-') return exitCode.done;
  await write(terminal, options, told, disputesText(told, terminal.columns));
  return exitCode.done;
}

/** `customary disputes show ID`. */
export async function showDispute(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(DisputeShape, pathOf(id));
  await write(terminal, options, told, disputeText(told, terminal.columns));
  return exitCode.done;
}

/** `customary disputes answer ID`. */
export async function answerDispute(
  session: Session,
  terminal: Terminal,
  id: string,
  options: AnswerDisputeOptions,
): Promise<number> {
  const { answer, because, rightPerson } = options;
  const told = await session.client.post(AnsweredDisputeShape, `${pathOf(id)}/answer`, {
    answer,
    says: because,
    ...(rightPerson === undefined ? {} : { rightPerson }),
  });
  await write(terminal, options, told, answeredText(told));
  return exitCode.done;
}

const pathOf = (id: string): string => `/v1/disputes/${encodeURIComponent(id)}`;

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
