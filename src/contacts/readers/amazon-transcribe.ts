// Amazon Transcribe: plain jobs (items with speaker or channel labels), call analytics, and the post-call analytics output.
import type { ContactFacts } from '../contact.core.ts';
import { at, isRecord, numberAt, recordsAt, textAt } from './json-value.ts';
import type { JsonRecord } from './json-value.ts';
import { mean, roleField, turnsOfWords } from './shape-read.ts';
import type { FoundWord, ShapeRead } from './shape-read.ts';
import { readWritten, startOf } from './times.ts';
import { mergeTurns } from './table-turns.ts';

/** A plain job: `results.items`, words with a speaker of their own, of `speaker_labels`, or of `channel_labels`. */
export function readTranscribe(record: JsonRecord, id: string): ShapeRead | null {
  const results = record.results;
  if (
    !isRecord(results) ||
    !(Array.isArray(results.items) || Array.isArray(results.transcripts)) ||
    'utterances' in results
  )
    return null;
  const channels = recordsAt(results, 'channel_labels', 'channels');
  const words =
    channels.length > 0
      ? channels
          .flatMap((channel, i) =>
            wordsOfItems(recordsAt(channel, 'items'), () => textAt(channel, 'channel_label') ?? `ch_${i}`),
          )
          .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
      : wordsOfItems(recordsAt(results, 'items'), labeller(results));
  const whole = recordsAt(results, 'transcripts')
    .map((one) => textAt(one, 'transcript') ?? '')
    .join(' ');
  const turns = words.length > 0 ? turnsOfWords(words) : [{ label: null, text: whole }];
  return {
    found: {
      originalId: textAt(record, 'jobName') ?? id,
      format: 'amazon-transcribe',
      turns,
      channel: 'phone',
      language: textAt(results, 'language_code'),
      heardBy: 'recogniser',
    },
  };
}

/** Who says the item: its own label, or the labelled segment that holds its start. */
function labeller(results: JsonRecord): (item: JsonRecord) => string | null {
  const byStart = new Map<string, string>();
  for (const segment of recordsAt(results, 'speaker_labels', 'segments')) {
    const label = textAt(segment, 'speaker_label');
    for (const item of recordsAt(segment, 'items'))
      byStart.set(textAt(item, 'start_time') ?? '', textAt(item, 'speaker_label') ?? label ?? '');
  }
  return (item) => textAt(item, 'speaker_label') ?? (byStart.get(textAt(item, 'start_time') ?? '') || null);
}

function wordsOfItems(items: readonly JsonRecord[], labelOf: (item: JsonRecord) => string | null): FoundWord[] {
  let before: number | undefined;
  return items.flatMap((item): FoundWord[] => {
    const best = recordsAt(item, 'alternatives')[0];
    const text = textAt(best, 'content');
    if (text === undefined) return [];
    const joined = item.type === 'punctuation';
    // Punctuation has no time; it keeps that of the word before it, so that channels can be sorted together.
    before = joined ? before : numberAt(item, 'start_time');
    return [
      {
        label: joined ? null : labelOf(item),
        text,
        start: before,
        end: numberAt(item, 'end_time'),
        confidence: joined ? undefined : numberAt(best, 'confidence'),
        joined,
      },
    ];
  });
}

