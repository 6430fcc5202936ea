// `customary causes`: how much of the failing each cause explains, printed and written.
import { Fault } from '../kernel/fault.ts';
import { type Causes, CausesLineShape } from '../diagnosis/model/causes.shape.ts';
import { causesCsv, causesText } from './causes.view.ts';
import { codeOfAnswer } from './exit-code.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface CausesOptions extends SharedOptions {
  csv?: string;
  again?: boolean;
}

export async function causes(session: Session, terminal: Terminal, options: CausesOptions): Promise<number> {
  const found = await shareCauses(session, terminal, options.again === true);
  if (options.csv) await writeText(options.csv, causesCsv(found));
  if (options.json) await writeText(options.json, [`${JSON.stringify({ causes: found }, null, 2)}\n`]);
  if (options.json !== '-' && options.csv !== '-') terminal.print(causesText(found, terminal.columns));
  return codeOfAnswer(found.report);
}

/** Marks that the model compares in well under a minute; beyond, it is left for `customary causes`. */
const mostOnTheWay = 150_000;

/** Works the shares out on the way to a report, where that is quick; else says how to have them. */
export async function shareCausesOnTheWay(
  session: Session,
  terminal: Terminal,
  { most = mostOnTheWay, compare }: { readonly most?: number; readonly compare?: number } = {},
): Promise<void> {
  const progress = new Progress(terminal, 'comparing causes');
  const path = `/v1/causes?most=${most}${compare === undefined ? '' : `&compare=${compare}`}`;
  for await (const line of session.client.lines(CausesLineShape, path, { method: 'POST' })) {
    if (line.kind === 'reading') progress.show(`${line.contacts} contacts read`);
    else if (line.kind === 'comparing') progress.show(`${line.marks} marks`);
    else if (line.kind === 'too-many')
      terminal.say(
        `How much of the failing each cause explains takes some minutes with ${line.marks.toLocaleString('en-US')} marks: run ./customary causes, then ./customary report shows it.`,
      );
  }
}

/** Works the shares out, or reads them where nothing has changed. */
async function shareCauses(session: Session, terminal: Terminal, again: boolean): Promise<Causes> {
  const progress = new Progress(terminal, 'comparing causes');
  let found: Causes | null = null;
  for await (const line of session.client.lines(CausesLineShape, `/v1/causes?again=${again ? 'yes' : 'no'}`, {
    method: 'POST',
  })) {
    if (line.kind === 'reading') progress.show(`${line.contacts} contacts read`);
    else if (line.kind === 'comparing') progress.show(`${line.marks} marks`);
    else if (line.kind === 'done') found = line.causes;
  }
  if (found === null) throw new Fault('causes-cut-off', 'unavailable', 'The comparison ended early. Run it again.');
  return found;
}
