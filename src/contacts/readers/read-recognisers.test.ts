// What speech services say of single words: how well each was heard and when it was said.
import { expect, test } from 'vitest';
import { readAll } from './reading.fixture.ts';

interface Said {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}
// "Good morning. [5 s] Harbor storage." with the last word hardly heard.
const said: readonly Said[] = [
  { text: 'Good', start: 1, end: 1.4, confidence: 0.96 },
  { text: 'morning.', start: 1.5, end: 2, confidence: 0.94 },
  { text: 'Harbor', start: 7, end: 7.5, confidence: 0.9 },
  { text: 'storage.', start: 7.6, end: 8, confidence: 0.4 },
];
const text = said.map((word) => word.text).join(' ');
const bare = (word: Said): string => word.text.replace('.', '').toLowerCase();
const ticks = (seconds: number): number => Math.round(seconds * 1e7);
const seconds = said.map(({ text: word, start, end, confidence }) => ({ text: word, start, end, confidence }));
const ms = seconds.map((one) => ({ ...one, start: one.start * 1000, end: one.end * 1000, speaker: 'A' }));

const records: Record<string, object> = {
  'call analytics': {
    Transcript: [
      {
        ParticipantRole: 'AGENT',
        Content: text,
        BeginOffsetMillis: 1000,
        EndOffsetMillis: 8000,
        Items: said.map((word) => ({
          Content: word.text,
          Confidence: `${word.confidence}`,
          BeginOffsetMillis: word.start * 1000,
          EndOffsetMillis: word.end * 1000,
        })),
      },
    ],
  },
  'post-call analytics': {
    ConversationAnalytics: { SpeakerLabels: [{ Speaker: 'spk_0', DisplayText: 'Agent' }] },
    SpeechSegments: [
      {
        SegmentSpeaker: 'spk_0',
        DisplayText: text,
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
            display: text,
            words: said.map((word) => ({
              word: bare(word),
              offsetInTicks: ticks(word.start),
              durationInTicks: ticks(word.end - word.start),
              confidence: word.confidence,
            })),
          },
        ],
      },
    ],
  },
  'Deepgram utterances': {
    results: {
      channels: [],
      utterances: [
        {
          speaker: 0,
          start: 1,
          end: 8,
          transcript: text,
          words: seconds.map((one) => ({ ...one, word: bare(one), punctuated_word: one.text })),
        },
      ],
    },
  },
  'Deepgram paragraphs': {
    results: {
      channels: [
        {
          alternatives: [
            {
              words: seconds.map((one) => ({ ...one, word: bare(one), speaker: 0 })),
              paragraphs: {
                paragraphs: [
                  { speaker: 0, start: 1, end: 8, sentences: [{ text: 'Good morning.' }, { text: 'Harbor storage.' }] },
                ],
              },
            },
          ],
        },
      ],
    },
  },
  AssemblyAI: { audio_duration: 9, utterances: [{ speaker: 'A', text, start: 1000, end: 8000, words: ms }] },
  Whisper: {
    segments: [
      {
        text: ` ${text}`,
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
  'a vCon': {
    vcon: '0.0.1',
    uuid: 'v-1',
    parties: [],
    dialog: [{ type: 'recording', start: '2026-03-01T10:00:00Z' }],
    analysis: [
      {
        type: 'transcript',
        body: { audio_duration: 9, utterances: [{ speaker: 'A', text, start: 1000, end: 8000, words: ms }] },
      },
    ],
  },
  'a record of turns': { id: 'c-1', turns: [{ speaker: 'agent', text, start: 1, end: 8, words: seconds }] },
};

test.each(Object.entries(records))(
  '%s: how well each word was heard, and the silence between two',
  async (_, record) => {
    const { contacts, rejects } = await readAll(JSON.stringify(record));
    expect(rejects).toEqual([]);
    const turn = contacts[0]!.turns[0]!;
    expect(contacts[0]!.heardBy).toBe('recogniser');
    expect(turn.text).toBe(text);
    expect(turn.confidence).toBeCloseTo(0.8);
    expect(turn.unclear?.map(({ from, to, confidence }) => [text.slice(from, to), confidence])).toEqual([
      ['storage', 0.4],
    ]);
    expect(turn.pauses).toEqual([{ at: 2, seconds: 5, offset: 14 }]);
  },
);

test('Amazon Transcribe: words of a plain job, cut into turns at long silences', async () => {
  const items = said.map((word) => ({
    type: 'pronunciation',
    start_time: `${word.start}`,
    end_time: `${word.end}`,
    speaker_label: 'spk_0',
    alternatives: [{ content: word.text, confidence: `${word.confidence}` }],
  }));
  const { contacts } = await readAll(JSON.stringify({ jobName: 'j', results: { items } }));
  expect(contacts[0]!.heardBy).toBe('recogniser');
  expect(contacts[0]!.turns.map((turn) => turn.unclear?.length ?? 0)).toEqual([0, 1]);
  expect(contacts[0]!.turns[1]!.unclear).toEqual([{ from: 7, to: 14, confidence: 0.4 }]);
});

test('sentences that become one turn keep their doubts, their pauses and their hearing by length', async () => {
  const utterances = [
    { speaker: 'A', text: 'Good morning.', start: 0, end: 1500, confidence: 0.9, words: [] },
    {
      speaker: 'A',
      text: 'Harbor storage.',
      start: 4000,
      end: 5000,
      confidence: 0.5,
      words: [{ text: 'Harbor', start: 4000, end: 4400, confidence: 0.3 }],
    },
  ];
  const { contacts } = await readAll(JSON.stringify({ audio_duration: 9, utterances }));
  expect(contacts[0]!.turns).toMatchObject([
    { text: 'Good morning. Harbor storage.', unclear: [{ from: 14, to: 20, confidence: 0.3 }] },
  ]);
  expect(contacts[0]!.turns[0]!.confidence).toBeCloseTo(0.685, 2);
  const lines = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rep>Let me see.\n\n00:04.500 --> 00:06.000\n<v Rep>We have two.';
  const captions = await readAll(lines);
  expect(captions.contacts[0]!.turns[0]!.pauses).toEqual([{ at: 2, seconds: 2.5, offset: 12 }]);
  expect(captions.contacts[0]!.heardBy).toBeUndefined();
});

test('a participant’s role is the one stated beside the transcript', async () => {
  const record = {
    Participants: [
      { ParticipantId: 'p-1', ParticipantRole: 'AGENT' },
      { ParticipantId: 'p-2', ParticipantRole: 'CUSTOMER' },
    ],
    Transcript: [
      { ParticipantId: 'p-2', Content: 'Hi there' },
      { ParticipantId: 'p-1', Content: 'Good morning' },
    ],
  };
  const { contacts } = await readAll(JSON.stringify(record));
  expect(contacts[0]!.turns.map((turn) => turn.speaker)).toEqual(['customer', 'rep']);
});

test('a chat that a service analysed was typed by people', async () => {
  const record = { Channel: 'CHAT', Transcript: [{ ParticipantRole: 'CUSTOMER', Content: 'Hi there' }] };
  const { contacts } = await readAll(JSON.stringify(record), { heardBy: 'recogniser' });
  expect(contacts[0]).toMatchObject({ facts: { channel: 'chat' } });
  expect(contacts[0]!.heardBy).toBeUndefined();
});
