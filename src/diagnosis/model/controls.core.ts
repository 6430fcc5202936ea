// Negative controls: the moon and a tossed coin can explain nothing. Where one does, something else is wrong with the data.
import type { CausesWarning, ExcuseShare } from './causes-report.core.ts';

export function controlsThatExplain(excuses: readonly ExcuseShare[]): CausesWarning[] {
  return excuses
    .filter((one) => one.control && (one.low > 0 || one.high < 0))
    .map((one) => ({
      kind: 'control' as const,
      about: [one.id],
      says: `${one.says} should explain nothing, and seems to explain ${percent(one.share)} of the failing (${percent(one.low)} to ${percent(one.high)}). That happens to one of them in ten by chance; where it stays so with more marks, something that nobody recorded is mixed up with the rest.`,
    }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
