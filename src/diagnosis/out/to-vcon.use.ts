// A contact as a vCon: its redacted words as dialogs, what was said of it as an analysis, which any reader of vCon passes over
// that doesn't know it.
import type { Moment } from '../../kernel/moment.ts';
import { sha256 } from '../../kernel/digest.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';

const roles = ['agent', 'customer', 'other'] as const;
const roleOf: Record<Turn['speaker'], (typeof roles)[number]> = { rep: 'agent', customer: 'customer', other: 'other' };

/** @param at when it is made */
export function toVcon(contact: OneContact, at: Moment) {
  const begun = contact.startedAt;
  const times = (turn: OneContact['turns'][number]) =>
    begun === undefined || turn.start === undefined
      ? {}
      : {
          start: new Date(Date.parse(begun) + turn.start * 1000).toISOString(),
          ...(turn.end === undefined ? {} : { duration: Math.round((turn.end - turn.start) * 1000) / 1000 }),
        };
  return {
    vcon: '0.0.2',
    uuid: uuidOf(`${contact.id} ${contact.version}`),
    created_at: begun ?? at,
    // Words were hidden before they were kept: there is no other form of it.
    redacted: {},
    parties: roles.map((role) => ({ role, name: role })),
    dialog: contact.turns.map((turn) => ({
      type: 'text',
      ...times(turn),
      parties: [roles.indexOf(roleOf[turn.speaker])],
      originator: roles.indexOf(roleOf[turn.speaker]),
      mediatype: 'text/plain',
      body: turn.text,
      encoding: 'none',
    })),
    analysis: [
      {
        type: 'customary-marks',
        dialog: contact.turns.map((_turn, nth) => nth),
        vendor: 'Customary',
        schema: 'https://customary.invalid/schemas/marks-1',
        mediatype: 'application/json',
        encoding: 'json',
        body: JSON.stringify({
          contact: contact.id,
          version: contact.version,
          marks: contact.marks.map(
            ({ id, standard, title, kind, verdict, marker, confidence, evidence, searched }) => ({
              id,
              standard,
              title,
              kind,
              verdict,
              marker,
              confidence,
              // `turn` counts the dialogs from 0; `from` and `to` are UTF-16 places in its body.
              evidence: evidence.map(({ turn, from, to }) => ({ turn, from, to })),
              ...(searched ? { searched } : {}),
            }),
          ),
          failures: contact.failures.map(({ mark, standing, leading, odds }) => ({ mark, standing, leading, odds })),
        }),
      },
    ],
    attachments: [],
  };
}

/** A UUID (version 8) of what the name stands for: the same each time. */
function uuidOf(name: string): string {
  const hex = sha256(`customary vcon ${name}`);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
