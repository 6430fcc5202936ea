// Politeness, and what insurance calls came to: labels that speak to a standard of ours only from afar. No goals.
// Politeness: five people each scored requests of strangers to strangers on a question-and-answer site; the lowest and highest
// quarter are the usual classes. Low means curt, pedantic or doubtful, hardly ever an insult, so `rude` should be heard in
// almost none of either: what counts is that the polite quarter has none. Phone offers: people told to write warmly or toughly to
// a seller; thanks is one sign of warmth among many.
// Insurance: what each of 50 sales calls came to, by somebody unnamed. "Customer objections not handled" is about the sale; our
// standard is met by one answer with understanding, a question, a reason or an offer.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { encounterOf } from '../speed/own-engine.ts';
import { LabelComparison } from './comparison.ts';
import { judged } from './hearing.ts';

type Row = Record<string, string>;

/** Whatever of the three sets is there. */
export function compareWording(folder: string, packs: CompiledPacks): LabelComparison[] {
  return [
    ...withFile(join(folder, 'politeness/stack-exchange.annotated.csv'), (rows) => requests(rows, packs)),
    ...withFile(join(folder, 'politeness/phone_offers.csv'), (rows) => offers(rows, packs)),
    ...withFile(join(folder, 'calls-insurance/messages.csv'), (rows) => outcomes(rows, folder, packs)),
  ];
}

function withFile(path: string, compare: (rows: Row[]) => LabelComparison): LabelComparison[] {
  return existsSync(path) ? [compare(table(path))] : [];
}

function table(path: string): Row[] {
  return parse<Row>(readFileSync(path), { columns: true, relax_quotes: true });
}

function requests(rows: readonly Row[], packs: CompiledPacks): LabelComparison {
  const comparison = new LabelComparison('politeness, lowest of the outer quarters, and core/rude');
  const sorted = rows.toSorted((a, b) => Number(a['Normalized Score']) - Number(b['Normalized Score']));
  const quarter = Math.floor(sorted.length / 4);
  const outer = [...sorted.slice(0, quarter), ...sorted.slice(-quarter)];
  for (const [at, row] of outer.entries())
    compareOne(comparison, packs, { text: row['Request'] ?? '', cue: 'core/rude', label: at < quarter });
  return comparison;
}

function offers(rows: readonly Row[], packs: CompiledPacks): LabelComparison {
  const comparison = new LabelComparison('phone offers, told to be warm, and core/thanks');
  for (const row of rows)
    compareOne(comparison, packs, {
      text: row['message'] ?? '',
      cue: 'core/thanks',
      label: row['condition'] === '1',
    });
  return comparison;
}

function compareOne(
  comparison: LabelComparison,
  packs: CompiledPacks,
  { text, cue, label }: { text: string; cue: string; label: boolean },
): void {
  const own = judged(packs, encounterOf({ set: 'politeness', turns: [{ speaker: 'rep', text }] }));
  comparison.dialogue();
  comparison.add(own.turnsWith([cue], 'rep').size > 0, label, text);
}

function outcomes(rows: readonly Row[], folder: string, packs: CompiledPacks): LabelComparison {
  const comparison = new LabelComparison('insurance, objections not handled, and enquiry.objection-met missed');
  const outcomeOf = new Map(
    table(join(folder, 'calls-insurance/conversations.csv')).map((row) => [row['conversation_id'], row['outcome']]),
  );
  for (const [id, call] of Map.groupBy(rows, (row) => row['conversation_id'])) {
    const turns = call.map((row) => ({
      speaker: row['author'] === 'Agent' ? ('rep' as const) : ('customer' as const),
      text: row['message'] ?? '',
    }));
    const missed = judged(packs, encounterOf({ set: 'insurance', turns })).verdictOf('enquiry.objection-met');
    comparison.dialogue();
    comparison.add(
      missed === 'failed',
      outcomeOf.get(id) === 'customer objections not handled',
      outcomeOf.get(id) ?? '',
    );
  }
  return comparison;
}
