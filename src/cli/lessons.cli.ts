// `customary lessons ...`: found by a few words, and read.
import { LessonShape, LessonsShape } from '../training/lessons/lessons.shape.ts';
import { exitCode } from './exit-code.ts';
import { lessonsText, lessonText } from './lessons.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary lessons list [WORDS]`. */
export async function listLessons(
  session: Session,
  terminal: Terminal,
  words: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(LessonsShape, `/v1/lessons?words=${encodeURIComponent(words.slice(0, 200))}`);
  await write(terminal, options, told, lessonsText(told, words));
  return exitCode.done;
}

/** `customary lessons show ID`. */
export async function showLesson(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(LessonShape, `/v1/lessons/${encodeURIComponent(id)}`);
  await write(terminal, options, told, lessonText(told));
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
