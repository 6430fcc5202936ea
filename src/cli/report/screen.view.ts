// The report in a terminal: one screen of at most 40 lines that ends in what to do. Words of contacts can't move the cursor.
import type { Cause } from '../../diagnosis/finding.core.ts';
import { headline } from './headline.view.ts';
import { inert, inertLine } from './inert.view.ts';
import type { ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { quotedInstead } from './quote.view.ts';
import {
  briefly,
  causesInOrder,
  channelCount,
  checkedWords,
  counted,
  dayInWords,
  missedRate,
  titleOf,
  siteName,
  whole,
  worstStandards,
} from './wording.view.ts';

export interface ScreenOptions {
  /** Width of the terminal; kept between 80 and 100. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Colour only where somebody looks at it and has not said no (https://no-color.org). */
export function colourWanted(
  stream: { isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** The whole screen, at most 40 lines, each at most `columns` wide, ending with a newline. */
export function screen(summary: ReportSummary, options: ScreenOptions): string {
  const columns = Math.min(100, Math.max(80, options.columns));
  const ink = inks(options.colour);
  const sections = [top(summary, columns, ink)];
  if (summary.counts.contacts > 0) {
    sections.push(worst(summary, columns, ink), why(summary, columns, ink), first(summary, columns, ink));
    sections.push(summary.recordBrought ? fixes(summary, columns, ink) : bring(summary, columns, ink));
    if (summary.recordBrought && summary.gaps.length > 0) sections.push(missing(summary, columns, ink));
  }
  sections.push(foot(summary, columns, ink));
  return `${sections
    .flatMap((lines) => ['', ...lines])
    .slice(1)
    .join('\n')}\n`;
}

interface Inks {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly accent: (text: string) => string;
}

function inks(colour: boolean): Inks {
  const paint = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { strong: paint(1, 22), faint: paint(2, 22), accent: paint(36, 39) };
}

function top(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const { counts } = summary;
  const name = inertLine(summary.organisation.name, 40);
  if (counts.contacts === 0) {
    return [
      ink.strong(name),
      '',
      'No contact could be read. Give a folder of transcripts (text, WebVTT, SRT, CSV, JSON, vCon):',
      '  customary diagnose FOLDER',
      ...(counts.rejects > 0
        ? [
            `${counted(counts.rejects, 'row or file', 'rows or files')} could not be read; the rejects file says which and why.`,
          ]
        : []),
    ];
  }
  const days =
    counts.firstDay && counts.lastDay ? ` · ${dayInWords(counts.firstDay)} to ${dayInWords(counts.lastDay)}` : '';
  const kinds = counts.byChannel.map((tally) => channelCount(tally.id, tally.contacts)).join(', ');
  const said = headline(summary);
  const lines = [
    `${ink.strong(name)}${ink.faint(days)}`,
    ink.faint(clip(`Read ${kinds}: ${whole(counts.turns)} turns, ${whole(counts.words)} words.`, columns)),
    '',
    ...wrap(said.sentence, columns).map(ink.strong),
  ];
  if (said.example) {
    const { contact, quote, failure } = said.example;
    const lead = quotedInstead(failure) ? 'said instead: ' : '';
    const place = [contact.site && siteName(summary, contact.site), contact.day && dayInWords(contact.day)]
      .filter(Boolean)
      .join(', ');
    // The command is what the reader copies, so it is the place that gives way.
    const command = `customary explain ${failure.mark}`;
    lines.push(...wrap(`${lead}“${quote}”`, columns - 4, 2).map((line) => `    ${ink.accent(line)}`));
    lines.push(ink.faint(`    ${inertLine(place, columns - 7 - command.length)} · ${command}`));
  }
  return lines;
}

function worst(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const worstRows = worstStandards(summary.standards);
  const acts = worstRows
    .filter((row) => row.kind === 'atrocity')
    .sort((a, b) => b.failed * b.weight - a.failed * a.weight);
  const rows = [...worstRows.filter((row) => row.kind === 'standard').slice(0, 4), ...acts.slice(0, 2)];
  if (rows.length === 0)
    return [ink.strong('Nothing was missed'), `  ${counted(summary.counts.marks.met, 'mark')} met.`];
  const judged = summary.standards.filter((row) => row.met + row.failed > 0);
  const failed = judged.filter((row) => row.failed > 0).length;
  const said = `  ${failed} of ${judged.length} standards at least once; how often, and likely between`;
  return [`${ink.strong('Missed most')}${ink.faint(said)}`, ...rateRows(rows, columns)];
}

/** Standards with a bar and their rate, in columns. */
function rateRows(rows: readonly StandardRow[], columns: number): string[] {
  const figures = rows.map((row) => `${bar(missedRate(row) ?? 0, 8)} ${briefly(row)}`);
  const wide = Math.max(24, ...figures.map((text) => text.length));
  const room = columns - wide - 4;
  return rows.map((row, at) => `  ${pad(label(row, room), room)}  ${figures[at]}`);
}

function label(row: StandardRow, room: number): string {
  return inertLine(`${row.kind === 'atrocity' ? '! ' : ''}${titleOf(row)}`, room);
}

function why(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const order = causesInOrder(summary.causes);
  const most = Math.max(1, ...order.map((cause) => summary.causes[cause]));
  const source = summary.recordBrought
    ? 'failures expected per cause, from the ladder'
    : 'from the words of the contacts alone: possible at most';
  const cell = (cause: Cause) =>
    `${pad(cause, 11)}${bar(summary.causes[cause] / most, 10)} ${whole(summary.causes[cause]).padStart(5)}`;
  const half = Math.ceil(order.length / 2);
  const lines = order.slice(0, half).map((cause, row) => {
    const beside = order[row + half];
    return clip(
      `  ${pad(cell(cause), Math.floor(columns / 2) - 4)}${beside ? `  ${cell(beside)}` : ''}`,
      columns,
    ).trimEnd();
  });
  return [`${ink.strong('Why')}${ink.faint(`  ${source}`)}`, ...lines];
}

function first(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const rows = worstStandards(summary.standards.filter((row) => row.firstImpression)).slice(0, 2);
  const { medianRings, ringsKnown } = summary.firstImpressions;
  const rings =
    medianRings === null
      ? 'rings not known'
      : `${medianRings} rings before an answer in the middle of ${counted(ringsKnown, 'call')}`;
  return [`${ink.strong('First impressions')}${ink.faint(`  ${rings}`)}`, ...rateRows(rows, columns)];
}

function fixes(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const patterns = summary.patterns.slice(0, 3);
  if (patterns.length === 0)
    return [ink.strong('Fix first'), '  No pattern stands out yet; read the worst failures one by one.'];
  return [
    ink.strong('Fix first'),
    ...patterns.flatMap((pattern, at) => {
      const where = pattern.site === null ? 'all sites' : inertLine(siteName(summary, pattern.site), 24);
      const [line = '', more] = wrap(inertLine(pattern.fix), columns - 5, 2);
      const about = `${pattern.cause}, ${where}, ${counted(pattern.failures, 'failure')}, ${pattern.standing}`;
      const last =
        more === undefined ? `     ${ink.faint(clip(about, columns - 5))}` : `     ${clip(more, columns - 5)}`;
      return [`  ${at + 1}. ${line}`, last];
    }),
  ];
}

function bring(summary: ReportSummary, columns: number, ink: Inks): string[] {
  return [
    `${ink.strong('Bring these records first')}${ink.faint('  customary init writes an example of each')}`,
    ...summary.bringFirst.map((one, at) =>
      clip(
        `  ${at + 1}. ${inertLine(one.record)}: ${inertLine(one.why)} (${counted(one.settles, 'failure')})`,
        columns,
      ),
    ),
  ];
}

function missing(summary: ReportSummary, columns: number, ink: Inks): string[] {
  return [
    ink.strong('Records missing'),
    ...summary.gaps
      .slice(0, 3)
      .map((gap) =>
        clip(`  ${pad(gap.area, 11)}${inertLine(gap.sentence)} (${counted(gap.failures, 'failure')})`, columns),
      ),
  ];
}

function foot(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const rejects =
    summary.counts.rejects > 0
      ? ` ${counted(summary.counts.rejects, 'row or file', 'rows or files')} could not be read: see the rejects file.`
      : '';
  return [ink.faint(clip(`${checkedWords(summary.standards)}${rejects}`, columns))];
}

function bar(part: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

function cells(text: string): number {
  return Array.from(text).length;
}

/** Cut at the width with an ellipsis; indents stay, whatever could move the cursor does not. */
function clip(text: string, width: number): string {
  const letters = Array.from(inert(text));
  return letters.length <= width ? letters.join('') : `${letters.slice(0, width - 1).join('')}…`;
}

/** Lines of at most `width`; past `most` lines the rest is cut with an ellipsis. */
function wrap(text: string, width: number, most = 3): string[] {
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
