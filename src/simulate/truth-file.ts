// What was planted, as a file: every effect, every share, and for each failure all its necessary causes. Nothing that
// diagnoses reads it; it is for holding a diagnosis against.
import { exposureIds } from './exposures.core.ts';
import type { Planned } from './planned-organisation.core.ts';
import { emptierBy } from './plan/plan-site-months.ts';
import { alsoKept } from './planned-standards.core.ts';
import { trueLosses } from './true-losses.ts';
import { trueShares } from './true-shares.ts';

/** JSON, one line a failure, so that it can be read as it stands and looked through by line. */
export function truthFile(planned: Planned): string {
  const { world, model, rows } = planned;
  const { scenario, standards, staff, sites } = world;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const { expected, shares, unexplained } = trueShares(rows);
  const emptier = emptierBy(world, planned.contacts);
  const head = {
    scenario: scenario.name,
    seed: planned.seed,
    says: scenario.says,
    failing: round(scenario.failing),
    effects: mapped(scenario.effects, round),
    excuses: mapped(scenario.excuses, round),
    spread: scenario.spread,
    confounding: scenario.confounding,
    money: scenario.money,
    losing: mapped(scenario.losing, round),
    lostEnquiries: mapped(trueLosses(planned), round),
    shares: mapped(shares, round),
    unexplained: round(unexplained),
    expectedFailures: round(expected),
    effectsByStandard: Object.fromEntries(
      exposureIds.map((id, i) => [
        id,
        Object.fromEntries(standards.map((one, standard) => [one.id, round(model.slopes[i]![standard]!)])),
      ]),
    ),
    unplanned: alsoKept,
    standards: Object.fromEntries(standards.map((one, i) => [one.id, round(model.standard[i]!)])),
    sites: Object.fromEntries(sites.map((one) => [one.id, round(one.effect)])),
    emptier: Object.fromEntries(sites.map((one) => [one.id, round(emptier[one.index]!)])),
    people: staff.map((one, i) => ({
      id: one.id,
      effect: round(one.effect),
      standsOut: model.beyondMedian[i]! > 0,
      hiredWithExam: one.exam,
    })),
    events: planned.events,
  };
  const failures = planned.contacts.flatMap((contact) =>
    contact.acts
      .filter((act) => act.failed)
      .map((act) =>
        JSON.stringify({
          contact: contact.id,
          standard: act.standard,
          chance: round(act.chance),
          necessary: act.necessary.map((one) => one.exposure),
        }),
      ),
  );
  const text = JSON.stringify(head, null, 1);
  return `${text.slice(0, -2)},\n "failures": [\n${failures.join(',\n')}\n ]\n}\n`;
}

function mapped<T extends Readonly<Record<string, number>>>(
  values: T,
  of: (value: number) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, of(value)]));
}
