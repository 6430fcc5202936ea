// The report in the sentences that an owner would read. No names, no blame, no word of statistics.
import { counted, hundredths } from '../../kernel/counts.ts';
import type { Cause } from '../finding.core.ts';
import type { CausesReport, ExposureShare, NothingToShare, Share, SharesFound } from './causes-report.core.ts';
import { fewestToFit } from './basis.core.ts';
import { belowNothing, excusesTold, told, tooWide } from './told-at-all.core.ts';

const causeNames: Readonly<Record<Cause, string>> = {
  policy: 'policies',
  procedure: 'procedures',
  training: 'training',
  management: 'management',
  personnel: 'people themselves',
};

/** `24 to 38`, as whole per cent; a share below zero says that a thing prevents failures. */
export function between({ low, high }: Share): string {
  return `${hundredths(low)} to ${hundredths(high)}`;
}

/** The answer to "why is our service bad?", one sentence each, the most important first. */
export function toldCauses(report: CausesReport): string[] {
  return report.kind === 'nothing' ? [nothing(report)] : found(report);
}

function found(report: SharesFound): string[] {
  const claimed = report.causes.filter((one) => one.claimed);
  const [first] = claimed;
  const main = first?.exposures[0];
  const lead =
    first === undefined
      ? noneStandsOut(report)
      : main && main.share >= 0.6 * first.share && main.low > 0
        ? `About ${hundredths(main.share)} % of the failing is ${main.says} (${between(main)}).`
        : `About ${hundredths(first.share)} % of the failing is ${causeNames[first.cause]} (${between(first)})${main && main.share > 0 ? `, most of it ${main.says}` : ''}.`;
  return [
    ...tooLittle(report),
    lead,
    ...excused(report),
    ...checkedOurselves(report),
    ...fixFirst(report),
    leftOver(report),
    ...impossible(report),
  ];
}

/** Said before any share, where the ranges leave nearly everything open. */
function tooLittle(report: SharesFound): string[] {
  return tooWide(report)
    ? [
        // A draw may leave more than all of it unexplained; nobody could read that as a share.
        `There is too little to tell shares from chance: what none of the causes explains lies anywhere from ${hundredths(Math.min(1, report.unexplained.low))} to ${hundredths(Math.min(1, report.unexplained.high))} %.`,
      ]
    : [];
}

function noneStandsOut(report: SharesFound): string {
  const asked = report.causes.filter(told);
  const [top] = asked;
  if (!top) return 'None of the five causes could be asked: the record says too little of each.';
  const may =
    top.high > 0.05
      ? ` The most that may be in it is ${causeNames[top.cause]}, with up to ${hundredths(top.high)} %.`
      : '';
  const which = asked.length === report.causes.length ? 'None of the five causes' : 'No cause that could be asked';
  return `${which} stands out: no share is surely over 5 % of the failing.${may}`;
}

function excused(report: SharesFound): string[] {
  const { excuses, eachExcuse } = report;
  if (!excusesTold(report))
    return [
      report.excusesNotTold || eachExcuse.length > 0
        ? "Excuses couldn't be asked."
        : "Excuses couldn't be asked: nothing of the customer, the product, the price or the place is on record.",
    ];
  const names: Readonly<Record<string, string>> = {
    customer: 'customers',
    product: 'product',
    price: 'price',
    location: 'place',
    hour: 'hour',
  };
  const said = eachExcuse.filter((one) => !one.control).map((one) => names[one.id] ?? one.says);
  const listed = and(said);
  const much =
    excuses.low === 0 && excuses.high === 0
      ? 'no more than chance would'
      : `${hundredths(excuses.share)} % (${between(excuses)})`;
  return [`${listed[0]!.toUpperCase()}${listed.slice(1)} explain${said.length === 1 ? 's' : ''} ${much}.`];
}

/** Things that can't matter are asked as excuses are: where they explain nothing, the sums are not making something of nothing. */
function checkedOurselves({ eachExcuse }: SharesFound): string[] {
  const controls = eachExcuse.filter((one) => one.control);
  if (controls.length === 0 || controls.some((one) => one.low > 0 || one.high < 0)) return [];
  const one = controls.length === 1;
  return [
    `As a check on ourselves ${and(controls.map((control) => control.says))}, which can't matter, ${one ? 'was' : 'were'} asked the same way: ${one ? 'it explains' : 'they explain'} nothing.`,
  ];
}

/** Exposures whose own lower bound is worth acting on, three at most. People are never what to fix first. */
export function worthFixing({ causes }: SharesFound): ExposureShare[] {
  return causes
    .filter((one) => one.claimed && one.cause !== 'personnel')
    .flatMap((one) => one.exposures)
    .filter((one) => one.low > 0.05)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 3);
}

function fixFirst(report: SharesFound): string[] {
  const fixes = worthFixing(report).map((one) => `${one.says} (${hundredths(one.share)} %)`);
  if (fixes.length === 0) return [];
  if (fixes.length === 1) return [`Fix this first: ${fixes[0]}.`];
  return [`Fix these ${fixes.length === 2 ? 'two' : 'three'} first: ${fixes.join('; ')}.`];
}

function leftOver({ unexplained }: SharesFound): string {
  return `${hundredths(unexplained.share)} % is explained by none of these (${between(unexplained)}): how hard each standard is, chance, and whatever nobody wrote down.`;
}

function impossible(report: SharesFound): string[] {
  switch (belowNothing(report)) {
    case 'no':
      return [];
    case 'by-chance':
      return ['Some estimates lie below nothing, which is chance: with so few marks read them as ranges.'];
    case 'surely':
      return [
        'Some estimates lie below nothing: fewer marks were missed there, so that the rest adds up to over 100 %.',
      ];
  }
}

function nothing({ why, basis }: NothingToShare): string {
  const { marks, failures } = basis;
  switch (why) {
    case 'no-marks':
      return 'No standard has been met or missed yet, so there is no failing to explain: nothing was marked, or none of the standards in use came up. Bring contacts with "customary diagnose FOLDER", or see "customary standards list".';
    case 'no-failures':
      return `Each of the ${counted(marks)} marks was met: there is no failing to explain.`;
    case 'all-failures':
      return `Each of the ${counted(marks)} marks was missed. With nothing that went right there is nothing to compare with, so no cause can be told from another; the findings say what stands on record for each.`;
    case 'too-few':
      return `There are ${counted(failures)} failures and ${counted(marks - failures)} marks met. At least ${fewestToFit} of each are needed before a share can be told from chance; until then read the findings one by one.`;
    case 'no-record':
      return 'No dated record was brought, so there is nothing to compare marks by. Bring policies, procedures, certificates and observations with "customary import record FOLDER"; "customary init FOLDER" writes an example of each.';
  }
}

export function and(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
