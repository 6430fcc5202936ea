// MultiDoGO: what customers wrote in chats with an airline, an insurer and a software desk, turn by turn. One label a turn, even
// where a turn does several things ("no thanks, bye" is a rejection alone; "ok thank you bye" may be any of three), and many
// were given by what came before: "ok" is a thankyou, a confirmation or a rejection. So precision can't reach 1 for anybody,
// and no figure here has a goal. They show whether a customer's greeting, thanks, yes and leave-taking are heard at all.
// The typing is careless ("hai", "byee", "thnx"), which is what makes it worth hearing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { encounterOf } from '../speed/own-engine.ts';
import { LabelComparison } from './comparison.ts';
import { judged } from './hearing.ts';

export const folder = 'chats-multidogo';
const desks = ['airline', 'insurance', 'software'] as const;

const asked = [
  { what: 'openinggreeting', labels: ['openinggreeting'], cues: ['core/hello'] },
  { what: 'closinggreeting', labels: ['closinggreeting'], cues: ['core/goodbye'] },
  { what: 'thankyou', labels: ['thankyou'], cues: ['core/thanks'] },
  { what: 'confirmation', labels: ['confirmation'], cues: ['telephone/yes-words'] },
  { what: 'closinggreeting or rejection', labels: ['closinggreeting', 'rejection'], cues: ['core/customer-leaving'] },
] as const;

/** Cues heard in customers' turns against the turn's label. */
export function compareMultiDoGo(path: string, packs: CompiledPacks, every: number): LabelComparison[] {
  const rows = asked.map((one) => ({
    ...one,
    comparison: new LabelComparison(`MultiDoGO ${one.what} and ${one.cues.join(', ')}`),
  }));
  for (const desk of desks) {
    const from = join(path, `${desk}.train.tsv`);
    if (!existsSync(from)) continue;
    const all = readFileSync(from, 'utf8').split('\n').slice(1).filter(Boolean).map(rowOf);
    const conversations = [...Map.groupBy(all, (row) => row.conversation).values()];
    for (const [at, turns] of conversations.entries()) {
      if (at % every !== 0) continue;
      // The rep's turns aren't in the set: a turn without a word stands for each, so that no two of the customer's run together.
      const talk = turns.flatMap(({ text }) => [
        { speaker: 'customer' as const, text },
        { speaker: 'rep' as const, text: '-' },
      ]);
      const own = judged(packs, encounterOf({ set: 'multidogo', turns: talk }));
      for (const { labels, cues, comparison } of rows) {
        const heard = own.turnsWith(cues, 'customer');
        comparison.dialogue();
        for (const [turn, { text, intents }] of turns.entries())
          comparison.add(
            heard.has(turn * 2),
            labels.some((label) => intents.includes(label)),
            `(${intents.join(' ')}) ${text}`,
          );
      }
    }
  }
  return rows.map((row) => row.comparison);
}

function rowOf(line: string): { conversation: string; text: string; intents: string[] } {
  const [conversation = '', , , text = '', , intent = ''] = line.split('\t');
  return { conversation, text, intents: intent.trim().split('<div>') };
}
