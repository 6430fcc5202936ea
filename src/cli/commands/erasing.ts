// Commands of keeping and erasing: retention, erase, legal-hold.
import type { Command } from 'commander';
import type { PlaceHoldOptions } from '../legal-hold.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadRetention = async () => import('../retention.cli.ts');
const loadLegalHold = async () => import('../legal-hold.cli.ts');

export function erasingCommands(program: Command, { terminal, reading }: Frame): void {
  const retention = program.command('retention').description('for how long contacts are kept').exitOverride();
  shared(retention.command('show'))
    .description('for how long, and what was erased')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadRetention()).showRetention(session, terminal, options)),
    );
  shared(retention.command('set <months>'))
    .description('keep contacts for so many months; for-good keeps everything')
    .action(async (months: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadRetention()).setRetention(session, terminal, months, options)),
    );
  shared(retention.command('erase'))
    .description('erase what is older than that')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadRetention()).eraseDue(session, terminal, options)),
    );

  const erase = program.command('erase').description('erase one contact, or everything of one customer').exitOverride();
  shared(erase.command('contact <id>'))
    .description('erase one contact, for good')
    .action(async (contact: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadRetention()).eraseAsked(session, terminal, { contact }, options)),
    );
  shared(erase.command('customer <reference>'))
    .description('erase every contact of one customer, for good')
    .action(async (customer: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadRetention()).eraseAsked(session, terminal, { customer }, options)),
    );

  const hold = program.command('legal-hold').description('what may not be erased').exitOverride();
  shared(hold.command('list'))
    .description('every legal hold, and how much it holds')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadLegalHold()).listHolds(session, terminal, options)),
    );
  shared(hold.command('place'))
    .description('hold contacts and rows of the record from being erased')
    .requiredOption('--says <sentence>', 'why')
    .option('--contact <id>', 'one contact')
    .option('--customer <reference>', 'every contact of one customer')
    .option('--document <kind/id>', 'a policy or a procedure, e.g. policy/refunds, with what readers answered')
    .option('--letter <number>', 'a letter, and the contacts that it cites')
    .option('--person <id>', 'a person of the record, and the contacts that they served')
    .option('--site <id>', 'the contacts of one site, and what is on record of whoever was posted there')
    .option('--from <day>', 'the first day that is held')
    .option('--to <day>', 'the last day that is held')
    .action(async (options: PlaceHoldOptions) =>
      reading(options, async (session) => (await loadLegalHold()).placeHold(session, terminal, options)),
    );
  shared(hold.command('release <id>'))
    .description('let go what a legal hold held')
    .requiredOption('--says <sentence>', 'why')
    .action(async (id: string, options: SharedOptions & { says: string }) =>
      reading(options, async (session) => (await loadLegalHold()).releaseHold(session, terminal, id, options)),
    );
}
