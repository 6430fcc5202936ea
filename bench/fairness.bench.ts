// Does a verdict depend on who speaks? Public contacts are marked as they are and with a name, a pronoun, a form of address, a place
// or the English changed; what was said stays. Each pair is marked as it stands and as redaction leaves it.
import { redactContact } from '../src/contacts/redaction/redact-contact.core.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { Chance } from './chance.ts';
import { swaps, type Swap } from './fairness/swaps.ts';
import { nameCounts } from './fairness/names.ts';
import { dataFolder, labelledContacts, type LabelledContact } from './labelled-contacts.ts';
import { encounterOf, shippedPacks } from './speed/own-engine.ts';
import { Comparison, toldOf } from './verdicts.ts';

export const name = 'fairness';

const seed = 20_261_201;
const key = new Uint8Array(32).fill(7);
/** Contacts that each swap must find something in. */
const enough = { full: 1000, quick: 50 } as const;
const mostListed = 20;
const everyFlip = ['met-failed', 'applies', 'unsure'] as const;

/** @returns flips a kind of swap: all of them (the goal), each way, by contact, and the standards that flip most */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder)
    return { measures: [], left_out: ['Everything: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'] };
  const packs = await shippedPacks();
  const contacts = shuffled(labelledContacts(folder));
  const leftOut: string[] = [];
  const measures: Measure[] = [
    figure('names swapped in, parts of names', nameCounts.names, `from ${nameCounts.origins} origins`, ''),
  ];
  const worst = new Map<string, { flips: number; told: number }>();
  for (const swap of swaps) {
    const seen = compared(packs, contacts, swap, quick ? enough.quick : enough.full);
    if (seen.plain.contacts.length < (quick ? enough.quick : enough.full))
      leftOut.push(`${swap.what}: only ${seen.plain.contacts.length} contacts have anything to swap.`);
    if (seen.plain.contacts.length > 0) measures.push(...told(swap, seen, quick));
    count(worst, seen.plain);
  }
  const flipping = [...worst].filter(([, one]) => one.flips > 0).toSorted((a, b) => b[1].flips - a[1].flips);
  for (const [standard, { flips, told: of }] of flipping.slice(0, mostListed))
    measures.push(figure(`flips of ${standard}, all swaps`, flips / of, `share of ${of}`, ''));
  return { measures, left_out: leftOut };
}

interface Seen {
  readonly plain: Comparison;
  readonly redacted: Comparison;
}

// Contacts in which nothing can be swapped would only water the share down: they are passed over.
function compared(packs: CompiledPacks, contacts: readonly LabelledContact[], swap: Swap, most: number): Seen {
  const seen: Seen = { plain: new Comparison(), redacted: new Comparison() };
  for (const [at, contact] of contacts.entries()) {
    if (seen.plain.contacts.length >= most) break;
    const pair = swap.of(contact, new Chance(seed, at));
    if (!pair) continue;
    const channel = at % 2 === 0 || contact.set === 'star' ? encounterOf(contact).channel : 'phone';
    const marked = (turns: LabelledContact['turns']) =>
      toldOf(packs, { ...encounterOf({ ...contact, turns }), channel });
    const flipped = seen.plain.add(marked(pair.before), marked(pair.after));
    show(swap, flipped, pair);
    seen.redacted.add(marked(hidden(pair.before)), marked(hidden(pair.after)));
  }
  return seen;
}

function told(swap: Swap, { plain, redacted }: Seen, quick: boolean): Measure[] {
  return [
    plain.share(`${swap.what}: verdicts flipped`, everyFlip, '< 0.01', quick),
    plain.share(`${swap.what}: between met and failed`, ['met-failed'], '', quick),
    plain.share(`${swap.what}: between told and not applicable`, ['applies'], '', quick),
    plain.share(`${swap.what}: between decided and unsure`, ['unsure'], '', quick),
    plain.shareOfContacts(`${swap.what}: contacts with any flip`, quick),
    figure(`${swap.what}: mean shift of confidence where none`, plain.meanShift, 'confidence', ''),
    redacted.share(`${swap.what}: verdicts flipped, after redaction`, everyFlip, '< 0.01', quick),
    redacted.share(`${swap.what}: between met and failed, after redaction`, ['met-failed'], '', quick),
  ];
}

function hidden(turns: LabelledContact['turns']): LabelledContact['turns'] {
  const { texts } = redactContact({
    turns: turns.map(({ text, speaker }) => ({ text, label: speaker })),
    knownNames: [],
    answers: [],
    key,
  });
  return turns.map((turn, at) => ({ ...turn, text: texts[at]! }));
}

function count(worst: Map<string, { flips: number; told: number }>, { byStandard }: Comparison): void {
  for (const [standard, one] of byStandard) {
    const own = worst.get(standard) ?? { flips: 0, told: 0 };
    const flips = one['met-failed'] + one.applies + one.unsure;
    worst.set(standard, { flips: own.flips + flips, told: own.told + flips + one.same });
  }
}

// For whoever mends a flip: the turns that differ, on stderr, where CUSTOMARY_BENCH_SHOW names the swap.
function show(
  swap: Swap,
  flipped: readonly string[],
  pair: { before: LabelledContact['turns']; after: LabelledContact['turns'] },
): void {
  const asked = process.env['CUSTOMARY_BENCH_SHOW'];
  if (asked === undefined || flipped.length === 0 || !swap.what.includes(asked)) return;
  const lines = pair.before.flatMap(({ speaker, text }, at) =>
    text === pair.after[at]!.text ? [] : [`  ${speaker}: ${text}`, `    -> ${pair.after[at]!.text}`],
  );
  process.stderr.write(`${swap.what}: ${flipped.join(', ')}\n${lines.join('\n')}\n`);
}

function shuffled(contacts: readonly LabelledContact[]): LabelledContact[] {
  const chance = new Chance(seed);
  return contacts
    .map((contact) => ({ contact, order: chance.unit() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ contact }) => contact);
}
