// vCon, draft 0.0.1 to core-04: words in the dialog's text, else in the transcripts of `analysis`, whatever vendor wrote them.
import type { ContactFacts } from '../contact.core.ts';
import { directionOf } from './facts-of.ts';
import { holdsOfDialogs } from './holds.ts';
import { at, isRecord, numberAt, recordsAt, textAt } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import type { FoundTurn } from './make-draft.ts';
import { readNestedTurns } from './nested-turns.ts';
import { roleField } from './shape-read.ts';
import type { ShapeRead } from './shape-read.ts';
import { readMoment, readWritten, startOf } from './times.ts';
import { transcriptTurns } from './transcript-lines.ts';
import { vendorShapes } from './vendor-shapes.ts';

/** Reads one vCon; null where the record is none. Signed and encrypted forms say what to do. */
export function readVcon(record: JsonRecord, id: string): ShapeRead | null {
  if ('ciphertext' in record && ('recipients' in record || 'unprotected' in record)) {
    return {
      expected: 'an open vCon; this one is encrypted',
      remedy: 'Decrypt it with your key and import the open form.',
    };
  }
  if ('payload' in record && 'signatures' in record) {
    return {
      expected: 'an open vCon; this one is in its signed form',
      remedy: 'Check the signature and import the payload that it signs.',
    };
  }
  const looks =
    (typeof record.vcon === 'string' && ('parties' in record || 'dialog' in record)) ||
    (typeof record.uuid === 'string' && 'parties' in record && 'dialog' in record);
  if (!looks) return null;
  const parties = recordsAt(record, 'parties');
  const dialogs = recordsAt(record, 'dialog');
  const inline = inlineTurns(dialogs, parties);
  const turns = inline.length > 0 ? inline : analysisTurns(recordsAt(record, 'analysis'), parties, id);
  if (turns.length === 0) return unread(dialogs);
  const analysed = recordsAt(record, 'analysis')
    .map((one) => textAt(one.body, 'detected_language', 'language'))
    .find((language) => language !== undefined);
  return {
    found: {
      originalId: textAt(record, 'uuid') ?? id,
      format: 'vcon',
      turns,
      facts: factsOfVcon(record, dialogs, parties),
      // Words in `analysis` are a recogniser's, of something said; words of the dialog itself were mostly typed.
      channel: inline.length > 0 && !dialogs.some((one) => one.type === 'recording') ? undefined : 'phone',
      usualChannel: 'chat',
      language: analysed,
      heardBy: inline.length > 0 ? undefined : 'recogniser',
      holds: holdsOfDialogs(dialogs, originOf(dialogs)),
      knownNames: parties.flatMap((party) => textAt(party, 'name') ?? []),
    },
  };
}

// Turns count from the first text, or from where the recording began.
function originOf(dialogs: readonly JsonRecord[]): number | undefined {
  const moment = dialogs.map((one) => readMoment(textAt(one, 'start') ?? '')).find((one) => one !== null);
  return moment === undefined || moment === null ? undefined : Date.parse(moment) / 1000;
}

function unread(dialogs: readonly JsonRecord[]): ShapeRead {
  return dialogs.some(
    (one) => one.type === 'recording' || /^(?:audio|video)\//.test(textAt(one, 'mimetype', 'mediatype') ?? ''),
  )
    ? {
        expected: 'words; this vCon has a recording and no transcript',
        remedy:
          'Have the recording transcribed with speakers kept apart, and import the transcript; recordings themselves are not read yet.',
      }
    : {
        expected: 'words in the dialog or in a transcript under analysis',
        remedy: 'Export the vCon with its text or its transcript.',
      };
}

/** The body as text or as JSON, whatever the encoding says. */
function bodyOf(part: JsonRecord): Json | undefined {
  const { body } = part;
  if (typeof body !== 'string') return body;
  const encoding = textAt(part, 'encoding');
  const text =
    encoding === 'base64url' || encoding === 'base64' ? Buffer.from(body, 'base64url').toString('utf8') : body;
  if (encoding === 'json' || /^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text) as Json;
    } catch {
      return text;
    }
  }
  return text;
}

function partyTurn(parties: readonly JsonRecord[], index: number | undefined): Pick<FoundTurn, 'label' | 'speaker'> {
  const party = index === undefined ? undefined : parties[index];
  if (!party) return { label: null };
  const role = roleField(party.role) ?? roleField(at(party, 'meta', 'role'));
  return { label: textAt(party, 'name', 'id', 'mailto', 'tel') ?? `party ${index! + 1}`, speaker: role };
}

