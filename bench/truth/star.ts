// STAR: people serving people by chat. A label says which ready-made sentence the person serving picked. It doesn't say what
// they did: a turn typed by hand (1 in 6) has no label, though it may greet, ask the name or say goodbye in plain words, so
// what is "ours alone" per dialogue is nearly always a hand-typed turn that does say it. Each is therefore told twice: over
// all turns, which has the goal, and over labelled turns alone, where both sides saw the same. Every label stands for one or
// two sentences, so a high recall says little about the many ways people speak; the held-out examples test that.
// goodbye is five labels of two families (goodbye_1, goodbye_2, and each game's or ride's own *_bye): all say goodbye.
// ask_name asks the customer's name; hotel_ask_name, apartment_ask_apartment_name and the like ask for something else's name.
// out_of_scope is "I don't understand, I can only help with ...": what the cue of not understanding asks, per dialogue.
// Against standards' verdicts there is no goal: each asks more than the label (hello only where the customer greeted; name
// also learned where the customer tells it; more help only in the last four turns; not understood only from twice on).
import { readFileSync } from 'node:fs';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { encounterOf } from '../speed/own-engine.ts';
import { LabelComparison } from './comparison.ts';
import { judged } from './hearing.ts';

export const file = 'chats-star/dialogs.jsonl';

interface StarTurn {
  readonly speaker: string;
  readonly text?: string;
  readonly label?: string;
}

interface Asked {
  readonly what: string;
  readonly label: RegExp;
  readonly cues: readonly string[];
  readonly goal: string;
  readonly standard?: { readonly id: string; readonly labels: number };
}

const asked: readonly Asked[] = [
  {
    what: 'hello',
    label: /^hello$/,
    cues: ['core/hello'],
    goal: '>= 0.8',
    standard: { id: 'chat.hello-first', labels: 1 },
  },
  { what: 'goodbye', label: /^goodbye_\d$|_bye$/, cues: ['core/goodbye'], goal: '>= 0.8' },
  {
    what: 'anything_else',
    label: /^anything_else$/,
    cues: ['core/anything-else'],
    goal: '>= 0.8',
    standard: { id: 'close.more-help-offered', labels: 1 },
  },
  {
    what: 'ask_name',
    label: /^ask_name$/,
    cues: ['core/ask-name'],
    goal: '>= 0.8',
    standard: { id: 'opening.name-learned', labels: 1 },
  },
  {
    what: 'out_of_scope',
    label: /^out_of_scope$/,
    cues: ['core/dont-understand'],
    goal: '',
    standard: { id: 'atrocity.not-understood', labels: 2 },
  },
];

/** Cues and standards against the labels of the rep's turns, dialogue by dialogue. */
export function compareStar(path: string, packs: CompiledPacks, every: number): LabelComparison[] {
  const rows = asked.map((one) => ({
    ...one,
    all: new LabelComparison(`STAR ${one.what}`, one.goal),
    labelled: new LabelComparison(`STAR ${one.what}, labelled turns alone`),
    judgedBy: one.standard && new LabelComparison(`STAR ${one.what} and ${one.standard.id}, where it applies`),
  }));
  for (const [at, line] of readFileSync(path, 'utf8').split('\n').filter(Boolean).entries()) {
    if (at % every !== 0) continue;
    const turns = (JSON.parse(line) as { turns: StarTurn[] }).turns.filter((turn) => turn.text);
    const own = judged(packs, encounterOf({ set: 'star', turns: turns.map(contactTurn) }));
    for (const row of rows) {
      const heard = own.turnsWith(row.cues, 'rep');
      const labels = turns.flatMap(({ label }, turn) => (label !== undefined && row.label.test(label) ? [turn] : []));
      // `custom` marks a turn typed by hand, as no label does.
      const known = [...heard].filter((turn) => (turns[turn]!.label ?? 'custom') !== 'custom');
      const words = (all: Iterable<number>): string =>
        told(turns, [...all].filter((turn) => !labels.includes(turn))[0] ?? labels[0]);
      row.all.dialogue();
      row.all.add(heard.size > 0, labels.length > 0, words(heard));
      row.labelled.dialogue();
      row.labelled.add(known.length > 0, labels.length > 0, words(known));
      const verdict = row.standard && own.verdictOf(row.standard.id);
      row.judgedBy?.dialogue();
      if (verdict !== 'met' && verdict !== 'failed') continue;
      const done = row.standard!.id.startsWith('atrocity.') ? verdict === 'failed' : verdict === 'met';
      row.judgedBy?.add(done, labels.length >= row.standard!.labels, words(heard));
    }
  }
  return rows.flatMap(({ all, labelled, judgedBy }) => [all, labelled, ...(judgedBy ? [judgedBy] : [])]);
}

function contactTurn({ speaker, text }: StarTurn): { speaker: 'rep' | 'customer'; text: string } {
  return { speaker: speaker === 'agent' ? 'rep' : 'customer', text: text! };
}

function told(turns: readonly StarTurn[], at: number | undefined): string {
  const turn = at === undefined ? undefined : turns[at];
  return turn ? `(${turn.label ?? 'by hand'}) ${turn.text}` : '(no turn)';
}
