// Commands about reviews: what is drawn for reviewers, drawn now, drawn again to check it, and all of people's marks taken out; how far
// people agree, and calibrations.
import type { Command } from 'commander';
import { dataFolderUsedLast } from '../../platform/config.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadReviews = async () => import('../reviews.cli.ts');
const loadAgreement = async () => import('../agreement.cli.ts');

export function reviewsCommands(program: Command, { terminal, withSession, reading }: Frame): void {
  const reviews = program
    .command('reviews')
    .description('contacts that people mark as well: what is drawn, and what they say')
    .exitOverride();
  shared(reviews.command('plans'))
    .description('what is drawn for reviewers each week, and how far it is')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadReviews()).listReviewPlans(session, terminal, options)),
    );
  shared(reviews.command('draw <plan>'))
    .description('draw what is left of a plan’s week, from what has come in')
    .action(async (plan: string, options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadReviews()).drawReviews(session, terminal, plan, options),
      ),
    );
  shared(reviews.command('check <draw>'))
    .description('draw again from the same contacts and seed, and say whether it comes out the same')
    .action(async (draw: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadReviews()).checkReviewDraw(session, terminal, draw, options)),
    );
  shared(reviews.command('out <file>'))
    .description('every mark of people with its chance of being drawn, as .csv, .xlsx or .json')
    .action(async (file: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadReviews()).takeReviewsOut(session, terminal, file)),
    );
  shared(program.command('agreement [standard]'))
    .description('how far people who marked the same contact say the same, standard by standard')
    .action(async (standard: string | undefined, options: SharedOptions) =>
      reading(options, async (session) => (await loadAgreement()).tellAgreement(session, terminal, standard, options)),
    );
  const calibrations = program
    .command('calibrations')
    .description('contacts that several marked blind, and talked over')
    .exitOverride();
  shared(calibrations.command('list'))
    .description('every calibration, the newest first: how far it is, how often all said the same')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadAgreement()).listCalibrations(session, terminal, options)),
    );
  shared(calibrations.command('show <id>'))
    .description('one calibration: where people differed, the key, what was decided on each wording')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadAgreement()).showCalibration(session, terminal, id, options)),
    );
}
