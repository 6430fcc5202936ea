// Commands about disputed marks: who answers until when, and an answer.
import { type Command, Option } from 'commander';
import { disputeAnswers } from '../../review/disputes/dispute.core.ts';
import type { AnswerDisputeOptions } from '../disputes.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadDisputes = async () => import('../disputes.cli.ts');

export function disputesCommands(program: Command, { terminal, reading }: Frame): void {
  const disputes = program
    .command('disputes')
    .description('marks that whoever served disputes, and who answers until when')
    .exitOverride();
  shared(disputes.command('list'))
    .description('every dispute, what waits and is due first; never whose it is')
    .option('--csv <file>', 'write every one as a table')
    .action(async (options: SharedOptions & { readonly csv?: string }) =>
      reading(options, async (session) => (await loadDisputes()).listDisputes(session, terminal, options)),
    );
  shared(disputes.command('show <id>'))
    .description('one dispute: the mark, what whoever served says, the words of the contact, what happened')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadDisputes()).showDispute(session, terminal, id, options)),
    );
  shared(disputes.command('answer <id>'))
    .description('answer a dispute, with a reason that whoever served reads')
    .addOption(new Option('--answer <answer>', 'what becomes of it').choices(disputeAnswers).makeOptionMandatory())
    .requiredOption('--because <words>', 'the reason')
    .option('--right-person <id>', 'who served, where it was somebody else')
    .action(async (id: string, options: AnswerDisputeOptions) =>
      reading(options, async (session) => (await loadDisputes()).answerDispute(session, terminal, id, options)),
    );
}
