// The summary of a report, made once for all who may see the same of it and kept while nothing was done that bears on it: it reads
// every mark, and on the embedded database nobody else is answered while it does.
import { type Actor, reading } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { ReportSummary } from '../report.shape.ts';
import { reportMadeFrom, seeingTheSame } from './made-from.use.ts';
import { summarise, type Asked } from './summary.use.ts';

interface Kept {
  readonly from: string;
  readonly made: Promise<ReportSummary>;
}

/** Of each store the summaries made last, by who may see them; the oldest goes first. */
const kept = new WeakMap<Store, Map<string, Kept>>();
const mostKept = 24;

/** The summary as the actor may see it. Whoever asks for the same meanwhile waits for the one that is being made. */
export async function keptSummary(store: Store, actor: Actor, asked: Asked): Promise<ReportSummary> {
  const own = kept.get(store) ?? new Map<string, Kept>();
  kept.set(store, own);
  const key = `${asked.people} ${seeingTheSame(actor)}`;
  const from = await store.inWork(reading(actor), async (work) => reportMadeFrom(work, asked.ownPacks));
  const before = own.get(key);
  if (before?.from === from) return before.made;
  // A reply that breaks its own shape is a fault of ours and must not pass for a report.
  const made = store.inWork(actor, async (work) => ReportSummary.parse(await summarise(work, asked)));
  own.delete(key);
  own.set(key, { from, made });
  if (own.size > mostKept) own.delete(own.keys().next().value!);
  made.catch(() => own.get(key)?.made === made && own.delete(key));
  return made;
}
