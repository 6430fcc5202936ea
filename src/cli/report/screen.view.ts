// The report in a terminal: one screen of at most 40 lines that ends in what to do. Words of contacts can't move the cursor.
import type { Cause } from '../../diagnosis/finding.core.ts';
import { counted, countOf } from '../../kernel/counts.ts';
import { headline } from './headline.view.ts';
import { inertLine } from './inert.view.ts';
import { worthSentence } from './money.view.ts';
import { bar, cells, clip, pad, wrap } from './screen-lines.view.ts';
import type { ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { noPattern, solidPatterns } from './solid.view.ts';
import { drawnCauses, howManyTell } from './told.view.ts';
import { unjudged } from './unjudged.view.ts';
import {
  briefly,
  causesInOrder,
  channelCount,
  checkedWords,
  dayInWords,
  missedInterval,
  missedRate,
  titleOf,
  tooFew,
  siteName,
  worstStandards,
} from './wording.view.ts';

interface ScreenOptions {
  /** Width of the terminal; kept between 80 and 100. */
  readonly columns: number;
  readonly colour: boolean;
}

/** How much of each list is shown; where the screen would be too long, standards give way first. */
interface Room {
  readonly standards: number;
  readonly acts: number;
  readonly impressions: number;
  readonly fixes: number;
  readonly gaps: number;
}

const mostLines = 40;
/** Stands for a blank that no line is broken at; a letter of no script. */
const unbroken = '\ue000';
const rooms: readonly Room[] = [
  { standards: 4, acts: 2, impressions: 2, fixes: 3, gaps: 3 },
  { standards: 3, acts: 2, impressions: 1, fixes: 3, gaps: 3 },
  { standards: 3, acts: 1, impressions: 0, fixes: 3, gaps: 3 },
  { standards: 2, acts: 1, impressions: 0, fixes: 3, gaps: 3 },
  { standards: 2, acts: 1, impressions: 0, fixes: 2, gaps: 2 },
  { standards: 1, acts: 1, impressions: 0, fixes: 1, gaps: 1 },
];

/** The whole screen, at most 40 lines, each at most `columns` wide, ending with a newline. */
export function screen(summary: ReportSummary, options: ScreenOptions): string {
  const columns = Math.min(100, Math.max(80, options.columns));
  const ink = inks(options.colour);
  let lines: string[] = [];
  for (const room of rooms) {
    lines = sections(summary, columns, ink, room)
      .flatMap((section) => ['', ...section])
      .slice(1);
    if (lines.length <= mostLines) break;
  }
  return `${lines.join('\n')}\n`;
}

function sections(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[][] {
  const all = [top(summary, columns, ink)];
  const blocked = unjudged(summary);
  if (blocked !== null) {
    // An option and its value stay on one line: they are what the reader copies.
    const joined = blocked.remedy.replaceAll(/`([^`]*)`/g, (_, code: string) => code.replaceAll(' ', unbroken));
    all.push(wrap(joined, columns, 6).map((line) => line.replaceAll(unbroken, ' ')));
  } else if (summary.counts.contacts > 0) {
    all.push(worst(summary, columns, ink, room), why(summary, columns, ink));
    if (room.impressions > 0) all.push(first(summary, columns, ink, room));
    all.push(summary.recordBrought ? fixes(summary, columns, ink, room) : bring(summary, columns, ink, room));
    if (summary.recordBrought && summary.gaps.length > 0) all.push(missing(summary, columns, ink, room));
  }
  all.push(foot(summary, columns, ink));
  return all;
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
      '  ./customary diagnose FOLDER',
      ...(counts.rejects > 0
        ? [
            `${countOf(counts.rejects, 'row or file', 'rows or files')} could not be read; the rejects file says which and why.`,
          ]
        : []),
    ];
  }
  const days =
    counts.firstDay && counts.lastDay ? ` · ${dayInWords(counts.firstDay)} to ${dayInWords(counts.lastDay)}` : '';
  const kinds = counts.byChannel.map((tally) => channelCount(tally.id, tally.contacts)).join(', ');
  const said = headline(summary);
  const worth = said.standard === null ? null : worthSentence(summary, said.standard.id);
  const lines = [
    `${ink.strong(name)}${ink.faint(days)}`,
    ...wrap(`Read ${kinds}: ${counted(counts.turns)} turns, ${counted(counts.words)} words.`, columns).map(ink.faint),
    '',
    ...wrap(said.sentence, columns).map(ink.strong),
    ...(worth === null ? [] : wrap(worth, columns)),
  ];
  if (said.example) {
    const { contact, quote, failure } = said.example;
    const lead = { said: '', exchange: 'What was said: ', instead: 'What was said instead: ' }[said.example.by];
    const place = [contact.site && siteName(summary, contact.site), contact.day && dayInWords(contact.day)]
      .filter(Boolean)
      .join(', ');
    // The command is what the reader copies, so it is the place that gives way.
    const command = `./customary explain ${failure.mark}`;
    lines.push(...wrap(`${lead}“${quote}”`, columns - 4, 4).map((line) => `    ${ink.accent(line)}`));
    lines.push(ink.faint(`    ${inertLine(place, columns - 7 - command.length)} · ${command}`));
  }
  return lines;
}

function worst(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[] {
  const rows = byLowEnd(worstStandards(summary.standards));
  const ofKind = (kind: StandardRow['kind'], most: number) => rows.filter((row) => row.kind === kind).slice(0, most);
  const shown = byLowEnd([...ofKind('standard', room.standards), ...ofKind('atrocity', room.acts)]);
  if (shown.length === 0)
    return [ink.strong('Nothing was missed'), `  ${countOf(summary.counts.marks.met, 'mark')} met.`];
  const judged = summary.standards.filter((row) => row.met + row.failed > 0);
  const said = `  ${rows.length} of ${judged.length} at least once; by the low end of what is likely`;
  return [`${ink.strong('Missed most')}${ink.faint(said)}`, ...rateRows(shown, columns)];
}

/** In the order that the screen names: by the low end of the likely range, those judged too seldom last. */
function byLowEnd(rows: readonly StandardRow[]): StandardRow[] {
  const low = (row: StandardRow) => missedInterval(row)?.from ?? 0;
  return [...rows].sort((a, b) => Number(tooFew(a)) - Number(tooFew(b)) || low(b) - low(a));
}

/** Standards with a bar and their rate, in columns. */
function rateRows(rows: readonly StandardRow[], columns: number): string[] {
  const figures = rows.map((row) => `${bar(missedRate(row) ?? 0, 8)} ${briefly(row)}`);
  const wide = Math.max(24, ...figures.map((text) => text.length));
  const room = columns - wide - 4;
  return rows.flatMap((row, at) => {
    const [line = '', ...more] = wrap(`${row.kind === 'atrocity' ? '! ' : ''}${titleOf(row)}`, room, 2);
    return [`  ${pad(line, room)}  ${figures[at]}`, ...more.map((rest) => `    ${clip(rest, room)}`)];
  });
}

function why(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const drawn = drawnCauses(summary);
  const bring = summary.counts.marks.failed === 0 ? '' : ' Bring the records below.';
  if (drawn === null) return wrap(`Why: ${howManyTell(summary)}.${bring}`, columns).map(ink.strong);
  const order = causesInOrder(drawn);
  const most = Math.max(1e-9, ...order.map((cause) => drawn[cause]));
  const source = summary.recordBrought
    ? withShares(summary, columns, ink, '  failures expected per cause, from the ladder')
    : [
        ...wrap(`Why: ${howManyTell(summary)}`, columns).map(ink.strong),
        ink.faint('  failures expected per cause, from those words alone: possible at most'),
      ];
  const cell = (cause: Cause) =>
    `${pad(cause, 11)}${bar(drawn[cause] / most, 10)} ${counted(drawn[cause]).padStart(5)}`;
  const half = Math.ceil(order.length / 2);
  const lines = order.slice(0, half).map((cause, row) => {
    const beside = order[row + half];
    return clip(
      `  ${pad(cell(cause), Math.floor(columns / 2) - 4)}${beside ? `  ${cell(beside)}` : ''}`,
      columns,
    ).trimEnd();
  });
  return [...source, ...lines];
}

/** The heading of the bars, after the first sentence of the shares of the failing, where they were worked out. */
function withShares({ shares }: ReportSummary, columns: number, ink: Inks, heading: string): string[] {
  const told = shares?.report.kind === 'shares' ? shares.told[0] : undefined;
  if (told === undefined) return [`${ink.strong('Why')}${ink.faint(heading)}`];
  return [...wrap(`Why: ${told} (./customary causes)`, columns, 4).map(ink.strong), ink.faint(heading)];
}

function first(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[] {
  const rows = worstStandards(summary.standards.filter((row) => row.firstImpression)).slice(0, room.impressions);
  const { medianRings, ringsKnown } = summary.firstImpressions;
  const rings =
    medianRings === null
      ? 'rings not known'
      : `${medianRings} rings before an answer in the middle of ${countOf(ringsKnown, 'call')}`;
  return [`${ink.strong('First impressions')}${ink.faint(`  ${rings}`)}`, ...rateRows(rows, columns)];
}

function fixes(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[] {
  const patterns = solidPatterns(summary).slice(0, room.fixes);
  if (patterns.length === 0)
    return [ink.strong('Fix first'), ...wrap(noPattern, columns - 2).map((line) => `  ${line}`)];
  return [
    ink.strong('Fix first'),
    ...patterns.flatMap((pattern, at) => {
      const where = pattern.site === null ? 'all sites' : inertLine(siteName(summary, pattern.site), 24);
      const about = `${pattern.cause}, ${where}, ${countOf(pattern.failures, 'failure')}, ${pattern.standing}`;
      return [...item(`${at + 1}. `, pattern.fix, columns), `     ${ink.faint(clip(about, columns - 5))}`];
    }),
  ];
}

function bring(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[] {
  return [
    `${ink.strong('Bring these records first')}${ink.faint('  ./customary init writes an example of each')}`,
    ...summary.bringFirst
      .slice(0, room.fixes + 2)
      .flatMap((one, at) =>
        item(`${at + 1}. `, `${one.record}: ${one.why} (${countOf(one.settles, 'failure')})`, columns),
      ),
  ];
}

function missing(summary: ReportSummary, columns: number, ink: Inks, room: Room): string[] {
  return [
    ink.strong('Records missing'),
    ...summary.gaps
      .slice(0, room.gaps)
      .flatMap((gap) => item(pad(gap.area, 11), `${gap.sentence} (${countOf(gap.failures, 'failure')})`, columns)),
  ];
}

/** An entry of a list: its mark, then its words, wrapped below their own beginning. */
function item(mark: string, words: string, columns: number): string[] {
  const indent = cells(mark) + 2;
  return wrap(words, columns - indent).map((line, at) => `${at === 0 ? `  ${mark}` : ' '.repeat(indent)}${line}`);
}

function foot(summary: ReportSummary, columns: number, ink: Inks): string[] {
  const rejects =
    summary.counts.rejects > 0
      ? ` ${countOf(summary.counts.rejects, 'row or file', 'rows or files')} could not be read: see the rejects file.`
      : '';
  return wrap(`${checkedWords(summary.standards)}${rejects}`, columns).map(ink.faint);
}
