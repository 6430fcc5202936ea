// Azure Speech, Deepgram, AssemblyAI and Whisper: each vendor's own shape into turns.
import { at, isRecord, numberAt, recordsAt, textAt } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import type { FoundTurn } from './make-draft.ts';
import { millisecondWord, plainWord } from './recogniser-words.ts';
import { mean, turnsOfWords } from './shape-read.ts';
import type { ShapeRead } from './shape-read.ts';
import { mergeTurns } from './table-turns.ts';
import type { HeardWord } from './word-times.ts';

// Azure counts in ticks of 100 ns, and writes ISO 8601 durations beside them.
const ticks = (record: JsonRecord, name: string): number | undefined => {
  const number = numberAt(record, `${name}InTicks`);
  if (number !== undefined) return number / 1e7;
  const ms = numberAt(record, `${name}Milliseconds`);
  if (ms !== undefined) return ms / 1000;
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(textAt(record, name) ?? '');
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : undefined;
};

function timedWord(word: JsonRecord): HeardWord {
  const start = ticks(word, 'offset');
  const length = ticks(word, 'duration');
  return {
    text: textAt(word, 'word', 'text') ?? '',
    start,
    end: start === undefined || length === undefined ? undefined : start + length,
    confidence: numberAt(word, 'confidence'),
  };
}

/** Azure Speech batch and fast transcription: `recognizedPhrases` (or `phrases`) with a speaker or else a channel. */
export function readAzureSpeech(record: JsonRecord, id: string): ShapeRead | null {
  const key = Array.isArray(record.recognizedPhrases)
    ? 'recognizedPhrases'
    : Array.isArray(record.phrases)
      ? 'phrases'
      : null;
  if (key === null) return null;
  const phrases = recordsAt(record, key);
  const channels = new Set(phrases.map((phrase) => numberAt(phrase, 'channel')));
  const turns = phrases.map((phrase): FoundTurn => {
    const best = recordsAt(phrase, 'nBest')[0];
    const speaker = numberAt(phrase, 'speaker');
    const start = ticks(phrase, 'offset');
    const length = ticks(phrase, 'duration');
    const label =
      speaker !== undefined && speaker >= 0
        ? `Speaker ${speaker}`
        : channels.size > 1
          ? `Channel ${numberAt(phrase, 'channel')}`
          : null;
    return {
      label,
      text: textAt(best ?? phrase, 'display', 'lexical', 'text') ?? '',
      start,
      end: start === undefined || length === undefined ? undefined : start + length,
      confidence: numberAt(best ?? phrase, 'confidence'),
      words: recordsAt(best ?? phrase, 'words').map(timedWord),
    };
  });
  const length = ticks(record, 'duration');
  const sorted = mergeTurns(
    turns.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
    true,
  );
  return {
    found: {
      originalId: id,
      format: 'azure-speech',
      turns: sorted,
      channel: 'phone',
      facts: length === undefined ? {} : { durationSeconds: length },
      language: textAt(phrases[0], 'locale'),
      heardBy: 'recogniser',
    },
  };
}

/** Azure's conversation items: one of `analysisInput.conversations`, with `modality` and `participantId`. */
export function readConversationItems(record: JsonRecord, id: string): ShapeRead | null {
  const items = recordsAt(record, 'conversationItems');
  if (items.length === 0) return null;
  const turns = items.map((item): FoundTurn => {
    const start = ticks(item, 'audioOffset') ?? ticks(item, 'offset');
    return {
      label: textAt(item, 'role', 'participantId') ?? null,
      text: textAt(item, 'text', 'lexical', 'itn') ?? '',
      start,
    };
  });
  const typed = record.modality === 'text' || items.some((item) => item.modality === 'text');
  return {
    found: {
      originalId: textAt(record, 'id') ?? id,
      format: 'azure-conversation',
      turns,
      language: textAt(record, 'language'),
      channel: typed ? 'chat' : undefined,
      // The lexical form is the recogniser's own.
      heardBy: !typed && items.some((item) => 'lexical' in item || 'audioTimings' in item) ? 'recogniser' : undefined,
    },
  };
}

/** Deepgram: utterances, else paragraphs, else words with a speaker, of each channel. */
export function readDeepgram(record: JsonRecord, id: string): ShapeRead | null {
  const results = record.results;
  if (!isRecord(results) || !(Array.isArray(results.channels) || Array.isArray(results.utterances))) return null;
  const channels = recordsAt(results, 'channels');
  const several = channels.length > 1;
  const name = (speaker: number | undefined, channel: number | undefined): string | null =>
    several ? `Channel ${channel ?? 0}` : speaker === undefined ? null : `Speaker ${speaker}`;
  let turns: FoundTurn[] = recordsAt(results, 'utterances').map((one) => ({
    label: name(numberAt(one, 'speaker'), numberAt(one, 'channel')),
    text: textAt(one, 'transcript') ?? '',
    start: numberAt(one, 'start'),
    end: numberAt(one, 'end'),
    confidence: numberAt(one, 'confidence'),
    words: recordsAt(one, 'words').map(plainWord),
  }));
  if (turns.length === 0)
    turns = channels.flatMap((channel, i) => channelTurns(channel, (speaker) => name(speaker, i)));
  const length = numberAt(record.metadata, 'duration');
  const sorted = mergeTurns(
    turns.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
    true,
  );
  return {
    found: {
      originalId: textAt(record.metadata, 'request_id') ?? id,
      format: 'deepgram',
      turns: sorted,
      channel: 'phone',
      facts: length === undefined ? {} : { durationSeconds: length },
      language: textAt(channels[0], 'detected_language'),
      heardBy: 'recogniser',
    },
  };
}

