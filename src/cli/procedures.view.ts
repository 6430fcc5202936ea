// Procedures on a terminal.
import { countOf } from '../kernel/counts.ts';
import type { Procedure, Procedures } from '../procedures/procedures.shape.ts';
import type { UnwrittenList } from '../record/oral-tradition/oral-tradition.shape.ts';

export function foundText({ items, all, nearly }: Procedures, words: string): string {
  if (items.length === 0)
    return words === ''
      ? 'No procedure is in force today. Bring some with: customary import record FOLDER'
      : 'Nothing is written about that. Try one word less. What is missing: customary procedures missing';
  const lines = items.map(({ id, title, trigger, steps }) =>
    [`${id}  ${title} (${countOf(steps, 'step')})`, ...(trigger ? [`    when: ${trigger}`] : [])].join('\n'),
  );
  const head = nearly ? 'Nothing is written just so; words like it:\n' : '';
  const more = all > items.length ? `\nand ${all - items.length} more` : '';
  return `${head}${lines.join('\n')}${more}`;
}

export function procedureText({ id, title, version, trigger, from, holds, steps, advice }: Procedure): string {
  const said = steps.flatMap(({ text, actor, say, limit, goesWrong, id: step }, at) => [
    `${at + 1}. ${actor ? `${actor}: ` : ''}${text}`,
    ...(say ? [`   say: ${say}`] : []),
    ...(limit ? [`   how far you may go: ${limit}`] : []),
    ...(goesWrong ? [`   what can go wrong: ${goesWrong}`] : []),
    ...(advice ?? []).filter((one) => one.part === step).map((one) => `   to make it plainer: ${one.instead}`),
  ]);
  return [
    title,
    `${id}, version ${version}, ${holds ? `in force since ${from}` : 'not in force today'}`,
    ...(trigger ? [`When: ${trigger}`] : []),
    '',
    ...said,
  ].join('\n');
}

export function unwrittenText({ items }: UnwrittenList): string {
  if (items.length === 0) return 'Nothing was seen that is not written.';
  return items.map(({ about, times, seen }) => `${about}  (${times})\n    ${seen}`).join('\n');
}
