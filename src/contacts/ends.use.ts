// How each contact ended: what its source said, and what was told of it beside; the latter stands where both say something, since it
// was told later.
import type { Day } from '../kernel/moment.ts';
import { present } from '../kernel/present.ts';
import type { Work } from '../platform/db/work.ts';
import type { Outcome } from './contact.core.ts';
import { endRows } from './ends.store.ts';
import { outcomeOf } from './outcome.core.ts';
import { worthsOf } from './worth.store.ts';

export interface ContactEnd {
  readonly contact: string;
  /** Left out where nobody said, or in words that mean none of the five. */
  readonly outcome?: Outcome;
  readonly worth?: number;
  /** Keyed hash of the customer's reference. */
  readonly customer?: string;
  /** As written where no zone was, else by universal time: near enough to count days between contacts. */
  readonly day?: Day;
}

/** Every contact, in order of id. */
export async function readContactEnds(work: Work): Promise<ContactEnd[]> {
  const told = new Map((await worthsOf(work)).map((one) => [one.contact, one]));
  const rows = await endRows(work.tx, work.actor.orgId);
  return rows.map(({ id, outcome, outcomeStated, customerHash, startedAt, startedLocal }): ContactEnd => {
    const beside = told.get(id);
    const said = beside?.outcome === undefined ? undefined : outcomeOf(beside.outcome);
    const started = startedLocal ?? (startedAt === null ? undefined : new Date(startedAt).toISOString());
    return present({
      contact: id,
      outcome: said ?? outcome ?? (outcomeStated === null ? undefined : outcomeOf(outcomeStated)),
      worth: beside?.worth,
      customer: customerHash ?? undefined,
      day: started?.slice(0, 10),
    });
  });
}
