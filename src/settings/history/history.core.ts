// The history in words: what each kind of line says, and under which heading it is looked for.
import { entryKinds } from '../../record/entries/entry.core.ts';

/** Headings, and the things whose lines stand under each: the part of a kind before its dot. */
export const headings = {
  contacts: ['Calls, chats and visits', ['contacts', 'import', 'marks', 'past-marks', 'standards', 'failures']],
  erasing: ['Keeping and erasing', ['retention', 'legal-hold', 'contacts', 'backup', 'checkpoint', 'bundle', 'rows']],
  causes: [
    'Causes and fixes',
    ['failures', 'causes', 'money', 'forecast', 'fix', 'pattern', 'question', 'model', 'profit-killer', 'monday'],
  ],
  record: ['The record', ['organisation', 'adverse-step', 'coaching', 'moment', 'lesson', ...entryKinds]],
  letters: ['Letters', ['letter', 'letters', 'reader-notes']],
  standards: [
    'Standards',
    ['standard', 'standards', 'pack', 'marker', 'agreement', 'calibration', 'review', 'reviews', 'review-plan'],
  ],
  people: ['Who signs in', ['member', 'invitation', 'session', 'token', 'passkey', 'password', 'code', 'people']],
  settings: ['Settings', ['organisation', 'webhook', 'retention', 'monday', 'pack']],
} as const satisfies Readonly<Record<string, readonly [string, readonly string[]]>>;

export type Heading = keyof typeof headings;

export const headingNames = Object.keys(headings) as [Heading, ...Heading[]];

