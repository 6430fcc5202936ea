// `customary shops bring FILE...`: past mystery shops, file by file, by the same routes as the page: looked into first, what its
// columns were taken for said, then brought in.
import { basename } from 'node:path';
import { z } from 'zod';
import { FinishedImportShape, ImportLineShape, ImportShape } from '../contacts/import.shape.ts';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import { type ShopsPreview, ShopsPreviewShape } from '../shops/shops.shape.ts';
import { columnKinds } from '../shops/shop-mapping.core.ts';
import type { Client } from './client.ts';
import { exitCode } from './exit-code.ts';
import { Progress } from './progress.ts';
import { sendFile } from './read-file.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface BringShopsOptions extends SharedOptions {
  column?: string[];
  sheet?: string;
  like?: string;
  keepAs?: string;
  /** Say how it would be read, and bring nothing. */
  look?: boolean;
}

type Mapping = ShopsPreview['mapping'];
const rejectsTold = 8;
const kindWord: Readonly<Record<string, string>> = {
  id: 'the number of the shop',
  time: 'when it was',
  site: 'the site',
  rep: 'who served',
  note: 'a note',
  ignore: 'left out',
};

/** Exit code: done where anything is in the store afterwards, not ready where no shop could be read. */
export async function bringShopsCommand(
  session: Session,
  terminal: Terminal,
  paths: readonly string[],
  options: BringShopsOptions,
): Promise<number> {
  const told: (ShopsPreview | BroughtShops)[] = [];
  let here = 0;
  for (const path of paths) {
    const file = { upload: await sendFile(session.client, path), name: basename(path) };
    const preview = await lookInto(session.client, file, options);
    tellColumns(terminal, file.name, preview);
    if (preview.missing !== null)
      throw new Fault('shops-mapping', 'malformed', `${preview.missing} Say it with --column "NAME=FIELD".`);
    tellRejects(terminal, preview);
    here += preview.counts.shops;
    if (options.look) {
      await drop(session.client, file);
      told.push(preview);
      terminal.print(
        `${oneLine(file.name)}: ${countOf(preview.counts.shops, 'mystery shop')} can be read. Nothing was brought in.`,
      );
      continue;
    }
    const brought = await bring(session.client, terminal, file, preview, options.keepAs);
    told.push(brought);
    const versions = brought.versions > 0 ? `, ${brought.versions} of them anew` : '';
    const sentence = `${oneLine(file.name)}: ${countOf(brought.contacts + brought.versions, 'mystery shop')} came in${versions}, ${brought.alreadyHere} were here already.`;
    if (options.json === '-') terminal.say(sentence);
    else terminal.print(sentence);
  }
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (here === 0) return exitCode.notReady;
  terminal.say(options.look ? 'Next: the same without --look' : 'Next: customary report');
  return exitCode.done;
}

interface SentFile {
  readonly upload: string;
  readonly name: string;
}

interface BroughtShops {
  readonly import: string;
  readonly contacts: number;
  readonly versions: number;
  readonly alreadyHere: number;
  readonly rejects: number;
}

/** An import of one file, by the same steps as a job takes. */
async function bring(
  client: Client,
  terminal: Terminal,
  file: SentFile,
  { sheet, mapping, counts }: ShopsPreview,
  keepAs: string | undefined,
): Promise<BroughtShops> {
  const { id } = await client.post(ImportShape, '/v1/imports', { label: file.name.slice(0, 200) });
  const body = JSON.stringify({ ...file, sheet, mapping, ...(keepAs === undefined ? {} : { keepAs }) });
  const progress = new Progress(terminal, `reading ${oneLine(file.name)}`);
  let came = { contacts: 0, versions: 0, alreadyHere: 0, rejects: 0 };
  for await (const line of client.lines(ImportLineShape, `/v1/imports/${id}/shops`, { method: 'POST', body })) {
    if (line.kind !== 'progress' && line.kind !== 'done') continue;
    const { contacts, versions, alreadyHere, rejects } = line.counts;
    came = { contacts, versions, alreadyHere, rejects };
    progress.show(`${contacts + versions + alreadyHere} of ${countOf(counts.shops, 'mystery shop')}`);
  }
  const { rejects, ...kept } = came;
  await client.post(FinishedImportShape, `/v1/imports/${id}/finish`, { counts: kept, rejects });
  await drop(client, file);
  return { import: id, ...came };
}

/** What waits holds what redaction hasn't seen. */
async function drop(client: Client, { upload }: SentFile): Promise<void> {
  await client.drop(`/v1/uploads/${upload}`);
}

