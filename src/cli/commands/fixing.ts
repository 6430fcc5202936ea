// Commands about what is done: fixes and what came of them, and plans of how much is enough.
import { type Command, Option } from 'commander';
import { causes } from '../../diagnosis/finding.core.ts';
import { fixKindNames } from '../../fixes/fix-kinds.core.ts';
import type { FixChangeOptions, ProposeOptions } from '../fixes.cli.ts';
import type { PlanOptions } from '../plan.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadFixes = async () => import('../fixes.cli.ts');
const loadPlan = async () => import('../plan.cli.ts');

export function fixingCommands(program: Command, frame: Frame): void {
  fixesCommands(program, frame);
  planCommands(program, frame);
}

function fixesCommands(program: Command, { terminal, reading }: Frame): void {
  const fixes = program
    .command('fixes')
    .description('what is done about a pattern, and whether it worked')
    .exitOverride();
  shared(fixes.command('list'))
    .description('every fix, and what the contacts say of it today')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadFixes()).listFixes(session, terminal, options)),
    );
  shared(fixes.command('show <id>'))
    .description('one fix: what was agreed, what happened, what the contacts say')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadFixes()).showFix(session, terminal, id, options)),
    );
  shared(fixes.command('propose [pattern]'))
    .description('propose a fix of a pattern (its id stands in `patterns`), or of a standard and cause')
    .option('--standard <id>', 'only of this standard')
    .option('--site <id>', 'only at this site')
    .addOption(new Option('--cause <cause>', 'the cause that it is to mend').choices(causes))
    .addOption(new Option('--kind <kind>', 'what kind of fix it is').choices(fixKindNames))
    .option('--says <sentence>', 'what will be done')
    .option('--owner <who>', 'a person’s id, or a role')
    .option('--due <day>', 'when it should be done')
    .option('--sites <ids>', 'the sites it is about, parted by commas')
    .option('--expect <points>', 'by how many points the failing rate should fall (else by half)')
    .option('--guard <ids>', 'standards that must not get worse (else the customary few)')
    .option('--picked-from <day>', 'first day of the contacts that it was picked by')
    .option('--picked-to <day>', 'last day of the contacts that it was picked by')
    .option('--on <day>', 'the day it happened (else today)')
    .action(async (pattern: string | undefined, options: ProposeOptions) =>
      reading(options, async (session) => (await loadFixes()).proposeFix(session, terminal, pattern, options)),
    );
  for (const [verb, says] of [
    ['begin', 'it is being carried out: contacts from now on are no longer "before"'],
    ['done', 'it stands: contacts from this day on are "after"'],
    ['drop', 'nobody will carry it out'],
    ['reopen', 'it is open again, and so is what it was to mend'],
  ] as const) {
    const command = shared(fixes.command(`${verb} <id>`))
      .description(says)
      .option('--on <day>', 'the day it happened (else today)');
    if (verb === 'done') command.option('--sites <ids>', 'the sites it is about, parted by commas');
    if (verb === 'drop' || verb === 'reopen') command.option('--why <words>', 'why, in a few words');
    command.action(async (id: string, options: FixChangeOptions) =>
      reading(options, async (session) => (await loadFixes()).changeFix(session, terminal, { id, verb }, options)),
    );
  }
  shared(fixes.command('check'))
    .description('verified, not verified, too early or harmed: as of today; may be run every day')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadFixes()).checkFixes(session, terminal, options)),
    );
}

function planCommands(program: Command, { terminal, reading }: Frame): void {
  const plans = program
    .command('plan')
    .description('how many contacts, shops or reviews until a question can be answered')
    .exitOverride();
  const asks = {
    standard: 'until the rate of a standard, at a site or all, is known to so many points',
    person: 'until a rate of one person says something of the person',
    sites: 'until two sites can be told apart',
    fix: 'until a fix can be proved, in contacts and days',
    reviews: 'how many reviews make the machine’s rate fit to be told',
  } as const;
  for (const [ask, says] of Object.entries(asks) as [keyof typeof asks, string][]) {
    const command = shared(plans.command(`${ask} [standard]`))
      .description(says)
      .option('--rate <percent>', 'the failing rate now (else your own)');
    if (ask !== 'person' && ask !== 'sites' && ask !== 'fix')
      command.option('--within <points>', 'how narrow: so many points either way (else 5)');
    if (ask === 'sites' || ask === 'fix') {
      command.option('--to <percent>', 'the rate as it should become, or the other site’s');
      command.option('--sites <ids>', 'the sites it is about, parted by commas');
    }
    if (ask === 'standard') command.option('--site <id>', 'only at this site');
    if (ask !== 'reviews') command.option('--per-day <contacts>', 'contacts a day that it comes up in (else your own)');
    if (ask === 'standard' || ask === 'person')
      command.option('--icc <share>', 'how alike two marks of one person are, 0 to 1');
    if (ask === 'person') command.option('--aim <percent>', 'how much of the rate should be the person (else 80)');
    if (ask === 'reviews') command.option('--rho <share>', 'how well machine and reviewers go together, 0 to 1');
    if (ask === 'fix') {
      command.option('--changed-sites <count>', 'sites that it changes');
      command.option('--unchanged-sites <count>', 'sites that stay as they are');
      command.option('--before-days <days>', 'days of contacts from before');
    }
    command.action(async (standard: string | undefined, options: PlanOptions) =>
      reading(options, async (session) => (await loadPlan()).plan(session, terminal, { ask, standard }, options)),
    );
  }
  shared(plans.command('fixes'))
    .description('which fixes of the largest patterns could be proved, where, and how soon')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadPlan()).planFixes(session, terminal, options)),
    );
}
