// A file of every format that is read, small and made for the purpose, and pieces of real ones where the data folder has them. Every
// word said in the made ones stands beside a telltale, so that a sentence that quotes a contact gives itself away.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { workbookOf, zipOf } from '../../src/contacts/readers/reading.fixture.ts';

/** Stands in what people say and nowhere else. */
export const telltale = 'zyqvorblax';

const hello = `Good morning, ${telltale} storage, this is Dana.`;
const hi = `Hi, how much is a ${telltale} unit?`;
const said = [
  { text: 'Good', start: 1, end: 1.4, confidence: 0.96 },
  { text: `${telltale}.`, start: 1.5, end: 2, confidence: 0.4 },
  { text: 'Storage.', start: 7, end: 7.5, confidence: 0.9 },
];
const line = said.map((word) => word.text).join(' ');
const ms = said.map((one) => ({ ...one, start: one.start * 1000, end: one.end * 1000, speaker: 'A' }));
const ticks = (seconds: number): number => Math.round(seconds * 1e7);
const record = {
  id: 'a',
  turns: [
    { speaker: 'agent', text: hello, start: 0, end: 3 },
    { speaker: 'customer', text: hi, start: 3.5, end: 6 },
  ],
};
const other = { ...record, id: 'b', site: 'North', outcome: 'sold', rings: 2 };
const turns = `call_id,speaker,text,time\na,Agent,"${hello}",1\na,Customer,${hi.replaceAll(',', '')},2\nb,Agent,"Two ${telltale}\nlines",1\n`;
const transcript = `Call ID: 7\n\n[00:12] Rep: ${hello}\n[00:15] Caller: ${hi}\nmore ${telltale}\n---\nAgent: Good day.\nCustomer: ${telltale}.\n`;

const json: Readonly<Record<string, unknown>> = {
  'json records': [record, other],
  'call analytics': {
    Transcript: [
      {
        ParticipantRole: 'AGENT',
        Content: line,
        BeginOffsetMillis: 1000,
        EndOffsetMillis: 8000,
        Items: said.map((word) => ({
          Content: word.text,
          Confidence: `${word.confidence}`,
          BeginOffsetMillis: word.start * 1000,
          EndOffsetMillis: word.end * 1000,
        })),
      },
      { ParticipantRole: 'CUSTOMER', Content: hi, BeginOffsetMillis: 8100, EndOffsetMillis: 9000 },
    ],
  },
  'transcribe job': {
    jobName: 'j',
    results: {
      items: said.map((word) => ({
        type: 'pronunciation',
        start_time: `${word.start}`,
        end_time: `${word.end}`,
        speaker_label: 'spk_0',
        alternatives: [{ content: word.text, confidence: `${word.confidence}` }],
      })),
    },
  },
  'post-call analytics': {
    ConversationAnalytics: { SpeakerLabels: [{ Speaker: 'spk_0', DisplayText: 'Agent' }] },
    SpeechSegments: [
      {
        SegmentSpeaker: 'spk_0',
        DisplayText: line,
        SegmentStartTime: 1,
        SegmentEndTime: 8,
        WordConfidence: said.map((word) => ({
          Text: word.text,
          Confidence: word.confidence,
          StartTime: word.start,
          EndTime: word.end,
        })),
      },
    ],
  },
  'Azure Speech': {
    recognizedPhrases: [
      {
        speaker: 1,
        offsetInTicks: ticks(1),
        durationInTicks: ticks(7),
        nBest: [
          {
            display: line,
            words: said.map((word) => ({
              word: word.text,
              offsetInTicks: ticks(word.start),
              durationInTicks: ticks(word.end - word.start),
              confidence: word.confidence,
            })),
          },
        ],
      },
    ],
  },
  Deepgram: {
    results: {
      channels: [],
      utterances: [
        {
          speaker: 0,
          start: 1,
          end: 8,
          transcript: line,
          words: said.map((one) => ({ ...one, word: one.text, punctuated_word: one.text })),
        },
      ],
    },
  },
  AssemblyAI: { audio_duration: 9, utterances: [{ speaker: 'A', text: line, start: 1000, end: 8000, words: ms }] },
  Whisper: {
    segments: [
      {
        text: ` ${line}`,
        start: 1,
        end: 8,
        words: said.map((word) => ({
          word: ` ${word.text}`,
          start: word.start,
          end: word.end,
          probability: word.confidence,
        })),
      },
    ],
  },
  vCon: {
    vcon: '0.0.1',
    uuid: 'u',
    parties: [
      { name: 'Rosa', role: 'agent' },
      { name: 'Ben', role: 'contact' },
    ],
    dialog: [
      { type: 'text', start: '2026-03-01T10:00:00Z', parties: [0], originator: 0, body: hello },
      { type: 'text', start: '2026-03-01T10:00:09Z', parties: [1], originator: 1, body: hi },
    ],
    analysis: [
      {
        type: 'transcript',
        body: { audio_duration: 9, utterances: [{ speaker: 'A', text: line, start: 1000, end: 8000, words: ms }] },
      },
    ],
  },
};

