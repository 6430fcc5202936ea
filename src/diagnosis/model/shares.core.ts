// How much of the failing each cause explains: the fit's draws, each shared out over the six players, become shares with
// intervals. What can't be said is said. Same rows and seed, same report.
import { fitMixedLogistic } from '../../stats/mixed-logistic.ts';
import type { MixedDraw, MixedFit } from '../../stats/mixed-data.ts';
import { type Cause, causes, type ManagementLevel } from '../finding.core.ts';
import type {
  CausesBasis,
  CauseShare,
  CausesReport,
  CausesWarning,
  ExcuseShare,
  ExposureShare,
  Share,
  SharesFound,
} from './causes-report.core.ts';
import { controlsThatExplain } from './controls.core.ts';
import { type Design, designOf } from './design.core.ts';
import { fitWarnings } from './fit-warnings.core.ts';
import { quantile, shareFrom } from './intervals.core.ts';
import type { MarkRows } from './mark-rows.core.ts';
import { misread } from './misreading.core.ts';
import { basisOf, whyNothing } from './basis.core.ts';
import { excusesPlayer, modesOf, outlying, type Parts, partsOf, surelyOutlying } from './players.core.ts';
import { type Avoided, type CountedRows, excuseNames, SharingTable } from './sharing-table.core.ts';
import { keptWeight, thinned } from './thinning.core.ts';

export interface SharesOptions {
  /** Joint draws of the coefficients that intervals are read from. */
  readonly draws?: number;
  readonly seed?: number;
  /** Draws are shared out on about this many rows, of contacts picked evenly; what that gets wrong is known, and taken off. */
  readonly rowsForDraws?: number;
  /** Above this many rows, all failures and an even part of the kept marks are fitted. */
  readonly mostRows?: number;
  /** Instead of the fit of `src/stats`: for those who hold one already. */
  readonly fit?: (data: Design['data']) => MixedFit;
}

const claimedOver = 0.05;

/** @returns shares, or why there are none: a report is always given */
export function sharesOfFailing(all: MarkRows, options: SharesOptions = {}): CausesReport {
  const { draws = 300, seed = 1, rowsForDraws = 5000, mostRows = 300_000 } = options;
  const { rows, warnings: thinning } = thinned(all, mostRows);
  const basis = basisOf(all);
  const why = whyNothing(all, basis);
  if (why) return { kind: 'nothing', basis, why, warnings: thinning };
  const design = designOf(rows);
  const kept = keptWeight(rows);
  const fit = (options.fit ?? fitted)(
    kept.even || !rows.weight ? design.data : { ...design.data, weight: rows.weight },
  );
  const picked = pick(rows, rowsForDraws);
  return shareOut({
    basis,
    rows,
    design,
    fit,
    draws: fit.draws(draws, seed, picked.rows),
    offset: kept.even ? -Math.log(kept.weight) : 0,
    picked,
    warnings: [...thinning, ...design.warnings, ...fitWarnings(fit.warnings, design), ...misread(rows, fit.linear())],
  });
}

/** The search may end a fortieth of a log-likelihood unit early: that moves no share. */
function fitted(data: Design['data']): MixedFit {
  return fitMixedLogistic(data, { shy: true, tolerance: 0.05 });
}

interface SharingOut {
  readonly basis: CausesBasis;
  readonly rows: MarkRows;
  readonly design: Design;
  readonly fit: MixedFit;
  readonly draws: readonly MixedDraw[];
  readonly offset: number;
  /** The rows that draws are shared out on. */
  readonly picked: CountedRows;
  readonly warnings: readonly CausesWarning[];
}

