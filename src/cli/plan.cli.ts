// `customary plan ...`: how many contacts, shops or reviews until a question can be answered.
import type { PlanAsk } from '../fixes/plan-answer.core.ts';
import { PlanAnswerShape, ProvableFixesShape } from '../fixes/plan.shape.ts';
import { exitCode } from './exit-code.ts';
import { planText, provableText } from './plan.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { listTold, numberTold, shareTold } from './told-numbers.ts';
import { writeText } from './write-file.ts';

export interface PlanOptions extends SharedOptions {
  site?: string;
  sites?: string;
  rate?: string;
  to?: string;
  within?: string;
  perDay?: string;
  icc?: string;
  aim?: string;
  rho?: string;
  changedSites?: string;
  unchangedSites?: string;
  beforeDays?: string;
}

/** `customary plan standard|person|sites|fix|reviews [STANDARD]`. */
export async function plan(
  session: Session,
  terminal: Terminal,
  { ask, standard }: { readonly ask: PlanAsk; readonly standard: string | undefined },
  options: PlanOptions,
): Promise<number> {
  const answer = await session.client.post(PlanAnswerShape, '/v1/plan', {
    ask,
    standard,
    site: options.site,
    sites: listTold(options.sites),
    rate: shareTold(options.rate, '--rate'),
    to: shareTold(options.to, '--to'),
    within: shareTold(options.within, '--within'),
    perDay: numberTold(options.perDay, '--per-day'),
    icc: numberTold(options.icc, '--icc'),
    aim: shareTold(options.aim, '--aim'),
    rho: numberTold(options.rho, '--rho'),
    changedSites: numberTold(options.changedSites, '--changed-sites'),
    unchangedSites: numberTold(options.unchangedSites, '--unchanged-sites'),
    beforeDays: numberTold(options.beforeDays, '--before-days'),
  });
  if (options.json) await writeText(options.json, [`${JSON.stringify(answer, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(planText(answer, terminal.columns));
  return exitCode.done;
}

/** `customary plan fixes`. */
export async function planFixes(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(ProvableFixesShape, '/v1/plan');
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(provableText(told, terminal.columns));
  return told.fixes.length > 0 || told.noFailures ? exitCode.done : exitCode.notReady;
}