const text: Readonly<Record<string, string>> = {
  WebVTT: `WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>${hello}\n\n00:03.000 --> 00:04.000\nCaller: ${hi}\n`,
  SRT: `1\n00:00:01,000 --> 00:00:02,000\nRep: ${hello}\n\n2\n00:00:02,000 --> 00:00:03,000\n${hi}\n`,
  transcript,
  'table of turns': turns,
  'table of transcripts': `call_id,transcript,outcome\na,"Agent: ${hello}\nCustomer: ${hi}",sold\nb,"Agent: ${telltale}.",lost\n`,
  'table of messages': `id;channel;message;date\n1;email;"${hi} Thank you";2026-03-01\n2;chat;${telltale} please;2026-03-02\n`,
  'form of visits': `Visit,Greeted?,Stood up?,Shown round?,Remarks\n1,Yes,No,Yes,${telltale} was kind\n2,No,No,"x\ny ${telltale}",\n`,
  'table of facts': 'call_id\tsite\trep\toutcome\tduration\na\tNorth\tDana\tsold\t120\nb\tSouth\tBen\tlost\t90\n',
  'json lines': `${JSON.stringify(record)}\n${JSON.stringify(other)}\n`,
};

/** The formats by name, in a fixed order; their files are made by `sampleOf`. */
export const formats: readonly string[] = [
  ...Object.keys(json),
  ...Object.keys(text),
  'UTF-16',
  'zip',
  'tar',
  'gzip',
  'workbook',
];

/** Formats whose files have an end that a reader can miss: cut short, a contact is whole or it isn't there. */
export const closed: ReadonlySet<string> = new Set([...Object.keys(json), 'json lines', 'zip', 'gzip', 'workbook']);

/** What is parsed as JSON, for changing its values rather than its bytes. */
export function jsonOf(format: string): unknown {
  return json[format];
}

/** The files of one format, made ones first. */
export async function samplesOf(format: string, folder: string | undefined): Promise<Buffer[]> {
  const value = json[format];
  const made =
    value !== undefined
      ? [Buffer.from(JSON.stringify(value)), Buffer.from(JSON.stringify(value, null, 1))]
      : [await madeOf(format)];
  return [...made, ...realOf(format, folder)];
}

async function madeOf(format: string): Promise<Buffer> {
  const members = [
    { name: 'a.csv', content: turns },
    { name: 'b.txt', content: transcript },
    { name: 'in/c.json', content: JSON.stringify(record) },
  ];
  switch (format) {
    case 'UTF-16':
      return Buffer.from(`\uFEFF${transcript}`, 'utf16le');
    case 'zip':
      return zipOf(members);
    case 'tar': {
      const tar = pack();
      for (const { name, content } of members) tar.entry({ name, mtime: new Date(0) }, content);
      tar.finalize();
      return buffer(tar);
    }
    case 'gzip':
      return gzipSync(turns);
    case 'workbook':
      return workbookOf([
        ['call_id', 'speaker', 'text'],
        ['a', 'Agent', hello],
        ['a', 'Customer', hi],
      ]);
    default:
      return Buffer.from(text[format]!);
  }
}

const pieces: Readonly<Record<string, readonly [file: string, lines: number]>> = {
  vCon: ['vcon/contacts.vcon.jsonl', 1],
  'json lines': ['chats-star/dialogs.jsonl', 1],
  'table of turns': ['calls-insurance/messages.csv', 25],
  'table of facts': ['calls-insurance/conversations.csv', 12],
  'form of visits': ['mystery-shops/Mystery_2022.csv', 4],
  'post-call analytics': ['formats/pca_output_sample.json', 0],
  'json records': ['formats/Json_input_customer_support.json', 0],
};

function realOf(format: string, folder: string | undefined): Buffer[] {
  const [file, lines] = pieces[format] ?? [];
  if (folder === undefined || file === undefined || !existsSync(join(folder, file))) return [];
  const whole = readFileSync(join(folder, file), 'utf8');
  return [Buffer.from(lines === 0 ? whole : `${whole.split('\n').slice(0, lines).join('\n')}\n`)];
}

/** Archives that expand far beyond what they weigh; small enough to make by the thousand. */
export function bomb(nth: number): Buffer {
  const zeros = Buffer.alloc(3 * 1024 * 1024);
  const inner = zipOf([{ name: 'a.txt', content: zeros }]);
  switch (nth % 4) {
    case 0:
      return zipOf(Array.from({ length: 8 }, (_, at) => ({ name: `${at}.txt`, content: zeros })));
    case 1:
      return zipOf([{ name: 'in.zip', content: zipOf([{ name: 'in.zip', content: inner }]) }]);
    case 2:
      return gzipSync(gzipSync(gzipSync(zeros)));
    default:
      return zipOf(Array.from({ length: 300 }, (_, at) => ({ name: `${at}/../${at}.txt`, content: 'x' })));
  }
}
