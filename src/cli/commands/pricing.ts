// The commands that look at the business: money, production.
import type { Command } from 'commander';
import type { MoneyOptions } from '../money.cli.ts';
import type { ProductionOptions } from '../production.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadMoney = async () => import('../money.cli.ts');
const loadProduction = async () => import('../production.cli.ts');

export function pricingCommands(program: Command, { terminal, reading }: Frame): void {
  shared(program.command('money'))
    .description('what failing costs in lost business, standard by standard and rule by rule')
    .option('--assume <percent>', 'where outcomes can’t tell: what missing a standard loses of what would be won (10)')
    .option('--csv <file>', 'write every standard and rule as CSV, safe to open in a spreadsheet')
    .option('--again', 'count anew, though nothing has changed')
    .action(async (options: MoneyOptions) =>
      reading(options, async (session) => (await loadMoney()).money(session, terminal, options)),
    );

  shared(program.command('production'))
    .description('which sites produce less than their size, price and place would give, and what they share')
    .option('--csv <file>', 'write every site and figure as CSV, safe to open in a spreadsheet')
    .action(async (options: ProductionOptions) =>
      reading(options, async (session) => (await loadProduction()).production(session, terminal, options)),
    );
}