const sentences: Readonly<Record<string, string>> = {
  'job-description.begun': 'A job description was begun',
  'job-description.sent': 'A job description was sent to be evaluated',
  'job-description.evaluated': 'A job description was evaluated',
  'procedure-run.began': 'A procedure was begun as a checklist',
  'procedure-run.ended': 'A run of a procedure was ended',
  'procedure-step.unclear': 'A step of a procedure was called unclear',
  'coaching.given': 'Somebody was coached from a contact',
  'coaching.read': 'A coaching note was read',
  'coaching.acknowledged': 'A coaching note was replied to',
  'coaching.withdrawn': 'A coaching note was taken back unread',
  'coaching.looked-again': 'A coach looked again',
  'moment.pinned': 'A moment of a contact was pinned',
  'moment.taken-down': 'A pinned moment was taken down',
  'lesson.begun': 'A lesson was begun',
  'lesson.changed': 'A lesson was changed',
  'lesson.out': 'A lesson was given out',
  'lesson.being-made': 'A lesson was taken back to be made',
  'lesson.ended': 'A lesson was ended',
  'contacts.added': 'Contacts were brought in',
  'contacts.erased': 'Contacts were erased',
  'import.finished': 'An import was finished',
  'import.undone': 'An import was taken out again',
  'marks.recorded': 'Contacts were marked',
  'past-marks.recorded': 'Marks that people had made were brought in',
  'past-marks.mapping-kept': 'It was said how another tool’s marks are read',
  'standards.taken-up': 'A set of standards came into use',
  'standards.chosen': 'It was chosen which standards are kept',
  'standard.changed': 'A standard was changed',
  'standard.taken-back': 'A standard went back to what ships',
  'failures.diagnosed': 'Causes were found',
  'clause.answered-for': 'It was said why a clause stands',
  'clause.linked': 'A clause was linked to standards',
  'document.draft-begun': 'A draft of a document was begun',
  'document.draft-dropped': 'A draft of a document was thrown away',
  'document.letter-cited': 'A draft was begun for a letter',
  'document.approval-asked': 'Approval of a document was asked for',
  'document.approved': 'A document was approved',
  'document.objected': 'Somebody objected to a document',
  'document.cleared-by-counsel': 'Counsel had nothing against a document',
  'document.objected-by-counsel': 'Counsel objected to a document',
  'document.signed': 'A document was signed',
  'document.published': 'A document was published',
  'document.re-justified': 'It was said why a document still stands',
  'document.rule-set': 'It was set how documents are approved',
  'document.rule-ended': 'A rule of approving documents was ended',
  'document.acknowledged': 'Somebody answered what they had read',
  'document.check-answered': 'Somebody answered a check question',
  'document.factor-answered': 'Somebody said what a clause does for customers',
  'check-question.set': 'A check question was set',
  'check-question.ended': 'A check question is asked no more',
  'fix.proposed': 'A fix was proposed',
  'fix.begun': 'A fix was begun',
  'fix.done': 'A fix was done',
  'fix.checked': 'A fix was checked',
  'fix.verified': 'A fix was verified',
  'fix.not-verified': 'A fix could not be verified',
  'fix.too-early': 'A fix was checked: too early to say',
  'fix.harmed': 'A fix was found to do harm',
  'causes.shared': 'It was worked out how much each cause explains',
  'money.counted': 'It was worked out what failing costs',
  'forecast.made': 'A forecast was made',
  'fix.dropped': 'A fix was dropped',
  'fix.reopened': 'A fix was opened again',
  'pattern.confirmed': 'A fix showed a pattern to be right',
  'pattern.withdrawn': 'What a fix had shown was withdrawn',
  'question.answered': 'An open question was answered',
  'marker.learned': 'A marker was learned from people’s marks',
  'marker.promoted': 'A learned marker took the place of the cues',
  'marker.rolled-back': 'The cues took a learned marker’s place again',
  'marker.rule-set': 'It was said when a marker is learned again',
  'model.learned': 'The program learned from rated turns',
  'model.forgotten': 'What was learned was forgotten',
  'backup.made': 'A backup of everything was taken',
  'rows.sealed': 'Rows of the record were sealed',
  'checkpoint.made': 'A checkpoint was signed over the history',
  'checkpoint.addresses-chosen': 'It was chosen who gets checkpoints by mail',
  'bundle.asked': 'A judge’s file was asked for',
  'bundle.made': 'A judge’s file was made',
  'bundle.dropped': 'The copy of a judge’s file was dropped',
  'retention.set': 'It was set how long contacts are kept',
  'legal-hold.placed': 'A legal hold was placed',
  'legal-hold.released': 'A legal hold was released',
  'member.added': 'Somebody came to sign in here',
  'member.grants-changed': 'What somebody may was changed',
  'member.ended': 'Somebody was let in no more',
  'invitation.sent': 'Somebody was invited',
  'invitation.withdrawn': 'An invitation was taken back',
  'new-password.sent': 'A link to a new password was made',
  'session.begun': 'Somebody signed in',
  'session.ended': 'Somebody signed out',
  'token.added': 'A token was made',
  'token.ended': 'A token was ended',
  'passkey.added': 'A passkey was added',
  'passkey.removed': 'A passkey was taken off',
  'password.changed': 'A password was changed',
  'code.begun': 'One-time codes were begun',
  'code.ended': 'One-time codes were ended',
  'webhook.added': 'A webhook was added',
  'webhook.ended': 'A webhook was ended',
  'job.asked': 'Long work was asked for',
  'job.cancelled': 'Long work was cancelled',
  'organisation.changed': 'The organisation’s words were changed',
  'pack.changed': 'An own set of standards was put in place',
  'pack.removed': 'An own set of standards was taken out',
  'monday.chosen': 'It was chosen who gets the Monday page',
  'monday.written': 'The Monday page was written',
  'letter.sent': 'A letter was written',
  'letter.answered': 'A letter was answered',
  'letter.looked-at': 'Counsel looked at a letter',
  'letter.signed': 'What a letter asks for was signed or refused',
  'letter.escalated': 'A letter went a level up',
  'letter.said': 'Something was said under a letter',
  'letter.grown': 'A flag became a letter',
  'letter.followed': 'What a letter asks for was begun',
  'letter.joined': 'Somebody joined a letter',
  'letter.left': 'Somebody left a letter again',
  'letters.recorded': 'Letters that were written before were brought in',
  'reader-notes.recorded': 'What readers said before was brought in',
  'mark.answered': 'Whoever served said that a mark is right',
  'mark.answer-withdrawn': 'An answer to a mark was taken back',
  'mark.answer-read': 'An answer to a mark was read',
  'mark.disputed': 'A mark was disputed',
  'dispute.answered': 'A dispute of a mark was answered',
  'dispute.escalated': 'A dispute went to the next who may answer',
  'dispute.taken-further': 'A second answer to a dispute was asked for',
  'dispute.withdrawn': 'A dispute was withdrawn',
  'dispute.rule-set': 'It was set how long answers to disputes may take',
  'review-plan.made': 'It was planned what is drawn for review',
  'review-plan.changed': 'A plan of reviews was changed',
  'review-plan.ended': 'A plan of reviews was ended',
  'reviews.drawn': 'Contacts were drawn for review',
  'review.sent': 'A contact was reviewed',
  'review.skipped': 'A review was left to somebody else',
  'review.decided': 'It was decided between two reviewers',
  'reviews.closed': 'A contact was reviewed by two',
  'reviews.closed-with-one': 'A contact that two should review was closed with one review',
  'contact.rep-corrected': 'It was corrected who served in a contact',
  'agreement.rule-set': 'It was set when people’s agreement is poor',
  'calibration.begun': 'A calibration was begun',
  'calibration.revealed': 'What each said in a calibration was shown',
  'calibration.dropped': 'A calibration was taken back',
  'calibration.commented': 'Something was said in a calibration',
  'calibration.key-agreed': 'A key was agreed on in a calibration',
  'calibration.outcome-agreed': 'It was said what becomes of a standard’s wording',
  'calibration.closed': 'A calibration was closed',
  'letter.rule-set': 'It was set how long answers to letters may take',
  'adverse-step.asked': 'A second approval was asked for',
  'adverse-step.agreed': 'A second approval was given',
  'adverse-step.objected': 'A second approval was refused',
  'profit-killer.told': 'The owner was told of a profit-killer',
};

