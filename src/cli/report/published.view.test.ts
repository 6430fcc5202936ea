import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { publishedLines, publishedNotes } from './published.view.ts';

const { standards } = reportFixture();

describe('published rates on the screen', () => {
  it('stand under the own rate of each standard that others published of, in at most 100 columns', () => {
    const lines = publishedLines(standards);
    expect(lines[0]).toContain('never targets');
    expect(lines.filter((line) => line.startsWith('    published: '))).toEqual([
      '    published: 75 % of about 1,000 mystery calls, self-storage',
      '    published: 50 % or more of hundreds of mystery calls, law firms',
      '    published: 6 % of 412 calls, dental practices',
    ]);
    expect(lines.some((line) => line.startsWith('  ! '))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('are left out where nothing was published, or nothing could be judged', () => {
    expect(publishedLines(standards.filter((row) => row.published === undefined))).toEqual([]);
    expect(publishedLines(standards.map((row) => ({ ...row, met: 0, failed: 0 })))).toEqual([]);
  });

  it('run nothing that a file of rates holds', () => {
    const rate = {
      missed: { from: 0, to: 1 },
      counted: 'x',
      of: '<img src=x onerror=alert(1)>',
      sector: '\u001b[2J',
      source: '<b>',
    };
    for (const piece of ['<img', '<b>', '\u001b']) expect(publishedNotes({ published: [rate] })).not.toContain(piece);
    expect(publishedLines([{ ...standards[0]!, published: [rate] }]).join('')).not.toContain('\u001b');
  });
});
