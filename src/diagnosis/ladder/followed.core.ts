// An instruction that was followed, as somebody found who had no part in it: it opens question 3 anew, where it was a policy's, and
// question 5, where it was a procedure's or somebody's word. What was found of this very contact goes before what holds in general.
import type { Cause, ManagementLevel, ReadFrom } from '../finding.core.ts';
import type { FollowedHere } from '../failure.core.ts';
import { type Asked, named, type Reading } from './reading.core.ts';

/** The question that each kind of instruction answers, and the cause that it points to. */
const opens: Readonly<Record<FollowedHere['kind'], { readonly rung: number; readonly cause: Cause }>> = {
  policy: { rung: 3, cause: 'policy' },
  procedure: { rung: 5, cause: 'procedure' },
  word: { rung: 5, cause: 'management' },
};

/** The yes that an upheld instruction gives to a question; undefined where there is none, or it answers another question. */
export function readFollowed(asked: Asked, rung: number, recorded: Reading): Reading | undefined {
  const { followed } = asked.failure;
  if (!followed || opens[followed.kind].rung !== rung) return undefined;
  const { cause } = opens[followed.kind];
  const { dispute, upheldOn, inPart, kind } = followed;
  const also = recorded.answer === 'yes' ? recorded : undefined;
  return {
    answer: 'yes',
    pointsTo: also ? [cause, ...also.pointsTo.filter((one) => one !== cause)] : [cause],
    detail: inPart ? 'followed-in-part' : 'followed',
    ...(cause === 'management' ? { level: levelOf(asked, followed) } : {}),
    readFrom: [{ kind: 'dispute', id: dispute, version: upheldOn }, ...cited(followed), ...(also ? also.readFrom : [])],
    sentence: [
      `The person followed ${told(asked, followed)}${inPart ? ', which was a part of it' : ''}: found so on ${upheldOn}, after they disputed the mark.`,
      // A record that says otherwise stays in sight; one that says the same adds to it.
      ...(recorded.answer === 'no' && kind !== 'word' ? [`The record says otherwise: ${recorded.sentence}`] : []),
      ...(also ? [also.sentence] : []),
    ].join(' '),
  };
}

function cited({ kind, document, version, part, saidBy, on }: FollowedHere): ReadFrom[] {
  if (kind === 'word') return [{ kind: 'word', id: saidBy ?? 'unknown', ...(on === undefined ? {} : { version: on }) }];
  return [
    {
      kind,
      id: document ?? '',
      ...(version === undefined ? {} : { version }),
      ...(part === undefined ? {} : { part }),
    },
  ];
}

// Nobody's name stands in a finding: whose word it was, by what they are.
function told({ book }: Asked, { kind, document, version, part, on }: FollowedHere): string {
  if (kind === 'word') return `what they were told to do${on === undefined ? '' : ` on ${on}`}`;
  const written = document === undefined ? undefined : book.written(kind, document, version);
  const where = part === undefined ? '' : `${kind === 'policy' ? 'clause' : 'step'} ${part} of `;
  return `${where}${written ? named(written) : `a ${kind}`}${on === undefined ? '' : `, in force on ${on}`}`;
}

/** Of whoever said it, as of that day; a site's where they are not on record. */
function levelOf({ book, failure }: Asked, { saidBy, on }: FollowedHere): ManagementLevel {
  const day = on ?? failure.day;
  const role = saidBy === undefined || day === undefined ? undefined : book.post(saidBy, day)?.role;
  if (role === undefined) return 'site';
  if (/owner/i.test(role)) return 'owner';
  return /district|regional|area/i.test(role) ? 'district' : 'site';
}
