// Fits the table in src/contacts/speaker-weights.core.ts: a logistic regression of "the rep says this" on the words of a
// turn, with an L2 penalty, on the odd half of every public set (the even half is what the bench `who-is-rep` measures on).
// A feature counts only if it is met in three sets or more, so that the table holds the talk of service and not the
// subject of one set; sets weigh alike. Run: node bench/fit-speaker-weights.ts > src/contacts/speaker-weights.core.ts
import { featuresOf } from '../src/contacts/speaker-words.core.ts';
import { dataFolder, labelledContacts } from './labelled-contacts.ts';

const leastSets = 3;
const leastTurns = 12;
const rounds = 12;
const penalty = 0.02;
const least = 0.12;

interface Example {
  readonly features: Int32Array;
  readonly rep: number;
  readonly weight: number;
}

const folder = dataFolder();
if (!folder) throw new Error('Set CUSTOMARY_BENCH_DATA to the folder with the public sets.');
// A set named on the command line is left out altogether, to see what the table says of a business it never met.
const half = labelledContacts(folder).filter((contact, at) => at % 2 === 1 && contact.set !== process.argv[2]);
const sets = Map.groupBy(half, (contact) => contact.set);

const met = new Map<string, { sets: Set<string>; turns: number }>();
for (const contact of half) {
  for (const turn of contact.turns) {
    for (const feature of featuresOf(turn.text)) {
      const one = met.get(feature) ?? { sets: new Set(), turns: 0 };
      one.sets.add(contact.set);
      one.turns++;
      met.set(feature, one);
    }
  }
}
const names = [...met].filter(([, one]) => one.sets.size >= leastSets && one.turns >= leastTurns).map(([name]) => name);
const index = new Map(names.map((name, at) => [name, at]));

const examples: Example[] = [];
for (const [, contacts] of sets) {
  const turns = contacts.reduce((sum, contact) => sum + contact.turns.length, 0);
  for (const contact of contacts) {
    for (const turn of contact.turns) {
      const features = Int32Array.from([...featuresOf(turn.text)].flatMap((name) => index.get(name) ?? []));
      examples.push({ features, rep: turn.speaker === 'rep' ? 1 : 0, weight: Math.min(4, 5_000 / turns) });
    }
  }
}

// Stochastic gradient over a fixed order, with an L2 penalty: the same data give the same table.
const weights = new Float64Array(names.length);
let bias = 0;
for (let round = 0; round < rounds; round++) {
  const step = 0.08 / (1 + round / 4);
  for (let at = 0; at < examples.length; at++) {
    const example = examples[(at * 7919 + round) % examples.length]!;
    let sum = bias;
    for (const feature of example.features) sum += weights[feature]!;
    const error = (1 / (1 + Math.exp(-sum)) - example.rep) * example.weight;
    bias -= step * 0.1 * error;
    for (const feature of example.features)
      weights[feature] = weights[feature]! - step * (error + penalty * weights[feature]!);
  }
}

const kept = names.map((name, at) => ({ name, weight: weights[at]! })).filter((one) => Math.abs(one.weight) >= least);
kept.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
const line = (rows: typeof kept): string => rows.map((one) => `${one.name}=${Math.round(one.weight * 100)}`).join('|');
const rows: string[] = [];
for (let at = 0; at < kept.length; at += 15) rows.push(line(kept.slice(at, at + 15)));
process.stdout.write(
  `// How much each word of a turn speaks for the rep (above 0) or the customer (below), in hundredths of a log-odds.\n` +
    `// Fitted by bench/fit-speaker-weights.ts, which says how and on what; not edited by hand.\n\n` +
    `export const speakerBias = ${Math.round(bias * 100)};\n\n` +
    `export const speakerWeights = \`\n${rows.join('\n')}\n\`;\n`,
);
process.stderr.write(`${examples.length} turns, ${names.length} features, ${kept.length} kept\n`);