function shareOut({ basis, rows, design, fit, draws, offset, picked, warnings }: SharingOut): SharesFound {
  const parts = partsOf(design, fit);
  const modes = modesOf(fit);
  const sure = surelyOutlying(draws, design.people);
  // What the picked rows get wrong at the modes is known, and taken off every draw.
  const some = new SharingTable(design, parts, picked, offset, sure);
  const onSome = some.under(modes);
  const onAll =
    picked.rows.length === rows.size
      ? onSome
      : new SharingTable(design, parts, pick(rows, rows.size), offset, sure).under(modes);
  const drawn = draws.map((draw) => some.under(draw));
  const shareOf = (read: (avoided: Avoided) => number): Share =>
    shareFrom(drawn.map((one) => read(one) + read(onAll) - read(onSome)));

  const eachExposure = design.exposures.map((one, index): ExposureShare => {
    const { exposure } = one;
    return {
      id: exposure.id,
      says: exposure.says,
      cause: exposure.cause,
      ...(exposure.level ? { level: exposure.level } : {}),
      ...(exposure.unit === undefined ? {} : { unit: exposure.unit }),
      ...shareOf((avoided) => avoided.parts[index]!),
      exposed: one.exposed,
      ...oddsRatioOf(parts, index, draws),
    };
  });
  const found: SharesFound = {
    kind: 'shares',
    basis,
    causes: [],
    excuses: shareOf((avoided) => avoided.players[excusesPlayer]!),
    eachExcuse: excuseNames(design).map((id, index): ExcuseShare => {
      const columns = design.excuses.filter((one) => one.name === id);
      return {
        id,
        says: columns[0]!.excuse.says,
        control: columns.some((one) => one.excuse.control === true),
        ...shareOf((avoided) => avoided.alone[index]!),
      };
    }),
    ...(design.excusesNotTold.length > 0 ? { excusesNotTold: design.excusesNotTold } : {}),
    unexplained: shareOf((avoided) => 1 - avoided.all),
    managementByLevel: (['site', 'district', 'owner'] as const).flatMap((level) => {
      const own = eachExposure.flatMap((one, index) => (levelOf(one) === level ? [index] : []));
      if (own.length === 0) return [];
      return [{ level, ...shareOf((avoided) => own.reduce((sum, index) => sum + avoided.parts[index]!, 0)) }];
    }),
    warnings: [],
  };
  const byCause = causes.map((cause, player): CauseShare => {
    const whole = shareOf((avoided) => avoided.players[player]!);
    const share =
      cause === 'personnel'
        ? withLowOf(
            whole,
            shareOf((avoided) => avoided.players[player]! - avoided.people + avoided.surePeople),
          )
        : whole;
    const people: ExposureShare[] =
      cause === 'personnel' && design.people >= 0
        ? [
            {
              id: 'personnel.own-effect',
              says: "people whose own odds are over 1.5 times the median person's",
              cause,
              ...withLowOf(
                shareOf((avoided) => avoided.people),
                shareOf((avoided) => avoided.surePeople),
              ),
              exposed: peopleOutlying(design, modes),
            },
          ]
        : [];
    return {
      cause,
      ...share,
      claimed: share.low > claimedOver,
      exposures: [...eachExposure.filter((one) => one.cause === cause), ...people, ...absent(design, cause)].toSorted(
        (a, b) => b.share - a.share,
      ),
    };
  });
  return {
    ...found,
    causes: byCause.toSorted((a, b) => b.share - a.share),
    warnings: [...warnings, ...controlsThatExplain(found.eachExcuse)],
  };
}

/**
 * Among many people somebody always stands out in a draw, even where nobody does: so the lower end counts only those who stand
 * out more likely than not, and is nothing where there is no such person.
 */
function withLowOf(share: Share, sure: Share): Share {
  return { ...share, low: Math.min(share.low, sure.low) };
}

/** Rows to work shares out on: all, or about `most` of them, those of evenly picked contacts (draws go by whole contacts). */
function pick({ size, weight, contact }: MarkRows, most: number): CountedRows {
  const part = Math.min(1, most / size);
  const picked = (of: number): boolean => Math.floor((of + 1) * part) > Math.floor(of * part);
  const rows = Int32Array.from({ length: size }, (_, row) => row).filter(
    (row) => part === 1 || picked(contact.of[row]! < 0 ? row : contact.of[row]!),
  );
  return { rows, weight: Float64Array.from(rows, (row) => weight?.[row] ?? 1) };
}

/** Recorded, and had by nobody: explains nothing, whatever it would do. */
function absent(design: Design, cause: Cause): ExposureShare[] {
  return design.absent
    .filter(({ exposure }) => exposure.cause === cause)
    .map(({ exposure: { id, says, level } }) => ({
      id,
      says,
      cause,
      ...(level ? { level } : {}),
      share: 0,
      low: 0,
      high: 0,
      exposed: 0,
    }));
}

/** The odds ratio of an exposure, averaged over the standards where its slope may differ. */
function oddsRatioOf({ list }: Parts, index: number, draws: readonly MixedDraw[]): Pick<ExposureShare, 'oddsRatio'> {
  const { column, portion } = list[index]!;
  if (column < 0) return {};
  const sorted = Float64Array.from(draws, (draw) => draw.fixed[column]! * portion).toSorted();
  const [value, low, high] = [0.5, 0.05, 0.95].map((p) => Math.exp(quantile(sorted, p))) as [number, number, number];
  return { oddsRatio: { value, low, high } };
}

/** Part of all marks made by people who stand out, at the most likely effects. */
function peopleOutlying(design: Design, modes: MixedDraw): number {
  const above = outlying(modes.groups[design.people]!);
  const { level } = design.data.groups[design.people]!;
  return level.reduce((sum, one) => sum + (one >= 0 && above[one]! > 0 ? 1 : 0), 0) / level.length;
}

/** Whose exposure it is, where management is what it belongs to. */
function levelOf({ cause, level }: Pick<ExposureShare, 'cause' | 'level'>): ManagementLevel | undefined {
  return cause === 'management' ? (level ?? 'site') : undefined;
}
