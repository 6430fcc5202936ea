// The last step of every reader: cleaned words, stated roles, a believable clock, and notes on what was dropped or is missing.
import type { Channel, FormAnswer, HeardBy, Pause } from '../../standards/encounter.core.ts';
import { tidyClock } from '../clock.core.ts';
import type { ContactDraft, ContactFacts, DraftTurn } from '../contact.core.ts';
import { holdsOfTurns, tidyHolds } from '../holds.core.ts';
import { guessChannel, type Guessed } from './channel-guess.ts';
import { cleanLabel, cleanText } from './clean-text.ts';
import type { Place } from './read-item.ts';
import { statedRoles } from './speaker-words.ts';
import { readWords } from './word-times.ts';
import type { HeardWord } from './word-times.ts';

/** A turn as a reader found it; `speaker` only where the format has a field that states the role. */
export interface FoundTurn {
  label: string | null;
  speaker?: DraftTurn['speaker'] | undefined;
  text: string;
  start?: number | undefined;
  end?: number | undefined;
  confidence?: number | undefined;
  /** The turn's words one by one, where the source has their times or confidences. */
  words?: HeardWord[] | undefined;
  /** Silences inside the turn that are known without its words; offsets into `text`. */
  pauses?: Pause[] | undefined;
}

export interface Found {
  readonly originalId: string;
  readonly format: string;
  readonly turns: readonly FoundTurn[];
  readonly facts?: ContactFacts;
  readonly answers?: readonly FormAnswer[];
  /** The channel that the format itself implies; a stated one in `facts` outranks it. */
  readonly channel?: Channel | undefined;
  /** Where the reader had to guess it already, to know what a turn is. */
  readonly guessed?: Guessed | undefined;
  /** What the format is mostly used for, where neither path nor words say otherwise. */
  readonly usualChannel?: 'chat' | 'phone' | undefined;
  readonly language?: string | undefined;
  /** Who wrote the words down, where the format tells it. */
  readonly heardBy?: HeardBy | undefined;
  readonly holds?: ContactDraft['holds'];
  readonly knownNames?: readonly string[];
  readonly notes?: readonly string[];
}

/** The draft of what was found, ready for the next step. Its text holds no control character, escape or markup. */
export function makeDraft(found: Found, place: Place): ContactDraft {
  const notes = new Set(found.notes);
  const roles = statedRoles(new Set(found.turns.flatMap((turn) => turn.label ?? [])));
  const turns: DraftTurn[] = [];
  const labels = new Map<string, string | null>();
  for (const one of found.turns) {
    const { text, hadControls, hadMarkup } = cleanText(one.text);
    if (hadControls) notes.add('Control characters were dropped from the words.');
    if (hadMarkup) notes.add('Markup was dropped from the words.');
    if (text === '') continue;
    if (turns.length >= place.limits.turns) {
      notes.add(`Only the first ${place.limits.turns} turns were read.`);
      break;
    }
    turns.push(draftTurn(one, text, roles.get(one.label ?? ''), labels));
  }
  const facts: ContactFacts = {
    ...believedDirection(found.facts ?? {}, turns, notes),
    ...(place.options.repLabel === undefined ? {} : { repLabel: place.options.repLabel }),
  };
  const stated = facts.channel ?? place.options.channel ?? found.channel;
  const { channel, from } =
    stated === undefined
      ? (found.guessed ?? guessChannel(place, turns, found.usualChannel))
      : { channel: stated, from: undefined };
  if (turns.length === 0 && (found.answers ?? []).length === 0) notes.add('The source has no words of it.');
  noteSpeakers(turns, notes);
  return tidyClock({
    source: { file: place.file, originalId: cleanLabel(found.originalId), format: found.format },
    facts,
    channel,
    ...(from === undefined ? {} : { channelFrom: from }),
    ...(found.language ? { language: found.language } : {}),
    ...heardByOf(channel, place.options.heardBy ?? found.heardBy),
    timing: 'none',
    turns,
    answers: found.answers ?? [],
    ...holdsOf(facts.holds ?? found.holds, turns),
    knownNames: [
      ...new Set((found.knownNames ?? []).map((name) => cleanLabel(name)).filter((name) => /\p{L}{2}/u.test(name))),
    ],
    notes: [...notes],
  });
}

