// Lines of the terminal's report: bars, columns, and text wrapped or cut to a width. Words of contacts can't move the cursor.
import { inert, inertLine } from './inert.view.ts';

export function bar(part: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

export function cells(text: string): number {
  return Array.from(text).length;
}

/** Cut at the width with an ellipsis; indents stay, whatever could move the cursor does not. */
export function clip(text: string, width: number): string {
  const letters = Array.from(inert(text));
  return letters.length <= width ? letters.join('') : `${letters.slice(0, width - 1).join('')}…`;
}

/** Lines of at most `width`; past `most` lines the rest is cut with an ellipsis. */
export function wrap(text: string, width: number, most = 3): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of inertLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines.map((one) => clip(one, width));
  return [...lines.slice(0, most - 1), clip(`${lines[most - 1] ?? ''} …`, width)].map((one) => clip(one, width));
}