function channelTurns(channel: JsonRecord, name: (speaker: number | undefined) => string | null): FoundTurn[] {
  const best = recordsAt(channel, 'alternatives')[0];
  const paragraphs = recordsAt(best, 'paragraphs', 'paragraphs');
  const words = recordsAt(best, 'words');
  if (paragraphs.length > 0) {
    let next = 0;
    return paragraphs.map((one) => {
      const end = numberAt(one, 'end');
      const from = next;
      // Words stand beside the paragraphs; each belongs to the first that ends after it begins.
      while (next < words.length && end !== undefined && (numberAt(words[next]!, 'start') ?? 0) < end) next += 1;
      return {
        label: name(numberAt(one, 'speaker')),
        text: recordsAt(one, 'sentences')
          .map((sentence) => textAt(sentence, 'text') ?? '')
          .join(' '),
        start: numberAt(one, 'start'),
        end,
        words: words.slice(from, next).map(plainWord),
      };
    });
  }
  if (words.length === 0) return [{ label: name(undefined), text: textAt(best, 'transcript') ?? '' }];
  return turnsOfWords(words.map((word) => ({ label: name(numberAt(word, 'speaker')), ...plainWord(word) })));
}

/** AssemblyAI: `utterances` with a letter for each speaker and milliseconds. */
export function readAssemblyAi(record: JsonRecord, id: string): ShapeRead | null {
  const marked =
    'audio_url' in record || 'audio_duration' in record || 'language_model' in record || 'acoustic_model' in record;
  const lines = recordsAt(record, 'utterances');
  if (!marked || (lines.length === 0 && typeof record.text !== 'string')) return null;
  const ms = (line: JsonRecord, key: string): number | undefined => {
    const value = numberAt(line, key);
    return value === undefined ? undefined : value / 1000;
  };
  const words = recordsAt(record, 'words');
  const turns: FoundTurn[] =
    lines.length > 0
      ? lines.map((line) => ({
          label: `Speaker ${textAt(line, 'speaker') ?? textAt(line, 'channel') ?? '?'}`,
          text: textAt(line, 'text') ?? '',
          start: ms(line, 'start'),
          end: ms(line, 'end'),
          confidence: numberAt(line, 'confidence'),
          words: recordsAt(line, 'words').map(millisecondWord),
        }))
      : words.length > 0
        ? turnsOfWords(
            words.map((word) => ({
              label: textAt(word, 'speaker') === undefined ? null : `Speaker ${textAt(word, 'speaker')}`,
              ...millisecondWord(word),
            })),
          )
        : [{ label: null, text: textAt(record, 'text') ?? '' }];
  const length = numberAt(record, 'audio_duration');
  const found = {
    originalId: textAt(record, 'id') ?? id,
    format: 'assemblyai',
    turns: mergeTurns(turns, true),
    channel: 'phone' as const,
    language: textAt(record, 'language_code'),
    heardBy: 'recogniser' as const,
    facts: length === undefined ? {} : { durationSeconds: length },
  };
  return { found };
}

/** Whisper's verbose JSON: segments with times and, but for WhisperX, without speakers. Confidence is exp(avg_logprob). */
export function readWhisper(record: JsonRecord, id: string): ShapeRead | null {
  const segments = recordsAt(record, 'segments');
  const marked = segments.some(
    (one) => 'avg_logprob' in one || 'no_speech_prob' in one || 'tokens' in one || ('words' in one && 'start' in one),
  );
  if (!marked) return null;
  const turns = segments.map((one): FoundTurn => {
    const log = numberAt(one, 'avg_logprob');
    const speaker: Json | undefined = at(one, 'speaker');
    const words = recordsAt(one, 'words').map(plainWord);
    const confidence = log === undefined ? mean(words.map((word) => word.confidence)) : Math.exp(log);
    return {
      label: typeof speaker === 'string' ? speaker : null,
      text: textAt(one, 'text') ?? '',
      start: numberAt(one, 'start'),
      end: numberAt(one, 'end'),
      confidence,
      words,
    };
  });
  const length = numberAt(record, 'duration');
  return {
    found: {
      originalId: id,
      format: 'whisper',
      turns: mergeTurns(turns, true),
      channel: 'phone',
      language: textAt(record, 'language'),
      heardBy: 'recogniser',
      facts: length === undefined ? {} : { durationSeconds: length },
    },
  };
}
