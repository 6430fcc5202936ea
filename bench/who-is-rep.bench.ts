// Is the rep found with the labels hidden? On the half of the public contacts that the table of weights wasn't fitted on
// (every even one), each label is replaced by an opaque one; then labels are taken away altogether.
import { whoIsRep } from '../src/contacts/who-is-rep.core.ts';
import { share } from './bench.ts';
import type { BenchResult, Measure } from './bench.ts';
import { dataFolder, labelledContacts } from './labelled-contacts.ts';
import type { LabelledContact } from './labelled-contacts.ts';

export const name = 'who-is-rep';

const quickEvery = 4;

/** @returns shares of contacts right by label, of turns right without labels, and how doubt is spread */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder)
    return { measures: [], left_out: ['Everything: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'] };
  const heldOut = labelledContacts(folder).filter(
    (contact, at) => at % 2 === 0 && (!quick || contact.set === 'insurance' || at % (2 * quickEvery) === 0),
  );
  const measures: Measure[] = [];
  const total = { right: 0, contacts: 0, turnsRight: 0, turns: 0, doubted: 0, doubtedWrong: 0, wrong: 0 };
  for (const [set, contacts] of Map.groupBy(heldOut, (contact) => contact.set)) {
    const one = { right: 0, contacts: 0, turnsRight: 0, turns: 0 };
    for (const contact of contacts) {
      const merged = mergeTurns(contact);
      if (new Set(merged.map((turn) => turn.speaker)).size === 2) {
        const found = whoIsRep({
          turns: contact.turns.map((turn) => ({
            label: turn.speaker === 'rep' ? 'Speaker B' : 'Speaker A',
            text: turn.text,
          })),
        });
        const right = found.speakers.every((speaker, at) => speaker === contact.turns[at]!.speaker);
        one.contacts++;
        one.right += Number(right);
        total.doubted += Number(found.howSure < 0.7);
        total.doubtedWrong += Number(found.howSure < 0.7 && !right);
        total.wrong += Number(!right);
      }
      const untagged = whoIsRep({ turns: merged.map((turn) => ({ label: null, text: turn.text })) });
      one.turns += merged.length;
      one.turnsRight += untagged.speakers.filter((speaker, at) => speaker === merged[at]!.speaker).length;
    }
    measures.push(share(`${set}: contacts right, labels opaque`, one.right, one.contacts, '>= 0.95', quick));
    measures.push(share(`${set}: turns right, no labels`, one.turnsRight, one.turns, '', quick));
    total.right += one.right;
    total.contacts += one.contacts;
    total.turns += one.turns;
    total.turnsRight += one.turnsRight;
  }
  measures.push(share('all: contacts right, labels opaque', total.right, total.contacts, '>= 0.95', quick));
  measures.push(share('all: turns right, no labels', total.turnsRight, total.turns, '>= 0.95', quick));
  measures.push(share('contacts in doubt (how sure < .7)', total.doubted, total.contacts, '<= 0.1', quick));
  return {
    measures,
    left_out: [
      'multidogo: its turns are the customer’s only.',
      'vCon without parties on its turns: nobody stated who speaks.',
    ],
  };
}

// A turn is all that one speaker says before the other; some sets have a row a sentence.
function mergeTurns(contact: LabelledContact): { speaker: 'rep' | 'customer'; text: string }[] {
  const merged: { speaker: 'rep' | 'customer'; text: string }[] = [];
  for (const turn of contact.turns) {
    const last = merged.at(-1);
    if (last?.speaker === turn.speaker) last.text += ` ${turn.text}`;
    else merged.push({ ...turn });
  }
  return merged;
}
