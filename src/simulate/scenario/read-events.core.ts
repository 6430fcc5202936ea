// The events of a scenario: what is written, decided, begun or ended, on which day and where.
import type { FaultDetail } from '../../kernel/fault.ts';
import { present } from '../../kernel/present.ts';
import { Fields } from './fields.core.ts';
import { eventKinds, type ScenarioEvent } from './scenario.core.ts';

/** @param days length of the period; an event's `day` lies in it */
export function readEvents(
  value: unknown,
  days: number,
  standards: readonly string[],
  errors: FaultDetail[],
): ScenarioEvent[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    errors.push({ pointer: '/events', detail: 'Expected a list of events.' });
    return [];
  }
  return value.map((one, index): ScenarioEvent => {
    const fields = new Fields(one, `/events/${index}`, errors);
    const letter = fields.number('letter-before', 0, 0, 1000);
    const by = fields.number('by', 0, -0.9, 5);
    const event = present({
      do: fields.oneOf('do', eventKinds),
      day: fields.number('day', 0, 0, days),
      sites: fields.number('sites', 1, 0, 400),
      after: fields.number('after', 0, 0, 400),
      standards: fields.names('standards', standards),
      letterBefore: letter > 0 ? letter : undefined,
      fix: fields.flag('fix') || undefined,
      by: by === 0 ? undefined : by,
      says: fields.text('says', ''),
    });
    fields.nothingElse();
    return event;
  });
}
