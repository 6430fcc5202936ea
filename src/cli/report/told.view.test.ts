import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { screen } from './screen.view.ts';
import { drawnCauses, howManyTell } from './told.view.ts';
import { why } from './why.view.ts';

const starting = { policy: 0.25, procedure: 0.25, training: 0.2, management: 0.2, personnel: 0.1 };

describe('causes from the words alone', () => {
  it('leave out what silent failures start from', () => {
    const summary = reportFixture({ recordBrought: false, failures: 2 });
    const [one, two] = summary.failures;
    const silent = {
      ...two!,
      leading: [],
      odds: starting,
      rungs: one!.rungs.map((r) => ({ ...r, answer: 'no-record' as const })),
    };
    const told = { policy: 3.2, procedure: 0.3, training: 0.2, management: 0.2, personnel: 0.1 };
    const causes = {
      policy: 10 * 0.25 + told.policy,
      procedure: 10 * 0.25 + told.procedure,
      training: 10 * 0.2 + told.training,
      management: 10 * 0.2 + told.management,
      personnel: 10 * 0.1 + told.personnel,
      fromWordsOnly: 4,
    };
    const drawn = drawnCauses({ ...summary, causes, failures: [one!, silent] })!;
    expect(drawn.policy).toBeCloseTo(3.2);
    expect(drawn.personnel).toBeCloseTo(0.1);
  });

  it('say so where nothing failed, and count nothing', () => {
    const summary = reportFixture({ recordBrought: false });
    const marks = { ...summary.counts.marks, failed: 0 };
    const clean = { ...summary, counts: { ...summary.counts, marks }, causes: { ...summary.causes, fromWordsOnly: 0 } };
    expect(howManyTell(clean)).toBe('nothing failed, so there is nothing to explain');
    expect(screen(clean, { columns: 100, colour: false })).not.toMatch(/of 0 failures/);
    expect(why(clean)).toContain('nothing failed, so there is nothing to explain.</p>');
  });
  it('are nothing at all where no words tell', () => {
    const summary = reportFixture({ recordBrought: false });
    expect(drawnCauses({ ...summary, causes: { ...summary.causes, fromWordsOnly: 0 } })).toBeNull();
  });
});
