// A planned organisation: its record in the shapes that a real one has, its contacts, its dated events, and what was
// planted in it.
import type { Records } from '../diagnosis/records.core.ts';
import type { Day } from '../kernel/moment.ts';
import type { Organisation } from '../people/organisation.core.ts';
import type { Person, SiteMonth } from '../people/people.core.ts';
import type { CausalModel } from './causal-model.ts';
import type { PlannedContact } from './planned.core.ts';
import type { PlannedRows } from './planned-rows.core.ts';
import type { EventKind } from './scenario/scenario.core.ts';
import type { World } from './plan/world.core.ts';

/** What happened on a day: something written, decided, begun or ended; and the letter that asked for it. */
export interface PlannedEvent {
  readonly id: string;
  readonly on: Day;
  readonly kind: EventKind | 'letter';
  readonly says: string;
  readonly sites: readonly string[];
  readonly standards: readonly string[];
  /** For letters: who wrote it, and the event that answered it. */
  readonly person?: string;
  readonly answeredBy?: string;
  /** Done as a fix of failings that were seen. */
  readonly fix?: true;
}

export interface Planned {
  /** Name of the scenario. */
  readonly scenario: string;
  readonly seed: number;
  readonly firstDay: Day;
  /** The last day with contacts. */
  readonly lastDay: Day;
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly siteMonths: readonly SiteMonth[];
  readonly records: Records;
  readonly contacts: readonly PlannedContact[];
  readonly events: readonly PlannedEvent[];
  readonly rows: PlannedRows;
  readonly model: CausalModel;
  readonly world: World;
}
