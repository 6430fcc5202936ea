// Commands that make an organisation up: simulate.
import type { Command } from 'commander';
import type { SimulateOptions } from '../simulate.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

export function simulatingCommands(program: Command, { terminal, ended }: Frame): void {
  shared(program.command('simulate [scenario]'))
    .description('write a made-up organisation with planted causes: contacts, a record, and the truth')
    .option('--seed <n>', 'the same scenario and seed give the same organisation', '1')
    .option('--out <folder>', 'an empty or new folder to write to')
    .option('--sites <count>', 'so many sites, whatever the scenario says')
    .option('--days <count>', 'so many days, whatever the scenario says')
    .option('--list', 'name the scenarios, and the standards that one may plan')
    .action(async (scenario: string | undefined, options: SimulateOptions) => {
      // Loaded only where it is asked for: no other command should wait for it.
      const { simulate } = await import('../simulate.cli.ts');
      ended(await simulate(terminal, scenario, options));
    });
}
