// `customary money`: what failing costs, by standard and clause, printed and written.
import { type Money, MoneyLineShape } from '../diagnosis/money/money.shape.ts';
import { Fault } from '../kernel/fault.ts';
import { codeOfAnswer } from './exit-code.ts';
import { moneyCsv, moneyText } from './money.view.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { shareTold } from './told-numbers.ts';
import { writeText } from './write-file.ts';

export interface MoneyOptions extends SharedOptions {
  csv?: string;
  again?: boolean;
  assume?: string;
}

export async function money(session: Session, terminal: Terminal, options: MoneyOptions): Promise<number> {
  const assumed = shareTold(options.assume, '--assume');
  const counted = await countMoney(session, terminal, {
    again: options.again === true,
    ...(assumed === undefined ? {} : { assumed }),
  });
  if (options.csv) await writeText(options.csv, moneyCsv(counted));
  if (options.json) await writeText(options.json, [`${JSON.stringify({ money: counted }, null, 2)}\n`]);
  if (options.json !== '-' && options.csv !== '-') terminal.print(moneyText(counted, terminal.columns));
  return codeOfAnswer(counted.report);
}

/** Marks whose contacts are read and compared in some seconds; beyond, it is left for `customary money`. */
const mostOnTheWay = 30_000;

/** Counts on the way to a report, where that is quick and there is anything to count; after causes are found, for the rules. */
export async function countMoneyOnTheWay(session: Session, terminal: Terminal, most = mostOnTheWay): Promise<void> {
  const progress = new Progress(terminal, 'counting what failing costs');
  for await (const line of session.client.lines(MoneyLineShape, `/v1/money?most=${most}`, { method: 'POST' })) {
    if (line.kind === 'reading') progress.show(`${line.contacts} contacts read`);
    else if (line.kind === 'counting') progress.show(`${line.marks} marks`);
    else if (line.kind === 'left' && line.why === 'too-many')
      terminal.say(
        'What failing costs takes a while with so many marks: run ./customary money, then ./customary report shows it.',
      );
  }
}

async function countMoney(
  session: Session,
  terminal: Terminal,
  { again, assumed }: { again: boolean; assumed?: number },
): Promise<Money> {
  const progress = new Progress(terminal, 'counting what failing costs');
  const path = `/v1/money?again=${again ? 'yes' : 'no'}${assumed === undefined ? '' : `&assume=${assumed}`}`;
  let counted: Money | null = null;
  for await (const line of session.client.lines(MoneyLineShape, path, { method: 'POST' })) {
    if (line.kind === 'reading') progress.show(`${line.contacts} contacts read`);
    else if (line.kind === 'counting') progress.show(`${line.marks} marks`);
    else if (line.kind === 'done') counted = line.money;
  }
  if (counted === null) throw new Fault('money-cut-off', 'unavailable', 'The counting ended early. Run it again.');
  return counted;
}
