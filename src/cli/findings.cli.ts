// `customary explain ID` and `customary answer`: one failure told as a person would, and the questions that settle most.
import { z } from 'zod';
import { ExplanationShape, QuestionsShape } from '../diagnosis/diagnosis.shape.ts';
import type { SharedOptions } from './shared-options.ts';
import { findCauses } from './diagnose.cli.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { writeReport } from './write-report.cli.ts';
import { writeText } from './write-file.ts';

/** `customary explain ID`, where ID is a finding's or a mark's. */
export async function explain(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(ExplanationShape, `/v1/findings/${encodeURIComponent(id)}/explanation`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(told.text);
  return exitCode.done;
}

/** `customary answer`: asks, keeps each answer at once, then finds causes again. */
export async function answer(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const questions = await session.client.get(QuestionsShape, '/v1/questions');
  if (questions.length === 0) {
    terminal.say('No question would settle anything: either nothing failed, or every failure has its records.');
    return exitCode.done;
  }
  let answered = 0;
  for (const [index, question] of questions.entries()) {
    const said = await terminal.ask(
      `${index + 1} of ${questions.length}. ${question.asks}\n   (settles ${question.settles}) y = yes, n = no, Enter = don't know, q = stop:`,
    );
    // Answers that are piped in may end before the questions do.
    if (said === null && index > 0) break;
    if (said === null) {
      terminal.say('These questions need a person at a terminal. They are:');
      for (const [nth, one] of questions.entries()) terminal.print(`${nth + 1}. ${one.asks}`);
      return exitCode.notReady;
    }
    const word = said.trim().toLowerCase();
    if (word === 'q' || word === 'quit') break;
    const meant = word === 'y' || word === 'yes' ? 'yes' : word === 'n' || word === 'no' ? 'no' : "don't know";
    if (meant === "don't know" && word !== '') terminal.say(`   Taken as "don't know"; write y, n, or nothing.`);
    await session.client.post(z.unknown(), '/v1/answers', { question: question.id, answer: meant });
    if (meant !== "don't know") answered += 1;
  }
  terminal.say(
    answered === 0 ? 'Nothing was answered, so nothing changes.' : `${answered} answered; finding causes again.`,
  );
  if (answered === 0) return exitCode.done;
  await findCauses(session, terminal);
  return writeReport(session, terminal, options);
}
