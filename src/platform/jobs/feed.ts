// Tells whoever listens that something has changed: which jobs got on, and of what kind the new lines of the ledger are,
// so that a page reads again what it shows. Never what they say.
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../db/open.ts';
import { eventTable } from '../ledger/event.table.ts';
import { headOf } from '../ledger/ledger-head.ts';
import { jobOnWire } from './job-on-wire.ts';
import { jobsBefore } from './jobs.store.ts';

export interface Told {
  /** `over`: nothing more will be told, since the server ends. */
  readonly event: 'job' | 'changed' | 'over';
  readonly data: unknown;
}

export interface Feed {
  /** Listens until what it returns is called. */
  listen(orgId: string, hear: (told: Told) => void): () => void;
  /** Something may have changed: looks soon. */
  stir(orgId: string): void;
  end(): void;
}

interface Heard {
  readonly ears: Set<(told: Told) => void>;
  readonly jobs: Map<string, string>;
  seq: number | null;
  due: NodeJS.Timeout | null;
}

/** Looks are this far apart, in milliseconds; on PostgreSQL also without being stirred, since other processes write. */
const soon = 300;
const byItself = 2000;
const newestJobs = 10;
const mostLines = 500;

export function newFeed(store: Store): Feed {
  const each = new Map<string, Heard>();
  const timer = setInterval(() => {
    if (store.kind === 'postgres') for (const orgId of each.keys()) stir(orgId);
  }, byItself);
  timer.unref();

  function stir(orgId: string): void {
    const heard = each.get(orgId);
    if (!heard || heard.due) return;
    heard.due = setTimeout(() => {
      heard.due = null;
      // What fails here fails for whoever asks as well, and is told there.
      look(orgId, heard).catch(() => undefined);
    }, soon);
  }

  async function look(orgId: string, heard: Heard): Promise<void> {
    const actor: Actor = { orgId, id: 'feed', roles: [] };
    const { lines, jobs, seq } = await store.inWork(actor, async (work) => {
      const from = heard.seq ?? (await headOf(work.tx, orgId)).seq;
      const lines = await work.tx
        .select({ seq: eventTable.seq, kind: eventTable.kind })
        .from(eventTable)
        .where(and(eq(eventTable.orgId, orgId), gt(eventTable.seq, from)))
        .orderBy(asc(eventTable.seq))
        .limit(mostLines);
      return { lines, jobs: await jobsBefore(work, undefined, newestJobs), seq: lines.at(-1)?.seq ?? from };
    });
    heard.seq = seq;
    const tell = (told: Told): void => {
      for (const ear of heard.ears) ear(told);
    };
    for (const row of jobs.toReversed()) {
      const data = jobOnWire(row);
      const said = JSON.stringify(data);
      if (heard.jobs.get(row.id) === said) continue;
      heard.jobs.set(row.id, said);
      tell({ event: 'job', data });
    }
    const what = [...new Set(lines.map((line) => line.kind.split('.')[0]!))];
    if (what.length > 0) tell({ event: 'changed', data: { what } });
    if (lines.length === mostLines) stir(orgId);
  }

  return {
    listen: (orgId, hear) => {
      const heard = each.get(orgId) ?? { ears: new Set(), jobs: new Map(), seq: null, due: null };
      each.set(orgId, heard);
      heard.ears.add(hear);
      // The jobs as they stand, for who has just come.
      heard.jobs.clear();
      stir(orgId);
      return () => {
        heard.ears.delete(hear);
        if (heard.ears.size === 0) each.delete(orgId);
      };
    },
    stir,
    end: () => {
      clearInterval(timer);
      for (const heard of each.values()) {
        if (heard.due) clearTimeout(heard.due);
        for (const ear of heard.ears) ear({ event: 'over', data: {} });
      }
      each.clear();
    },
  };
}
