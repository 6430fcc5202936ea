import { describe, expect, it } from 'vitest';
import { fitMixedLogistic } from '../../src/stats/mixed-logistic.ts';
import { distance, fixtureNames, readFixture } from './fixtures.ts';

describe.each(fixtureNames)('beside lme4 on %s', (name) => {
  const fixture = readFixture(name);

  it('the penalised fit (nAGQ = 0) is the same to three digits', () => {
    const fit = fitMixedLogistic(fixture.data, { method: 'penalised', tolerance: 1e-6 });
    expect(distance(fit, fixture.penalised).relative).toBeLessThan(5e-4);
    expect(fit.logLikelihood).toBeCloseTo(fixture.penalised.logLikelihood, 2);
  });

  it('the Laplace fit (nAGQ = 1) is within .2 standard errors and 1 % of the deviations', () => {
    const fit = fitMixedLogistic(fixture.data, { method: 'laplace' });
    const far = distance(fit, fixture.laplace);
    expect(far.fixedInErrors).toBeLessThan(0.2);
    expect(far.deviations).toBeLessThan(0.01);
    for (const [f, { standardError }] of fit.fixed.entries())
      expect(standardError / fixture.laplace.errors[f + 1]!).toBeCloseTo(1, 2);
  });
});
