// The command that looks ahead: forecast.
import type { Command } from 'commander';
import type { ForecastOptions } from '../forecast.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadForecast = async () => import('../forecast.cli.ts');

export function forecastingCommands(program: Command, { terminal, reading }: Frame): void {
  shared(program.command('forecast'))
    .description('what is expected to fail in the next 30 days, by site and standard, and what would prevent it')
    .option('--site <id>', 'only this site')
    .option('--standard <id>', 'only this standard')
    .option('--csv <file>', 'write every site and standard as CSV, safe to open in a spreadsheet')
    .option('--again', 'make it anew, though nothing has changed')
    .option('--test [months]', 'how forecasts of past months would have done (6 where no number is given)')
    .action(async (options: ForecastOptions) =>
      reading(options, async (session) => (await loadForecast()).forecast(session, terminal, options)),
    );
}