const thanksForCall = /\bthank(?:s| you)(?: so much| very much)? for (?:calling|contacting|reaching out)\b/i;

// Telephones of an office write "out" on every call. Who thanks for the call with the first words didn't make it.
function believedDirection(facts: ContactFacts, turns: readonly DraftTurn[], notes: Set<string>): ContactFacts {
  const first = turns.find((turn) => turn.speaker !== 'other');
  if (facts.direction !== 'outbound' || first === undefined || first.speaker === 'customer') return facts;
  if (!thanksForCall.test(first.text.slice(0, 200))) return facts;
  const { direction: _, ...others } = facts;
  notes.add('The source says that we called, and the first words thank for a call: who called is left open.');
  return others;
}

// Without a word of holds from the source or in the turns it isn't known whether there were any.
function holdsOf(told: ContactDraft['holds'], turns: readonly DraftTurn[]): Pick<ContactDraft, 'holds'> {
  const marked = holdsOfTurns(turns);
  return told === undefined && marked.length === 0 ? {} : { holds: tidyHolds([...(told ?? []), ...marked]) };
}

// What somebody tells of a folder's transcripts is told of speech; what was typed, was typed.
function heardByOf(channel: Channel, heardBy: HeardBy | undefined): { heardBy?: HeardBy } {
  const typed = channel === 'chat' || channel === 'email' || channel === 'complaint';
  return heardBy === undefined || typed ? {} : { heardBy };
}

function draftTurn(
  one: FoundTurn,
  text: string,
  role: DraftTurn['speaker'],
  labels: Map<string, string | null>,
): DraftTurn {
  const raw = one.label ?? '';
  if (!labels.has(raw)) labels.set(raw, cleanLabel(raw, 80) || null);
  const label = labels.get(raw) ?? null;
  const speaker = one.speaker ?? role;
  const heard = one.words && one.words.length > 0 ? readWords({ text, start: one.start, end: one.end }, one.words) : {};
  const given = one.confidence ?? heard.confidence;
  const confidence = given !== undefined && given >= 0 && given <= 1 ? given : undefined;
  const pauses = heard.pauses ?? one.pauses?.map((pause) => (text === one.text ? pause : withoutPlace(pause)));
  return {
    label,
    ...(speaker ? { speaker } : {}),
    text,
    ...(one.start === undefined ? {} : { start: seconds(one.start) }),
    ...(one.end === undefined ? {} : { end: seconds(one.end) }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(heard.unclear === undefined ? {} : { unclear: heard.unclear }),
    ...(pauses === undefined || pauses.length === 0 ? {} : { pauses }),
  };
}

// Where cleaning changed the text, its offsets are not the source's.
const withoutPlace = ({ at, seconds: length }: Pause): Pause => ({ at, seconds: length });

// Milliseconds are as fine as any source; longer fractions are noise of subtraction.
// To the millisecond; a number too large to be any time stays as it is, and the clock's check finds it.
const seconds = (value: number): number => (Math.abs(value) < 1e12 ? Math.round(value * 1000) / 1000 : value);

function noteSpeakers(turns: readonly DraftTurn[], notes: Set<string>): void {
  if (turns.length === 0) return;
  const labels = new Set(turns.map((turn) => turn.label));
  if (labels.size === 1)
    notes.add(labels.has(null) ? 'The source does not say who speaks.' : 'The source has one speaker only.');
}

/** The file's name without folders and without its endings (`calls/17.vtt` -> `17`). */
export function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return (
    name.replace(
      /(?:\.(?:vtt|srt|txt|md|jsonl?|ndjson|csv|tsv|xlsx|gz|tar|tgz|zip|vcon|transcript|wav|mp3|m4a))+$/i,
      '',
    ) || name
  );
}