async function lookInto(
  client: Client,
  file: SentFile,
  { sheet, like, column }: BringShopsOptions,
): Promise<ShopsPreview> {
  const look = async (mapping?: Mapping): Promise<ShopsPreview> =>
    client.post(ShopsPreviewShape, '/v1/shops/preview', {
      ...file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(like === undefined ? {} : { likeThat: like }),
      ...(mapping ? { mapping } : {}),
    });
  const guessed = await look();
  if (like !== undefined && !guessed.kept.includes(like))
    throw new Fault(
      'shops-mapping',
      'malformed',
      `No columns are kept by the name ${oneLine(like)}. ${guessed.kept.length === 0 ? 'None are kept yet: --keep-as NAME keeps them.' : `Kept are: ${guessed.kept.map(oneLine).join(', ')}.`}`,
    );
  return column && column.length > 0 ? look(corrected(guessed, column)) : guessed;
}

const Points = z.coerce.number().nonnegative();

/** @param said each NAME=FIELD; FIELD is a kind of column, or a standard's id, with `:missed` or the fewest points behind it */
function corrected({ mapping, questions }: ShopsPreview, said: readonly string[]): Mapping {
  const next = [...mapping];
  for (const one of said) {
    const cut = one.lastIndexOf('=');
    const [name, field] = [one.slice(0, cut).trim(), one.slice(cut + 1).trim()];
    const at = cut < 1 ? -1 : mapping.findIndex(({ column }) => column.trim() === name);
    if (at < 0)
      throw new Fault(
        'column-malformed',
        'malformed',
        `--column takes NAME=FIELD, where NAME is a column of the table. Its columns: ${mapping.map(({ column }) => oneLine(column)).join(', ')}.`,
      );
    next[at] = { column: mapping[at]!.column, ...takenFor(field, questions) };
  }
  return next;
}

function takenFor(field: string, questions: ShopsPreview['questions']): Omit<Mapping[number], 'column'> {
  const kind = columnKinds.find((one) => one === field && one !== 'standard');
  if (kind) return { to: kind };
  const [standard = '', ...how] = field.split(':');
  const points = how.filter((one) => one !== 'missed').map((one) => Points.safeParse(one));
  if (questions.some((one) => one.standard === standard) && points.every((one) => one.success))
    return {
      to: 'standard',
      standard,
      yesIsKept: !how.includes('missed'),
      ...(points[0]?.data === undefined ? {} : { least: points[0].data }),
    };
  throw new Fault(
    'column-malformed',
    'malformed',
    `--column takes NAME=FIELD. FIELD is time, site, rep, id, note, ignore, or a standard that asks something of a mystery shop, with :missed where yes is bad and :4 where 4 points are enough: ${questions.map((one) => one.standard).join(', ')}.`,
  );
}

function tellColumns(terminal: Terminal, file: string, { sheet, mapping, sheets, unused }: ShopsPreview): void {
  terminal.say(`${oneLine(file)}${sheets.length > 1 ? `, sheet ${oneLine(sheet)}` : ''}:`);
  if (unused.length > 0)
    terminal.say(
      `  ${countOf(unused.length, 'question is not used', 'questions are not used')}; --column "NAME=STANDARD" uses one.`,
    );
  for (const { column, to, standard, yesIsKept, least } of mapping) {
    const how = `${yesIsKept === false ? ', yes: it was missed' : ''}${least === undefined ? '' : `, ${least} points or more`}`;
    terminal.say(`  ${oneLine(column)}: ${to === 'standard' ? `an answer about ${standard}${how}` : kindWord[to]}`);
  }
}

function tellRejects(terminal: Terminal, { rejects, counts, sitesMeant }: ShopsPreview): void {
  for (const { row, field, expected, remedy } of rejects.slice(0, rejectsTold))
    terminal.say(`  row ${row}${field === undefined ? '' : `, ${oneLine(field)}`}: expected ${expected}. ${remedy}`);
  if (counts.rejects > rejectsTold) terminal.say(`  ... and ${counts.rejects - rejectsTold} more that can't be read.`);
  if (counts.sitesUnknown > 0)
    terminal.say(`  ${countOf(counts.sitesUnknown, 'mystery shop')} at sites that the record doesn't have.`);
  for (const { rows, meant } of sitesMeant) {
    const where = `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, rejectsTold).join(', ')}${rows.length > rejectsTold ? ' ...' : ''}`;
    terminal.say(
      `  ${where}: no site on record is called this; did you mean ${oneLine(meant)}? Correct the cells first.`,
    );
  }
}