const recordVerbs: Readonly<Record<string, string>> = {
  recorded: 'rows were brought in',
  corrected: 'rows were corrected',
  'taken out': 'rows were taken out',
};

/** `sites.recorded`, which no list names, is said by its parts. */
export function sentenceOf(kind: string): string {
  const known = sentences[kind];
  if (known !== undefined) return known;
  const [thing = kind, verb = ''] = kind.split('.').map((part) => part.replaceAll('-', ' '));
  const named = `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`;
  const done = recordVerbs[verb];
  return done === undefined ? `${named}: ${verb}` : `${named} of the record: ${done}`;
}

/** What parts of the program call themselves, and whoever has no name. */
export function actorSays(
  id: string,
  told: { readonly name?: string; readonly roles: readonly string[] } | undefined,
): string {
  if (told?.name !== undefined) return told.name;
  if (told)
    return told.roles.length === 0
      ? 'somebody who has left'
      : told.roles.map((role) => role.replaceAll('-', ' ')).join(', ');
  if (id === 'this-machine' || id === 'cli') return 'a command on the server';
  if (id === 'shielded') return 'a shielded writer';
  return /^t[0-9a-f]{8,}/.test(id) ? 'a token' : 'the program';
}

/** Deeds of whoever served in a dispute: nobody's disputes are read beside their name. */
export const ofWhoeverServed: ReadonlySet<string> = new Set([
  'mark.disputed',
  'dispute.taken-further',
  'dispute.withdrawn',
]);

/** Deeds of reviewers: who said what of a contact is read beside nobody's name. */
export const ofReviewers: ReadonlySet<string> = new Set([
  'review.sent',
  'review.skipped',
  'review.decided',
  'reviews.closed',
]);

/** Lines in a row that say the same of the same day and person, as one: marking leaves one for every batch. */
export interface Folded {
  readonly first: number;
  readonly last: number;
  readonly times: number;
  /** Of the newest. */
  readonly at: string;
  readonly says: string;
  readonly by: string;
}

/** @param lines newest first */
export function folded(
  lines: readonly { readonly seq: number; readonly at: string; readonly says: string; readonly by: string }[],
): Folded[] {
  const found: Folded[] = [];
  for (const { seq, at, says, by } of lines) {
    const before = found.at(-1);
    const same =
      before?.says === says &&
      before.by === by &&
      before.at.slice(0, 10) === at.slice(0, 10) &&
      before.first === seq + 1;
    if (before && same) found[found.length - 1] = { ...before, first: seq, times: before.times + 1 };
    else found.push({ first: seq, last: seq, times: 1, at, says, by });
  }
  return found;
}
