// Commands about policies: which clauses must show their right to stand.
import type { Command } from 'commander';
import type { WhyOptions } from '../why.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadWhy = async () => import('../why.cli.ts');

export function policiesCommands(program: Command, { terminal, reading }: Frame): void {
  const policies = program.command('policies').description('written rules, and which of them must show why they stand');
  shared(policies.command('why'))
    .description('why do we have it? clauses that stood in the way, or have neither benefit nor law, worst first')
    .option('--csv <file>', 'write all of them as CSV')
    .action(async (options: WhyOptions) =>
      reading(options, async (session) => (await loadWhy()).why(session, terminal, options)),
    );
}
