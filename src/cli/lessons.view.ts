// Lessons on a terminal.
import { countOf } from '../kernel/counts.ts';
import type { Lesson, Lessons } from '../training/lessons/lessons.shape.ts';

const speakers = { rep: 'Rep', customer: 'Customer', other: 'Other' } as const;
const states = { 'being-made': ', being made', out: '', ended: ', ended' } as const;

export function lessonsText({ lessons }: Lessons, words: string): string {
  if (lessons.length === 0)
    return words === ''
      ? 'There is no lesson yet. Pin a moment on a contact, and make one of it under More, Lessons.'
      : 'No lesson holds these words. Try one word less.';
  return lessons
    .map(({ id, title, state, moments }) => `${id}  ${title} (${countOf(moments, 'moment')}${states[state]})`)
    .join('\n');
}

export function lessonText({ title, says, parts, standards }: Lesson): string {
  const shown = parts.flatMap(({ says: words, moment }) => [
    ...(words === '' ? [] : ['', words]),
    ...(moment
      ? [
          '',
          `${moment.sort === 'good' ? 'Good' : 'Not so'}: ${moment.title}`,
          ...moment.turns.map((turn) => `  ${speakers[turn.speaker]}: ${turn.text}`),
        ]
      : []),
  ]);
  const about = standards.length === 0 ? [] : [`About: ${standards.map((one) => one.title).join(', ')}`];
  return [title, ...about, ...(says === '' ? [] : ['', says]), ...shown].join('\n');
}
