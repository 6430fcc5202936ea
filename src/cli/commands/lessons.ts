// Commands about lessons: found by a few words, and read.
import type { Command } from 'commander';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadLessons = async () => import('../lessons.cli.ts');

export function lessonsCommands(program: Command, { terminal, reading }: Frame): void {
  const lessons = program.command('lessons').description('moments of contacts to learn from').exitOverride();
  shared(lessons.command('list [words...]'))
    .description('every lesson, or those that hold these words')
    .action(async (words: string[], options: SharedOptions) =>
      reading(options, async (session) =>
        (await loadLessons()).listLessons(session, terminal, words.join(' '), options),
      ),
    );
  shared(lessons.command('show <id>'))
    .description('one lesson: its moments and the trainer’s words')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadLessons()).showLesson(session, terminal, id, options)),
    );
}
