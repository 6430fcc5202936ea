// What the fit could not answer, in the owner's words.
import type { FitWarning } from '../../stats/mixed-data.ts';
import type { CausesWarning } from './causes-report.core.ts';
import type { Design } from './design.core.ts';

/** A grouping whose deviation came out at nothing is no warning: it differs too little to be seen, which is good news. */
export function fitWarnings(warnings: readonly FitWarning[], design: Design): CausesWarning[] {
  const says = new Map([
    ...design.exposures.map((one) => [one.exposure.id, one.exposure.says] as const),
    ...design.excuses.map((one) => [one.excuse.id, one.excuse.says] as const),
  ]);
  return warnings.flatMap((warning): CausesWarning[] => {
    const about = warning.about.filter((one) => says.has(one));
    const named = about.map((one) => says.get(one)!).join(', ');
    switch (warning.kind) {
      case 'separation':
        return about.length === 0
          ? []
          : [
              {
                kind: 'separation',
                about,
                says: `Under this nearly every mark went one way, so that it matters is plain, and how much can only be said roughly: ${named}.`,
              },
            ];
      case 'collinear':
        return about.length === 0
          ? []
          : [
              {
                kind: 'collinear',
                about,
                says: `This always came together with something else, so what each does can't be told apart: ${named}.`,
              },
            ];
      case 'not-converged':
        return [
          {
            kind: 'fit',
            about,
            says: 'The sums did not settle fully; read these figures as rough ones until there are more marks.',
          },
        ];
      case 'no-movers':
      case 'too-few-levels':
      case 'no-variation':
      case 'boundary':
        return [];
    }
  });
}
