// What is told of markers: of every standard who marks by it and how far that agrees with people; of one, all of it.
import type { Work } from '../../platform/db/work.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import * as kept from '../../marking/learned/keep-standing.use.ts';
import { modelOf } from '../../marking/learned/marker-model.core.ts';
import { statedDigest } from '../../marking/learned/standing.core.ts';
import { readWording } from '../../review/draws-that-count.use.ts';
import { readReviewMarks } from '../../review/review-marks.use.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { type MarkerCard, ruleAtFirst, untilDue, whyNot } from './marker-card.core.ts';
import { type MarkerLabel, peopleAgree, readLabels } from './marker-labels.use.ts';
import { rulesOf } from './markers.use.ts';
import { assertMayReadMarkers, mayDecideMarkers, mayTrainMarkers } from './markers.access.ts';
import type { MarkerOnWire, MarkersOnWire, OneMarkersOnWire } from './markers.shape.ts';
import { whoDecided } from './who-decided.use.ts';
import { wordsThatWeigh } from './words-that-weigh.core.ts';

/** Every standard that is kept. @throws Fault `markers-forbidden` */
export async function readMarkers(work: Work, standards: readonly Standard[]): Promise<MarkersOnWire> {
  assertMayReadMarkers(work.actor);
  const labels = await readLabels(work, standards);
  const wording = await readWording(
    work,
    standards.map((one) => one.id),
  );
  const said = (await readReviewMarks(work)).filter((one) => wording.holds(one.standard, one.standardVersion));
  const marks = Map.groupBy(said, (one) => one.standard);
  const learned = Map.groupBy(await kept.learnedMarkers(work), (one) => one.standard);
  const standing = new Map((await kept.standingRows(work)).map((one) => [one.standard, one]));
  const rules = await rulesOf(work);
  return {
    standards: standards.map((standard) => {
      const own = learned.get(standard.id) ?? [];
      const stands = standing.get(standard.id)?.marker ?? null;
      const shown = own.find((one) => one.id === stands) ?? own[0];
      const rule = rules.get(standard.id) ?? ruleAtFirst;
      const reviews = labels.get(standard.id)?.length ?? 0;
      const newest = own[0] ? cardOf(own[0]).taughtBy.reviews : 0;
      return {
        standard: standard.id,
        title: titleOf(standard),
        kind: standard.kind,
        reviews,
        people: peopleAgree(marks.get(standard.id) ?? []),
        stands:
          stands !== null && own.some((one) => one.id === stands && saysTheSame(one, standard)) ? 'learned' : 'cue',
        ...(shown ? { learned: briefly(shown, standard) } : {}),
        untilDue: untilDue(rule, reviews, newest),
        rule,
      };
    }),
    can: { train: mayTrainMarkers(work.actor), decide: mayDecideMarkers(work.actor) },
  };
}

/** One standard: its markers, which stood when, what weighs. @throws Fault `markers-forbidden` */
export async function readOneMarkers(work: Work, standard: Standard): Promise<OneMarkersOnWire> {
  assertMayReadMarkers(work.actor);
  const list = await readMarkers(work, [standard]);
  const learned = await kept.learnedMarkers(work, standard.id);
  const history = await kept.standingHistoryOf(work, standard.id);
  const who = await whoDecided(work);
  const current = history[0]?.marker ?? null;
  const shown = learned.find((one) => one.id === current) ?? learned[0];
  const labels = (await readLabels(work, [standard])).get(standard.id) ?? [];
  return {
    ...list.standards[0]!,
    says: standard.says,
    ...(history[0] ? { since: moment(history[0].since) } : {}),
    ...(current === null ? {} : { marker: current }),
    markers: learned.map((one) => ({ ...whole(one, standard), madeBy: who(one.madeBy) })),
    history: history.map(({ marker, since, decidedBy, how }) => ({
      marker,
      since: moment(since),
      by: who(decidedBy),
      how,
    })),
    words: shown ? await wordsOf(work, shown.id, labels) : { met: [], failed: [] },
    can: list.can,
  };
}

/** Contacts looked through for the words behind what was learned: only numbers are kept of them. */
const lookedThrough = 120;

async function wordsOf(work: Work, marker: string, labels: readonly MarkerLabel[]) {
  const row = await kept.learnedMarkerById(work, marker);
  const model = row && modelOf(row.document.weights);
  if (!model) return { met: [], failed: [] };
  const every = Math.max(1, Math.floor(labels.length / lookedThrough));
  const ids = labels.filter((_, at) => at % every === 0).map((one) => one.contact);
  return wordsThatWeigh(model, await findContacts(work, ids.slice(0, lookedThrough)));
}

function briefly(row: kept.ListedMarker, standard: Standard): MarkerOnWire {
  const { figures, evidence, invariance, taughtBy } = cardOf(row);
  return {
    id: row.id,
    madeAt: moment(row.madeAt),
    reviews: taughtBy.reviews,
    learned: figures.learned,
    cue: figures.cue,
    difference: figures.difference,
    duels: evidence.duels,
    won: evidence.won,
    flips: invariance.flips,
    pairs: invariance.pairs,
    // What another version of the program learned can't be read; that is asked where somebody lets it in.
    whyNot: whyNot(cardOf(row), { saysTheSame: saysTheSame(row, standard), readable: true }),
  };
}

function whole(row: kept.ListedMarker, standard: Standard): MarkerOnWire & { card: MarkerCard } {
  return { ...briefly(row, standard), card: cardOf(row) };
}

function cardOf({ card }: kept.ListedMarker): MarkerCard {
  return card as MarkerCard;
}

function saysTheSame({ stated }: kept.ListedMarker, standard: Standard): boolean {
  return stated === statedDigest(standard);
}

function moment(at: string): string {
  return new Date(at).toISOString();
}
