// A scenario's file as text: YAML, parsed and checked, every error named by its place.
import { parseDocument } from 'yaml';
import { Fault, type FaultDetail } from '../../kernel/fault.ts';
import { isDay } from '../../kernel/moment.ts';
import { plannedStandards } from '../planned-standards.core.ts';
import { readEvents } from './read-events.core.ts';
import { Fields } from './fields.core.ts';
import { numberFields, type NumberGroup, type ScenarioFile } from './scenario.core.ts';

/** @throws Fault `scenario-malformed`, naming every line or place that is wrong */
export function readScenario(text: string): ScenarioFile {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw malformed(
      document.errors.map((one) => ({
        pointer: `line ${one.linePos?.[0].line ?? '?'}`,
        detail: one.message.split('\n')[0] ?? '',
      })),
    );
  }
  const errors: FaultDetail[] = [];
  const file = new Fields(document.toJS(), '', errors);
  const known = plannedStandards.map((one) => one.id);
  const business = file.block('business');
  const standards = file.names('standards', known);
  const losing = file.block('losing');
  // Only asked for its length here; what is wrong with it is told where the group is read.
  const days = new Fields(file.value('sizes'), '', []).range('days', numberFields.sizes.days);
  const scenario: ScenarioFile = {
    name: file.text('scenario', ''),
    says: file.text('says', ''),
    business: {
      name: business.text('name', 'Harbor Self Storage'),
      otherNames: business.list('other-names'),
      customer: business.text('customer', 'customer'),
      currency: business.text('currency', 'USD'),
    },
    start: file.text('start', '2025-11-01'),
    standards: standards.length > 0 ? standards : known,
    failing: file.range('failing', [-1.6, -8, 8]),
    losing: Object.fromEntries(
      known.flatMap((id) => (losing.value(id) === undefined ? [] : [[id, losing.range(id, [0, -5, 5])]])),
    ),
    ranges: Object.fromEntries(
      (Object.keys(numberFields) as NumberGroup[]).map((group) => {
        const block = file.block(group);
        const ranges = Object.fromEntries(
          Object.entries(numberFields[group]).map(([name, bounds]) => [name, block.range(name, bounds)]),
        );
        block.nothingElse();
        return [group, ranges];
      }),
    ) as ScenarioFile['ranges'],
    events: readEvents(file.value('events'), days[0], known, errors),
  };
  business.nothingElse();
  losing.nothingElse();
  file.nothingElse();
  if (!isDay(scenario.start)) errors.push({ pointer: '/start', detail: 'Expected a day, written 2025-11-01.' });
  if (scenario.name === '') errors.push({ pointer: '/scenario', detail: 'Expected the name of the scenario.' });
  if (errors.length > 0) throw malformed(errors);
  return scenario;
}

function malformed(errors: readonly FaultDetail[]): Fault {
  return new Fault(
    'scenario-malformed',
    'malformed',
    "The scenario's file has errors; correct each place named.",
    errors,
  );
}