function inlineTurns(dialogs: readonly JsonRecord[], parties: readonly JsonRecord[]): readonly FoundTurn[] {
  const turns: (FoundTurn & { epoch: number | undefined })[] = [];
  for (const dialog of dialogs) {
    if (dialog.type !== 'text' && !textAt(dialog, 'mimetype', 'mediatype')?.startsWith('text/')) continue;
    const body = bodyOf(dialog);
    if (typeof body !== 'string' || body.trim() === '') continue;
    const involved = Array.isArray(dialog.parties) ? (dialog.parties as readonly Json[]).flat() : [dialog.parties];
    const first = involved.find((one) => typeof one === 'number');
    const moment = readMoment(textAt(dialog, 'start') ?? '');
    const epoch = moment === null ? undefined : Date.parse(moment) / 1000;
    turns.push({ ...partyTurn(parties, numberAt(dialog, 'originator') ?? first), text: body, epoch });
  }
  // A text dialog of several lines may be the whole contact.
  if (turns.length === 1) {
    const inside = transcriptTurns(turns[0]!.text);
    if (inside.length > 1) return tied(inside, parties);
  }
  const origin = turns[0]?.epoch;
  return turns.map(({ epoch, ...turn }) => ({
    ...turn,
    start: epoch === undefined || origin === undefined ? undefined : epoch - origin,
  }));
}

function analysisTurns(
  analyses: readonly JsonRecord[],
  parties: readonly JsonRecord[],
  id: string,
): readonly FoundTurn[] {
  const transcripts = analyses.filter((one) => /transcript|diari[sz]ed|wtf/i.test(textAt(one, 'type') ?? ''));
  const read = transcripts.map((one) => tied(wordsOf(bodyOf(one), id), parties));
  // The one that tells speakers apart is worth most, then the one with the most turns, then the first.
  const worth = (turns: readonly FoundTurn[]): number =>
    new Set(turns.map((turn) => turn.label)).size * 1e6 + turns.length;
  return read.toSorted((a, b) => worth(b) - worth(a))[0] ?? [];
}

function wordsOf(body: Json | undefined, id: string): readonly FoundTurn[] {
  if (typeof body === 'string') return transcriptTurns(body);
  const list = Array.isArray(body) ? ({ turns: body } as JsonRecord) : body;
  if (!isRecord(list)) return [];
  for (const read of [...vendorShapes, readNestedTurns]) {
    const result = read(list, id);
    if (result && 'found' in result && result.found.turns.length > 0) return result.found.turns;
  }
  const text = textAt(list, 'transcript', 'text', 'diarized', 'body');
  return text === undefined ? [] : transcriptTurns(text);
}

/** Labels that are a party's name or number take that party's role. */
function tied(turns: readonly FoundTurn[], parties: readonly JsonRecord[]): readonly FoundTurn[] {
  const byName = new Map(
    parties.flatMap((party, i) => (textAt(party, 'name') ? [[textAt(party, 'name')!.toLowerCase(), i] as const] : [])),
  );
  return turns.map((turn) => {
    const index = turn.label === null ? undefined : byName.get(turn.label.toLowerCase());
    return index === undefined ? turn : { ...turn, ...partyTurn(parties, index) };
  });
}

function factsOfVcon(record: JsonRecord, dialogs: readonly JsonRecord[], parties: readonly JsonRecord[]): ContactFacts {
  const meta = dialogs.map((one) => one.meta).find((one) => isRecord(one));
  const bodies = recordsAt(record, 'attachments')
    .map((one) => bodyOf(one))
    .filter((one) => isRecord(one));
  const first = <T>(...found: readonly (T | undefined | null)[]): T | undefined =>
    found.find((one) => one !== undefined && one !== null) ?? undefined;
  const started = readWritten(textAt(dialogs[0], 'start') ?? '') ?? readWritten(textAt(record, 'created_at') ?? '');
  const direction = directionOf(
    first(textAt(meta, 'direction'), ...bodies.map((body) => textAt(body, 'direction'))) ?? '',
  );
  const lengths = dialogs
    .map((one) => numberAt(one, 'duration'))
    .filter((one) => one !== undefined && one > 0) as number[];
  const rep = parties.find((party) => (roleField(party.role) ?? roleField(at(party, 'meta', 'role'))) === 'rep');
  const customer = parties.find(
    (party) => (roleField(party.role) ?? roleField(at(party, 'meta', 'role'))) === 'customer',
  );
  const outcome = first(
    textAt(meta, 'agent_selected_disposition'),
    ...bodies.map((body) => textAt(body, 'agentSelectedDisposition', 'disposition')),
    textAt(meta, 'disposition'),
  );
  const site = first(...bodies.map((body) => textAt(body, 'dealerName', 'site', 'location', 'branch')));
  const repName = rep && textAt(rep, 'name', 'id', 'mailto');
  const reference = customer && textAt(customer, 'id', 'mailto', 'tel');
  return {
    ...startOf(started),
    ...(direction ? { direction } : {}),
    ...(lengths.length > 0 ? { durationSeconds: lengths.reduce((sum, one) => sum + one, 0) } : {}),
    ...(repName ? { rep: repName } : {}),
    ...(reference ? { customerReference: reference } : {}),
    ...(outcome ? { outcome } : {}),
    ...(site ? { site } : {}),
  };
}
