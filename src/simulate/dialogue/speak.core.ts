// From a planned contact to what was said, turn by turn with times. Words follow the plan's acts: a standard that is
// planned as kept is plainly kept, one that is planned as failed plainly missed. The same contact gives the same words.
import type { PlannedContact, PlannedKind } from '../planned.core.ts';
import { addCauseWords } from './cause-words.core.ts';
import { timed, type Turn } from './clock.core.ts';
import { enquire } from './enquiry.core.ts';
import { spokenAloud } from './habits.core.ts';
import { heard, type Ear } from './mishear.core.ts';
import { mistyped } from './misspell.core.ts';
import { tidy } from './say.core.ts';
import { bill, complain, letIn, moveOut } from './serving.core.ts';
import { addSmallTalk } from './small-talk.core.ts';
import { Stage, type Line } from './stage.core.ts';
import type { Cast } from './values.core.ts';
import type { Wording } from './wording.core.ts';

export interface Spoken {
  readonly turns: readonly Turn[];
  /** Stretches on hold, in seconds from the start. */
  readonly holds: readonly { readonly from: number; readonly to: number }[];
  readonly seconds: number;
  /** Who wrote the words down: in chats the speakers themselves. */
  readonly writtenBy: 'machine' | 'person';
}

const scripts: Record<PlannedKind, (stage: Stage) => void> = {
  enquiry: enquire,
  'price-objection': enquire,
  'move-in': enquire,
  billing: bill,
  access: letIn,
  complaint: complain,
  cancellation: moveOut,
};

/**
 * Speak one contact.
 * @param salt another number gives other words for the same acts
 */
export function speak(contact: PlannedContact, cast: Cast, wording: Wording, salt = 0): Spoken {
  const stage = new Stage(contact, cast, wording, salt);
  scripts[contact.kind](stage);
  addCauseWords(stage);
  addSmallTalk(stage);
  const ear = earOf(stage);
  const lines = joined(stage.lines).map((line, at) => ({ ...line, text: written(stage, line, ear, at < 6) }));
  return { ...timed(stage, lines), writtenBy: ear === null ? 'person' : 'machine' };
}

// Two things said by one speaker on end are one turn, unless a hold lies between them.
function joined(lines: readonly Line[]): Line[] {
  const turns: Line[] = [];
  for (const line of lines) {
    const last = turns.at(-1);
    if (last && last.speaker === line.speaker && line.heldFor === undefined)
      turns[turns.length - 1] = { ...last, text: `${last.text} ${line.text}`, about: [...last.about, ...line.about] };
    else turns.push(line);
  }
  return turns;
}

function written(stage: Stage, line: Line, ear: Ear | null, early: boolean): string {
  const spoken = tidy(spokenAloud(stage, line));
  if (stage.contact.channel === 'chat') return mistyped(stage, line, spoken);
  return ear === null ? spoken : heard(stage, line, spoken, { ear, early });
}

// Most places have their calls typed by people; where a recogniser wrote them down is a matter of chance, not of the site,
// or what is misheard would pass for a site's way of serving.
function earOf(stage: Stage): Ear | null {
  if (stage.contact.channel === 'chat') return null;
  const kind = stage.chance.unit();
  if (kind < 0.8) return null;
  return kind < 0.94 ? 'punctuated' : 'bare';
}