/** Call analytics: `Transcript` with `ParticipantRole` and milliseconds. */
export function readCallAnalytics(record: JsonRecord, id: string): ShapeRead | null {
  const lines = recordsAt(record, 'Transcript');
  if (lines.length === 0 || !lines.some((line) => 'ParticipantRole' in line || 'ParticipantId' in line)) return null;
  const ms = (line: JsonRecord, key: string): number | undefined => {
    const value = numberAt(line, key);
    return value === undefined ? undefined : value / 1000;
  };
  const roles = new Map(
    recordsAt(record, 'Participants').map((one) => [textAt(one, 'ParticipantId') ?? '', one.ParticipantRole]),
  );
  const turns = lines.map((line) => ({
    label: textAt(line, 'ParticipantRole', 'ParticipantId') ?? null,
    // A line may name its participant only, whose role is stated beside the transcript.
    speaker: roleField(line.ParticipantRole ?? roles.get(textAt(line, 'ParticipantId') ?? '')),
    text: textAt(line, 'Content') ?? '',
    start: ms(line, 'BeginOffsetMillis'),
    end: ms(line, 'EndOffsetMillis'),
    confidence: mean(recordsAt(line, 'Items').map((item) => numberAt(item, 'Confidence'))),
    words: recordsAt(line, 'Items').map((item) => ({
      text: textAt(item, 'Content') ?? '',
      start: ms(item, 'BeginOffsetMillis'),
      end: ms(item, 'EndOffsetMillis'),
      confidence: numberAt(item, 'Confidence'),
    })),
  }));
  const length = numberAt(at(record, 'ConversationCharacteristics'), 'TotalConversationDurationMillis');
  // Chats are analysed by the same service: people typed them.
  const chat = textAt(record, 'Channel')?.toUpperCase() === 'CHAT';
  const facts: ContactFacts = {
    channel: chat ? 'chat' : 'phone',
    ...(length === undefined ? {} : { durationSeconds: length / 1000 }),
  };
  return {
    found: {
      originalId: textAt(record, 'JobName', 'ContactId') ?? id,
      format: 'amazon-call-analytics',
      turns: mergeTurns(turns, true),
      facts,
      language: textAt(record, 'LanguageCode'),
      heardBy: chat ? 'person' : 'recogniser',
    },
  };
}

/** The output of post-call analytics: `SpeechSegments` beside `ConversationAnalytics`. */
export function readPostCallAnalytics(record: JsonRecord, id: string): ShapeRead | null {
  const segments = recordsAt(record, 'SpeechSegments');
  const about = record.ConversationAnalytics;
  if (segments.length === 0 || !isRecord(about)) return null;
  const shown = new Map(
    recordsAt(about, 'SpeakerLabels').map((one) => [textAt(one, 'Speaker') ?? '', textAt(one, 'DisplayText') ?? '']),
  );
  const turns = segments.map((segment) => {
    const speaker = textAt(segment, 'SegmentSpeaker') ?? null;
    return {
      label: (speaker !== null && shown.get(speaker)) || speaker,
      text: textAt(segment, 'DisplayText', 'OriginalText') ?? '',
      start: numberAt(segment, 'SegmentStartTime'),
      end: numberAt(segment, 'SegmentEndTime'),
      confidence: mean(recordsAt(segment, 'WordConfidence').map((word) => numberAt(word, 'Confidence'))),
      words: recordsAt(segment, 'WordConfidence').map((word) => ({
        text: textAt(word, 'Text') ?? '',
        start: numberAt(word, 'StartTime'),
        end: numberAt(word, 'EndTime'),
        confidence: numberAt(word, 'Confidence'),
      })),
    };
  });
  const stated = (key: string): string | undefined => {
    const value = textAt(about, key);
    return value === undefined || /^none$/i.test(value) ? undefined : value;
  };
  const started = readWritten(stated('ConversationTime') ?? '');
  const length = numberAt(about, 'Duration');
  const facts: ContactFacts = {
    ...startOf(started),
    ...(stated('Agent') ? { rep: stated('Agent')! } : {}),
    ...(stated('Cust') ? { customerReference: stated('Cust')! } : {}),
    ...(length === undefined ? {} : { durationSeconds: length }),
  };
  const job = recordsAt(about, 'SourceInformation')
    .map((one) => textAt(one.TranscribeJobInfo, 'TranscriptionJobName'))
    .find((name) => name !== undefined);
  return {
    found: {
      originalId: stated('GUID') ?? job ?? id,
      format: 'post-call-analytics',
      turns: mergeTurns(turns, true),
      facts,
      channel: 'phone',
      language: textAt(about, 'LanguageCode'),
      heardBy: 'recogniser',
      knownNames: facts.rep ? [facts.rep] : [],
    },
  };
}
