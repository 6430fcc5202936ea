// JSON: records with turns in them, flat rows, containers, and each vendor's transcript.
import { expect, test } from 'vitest';
import { readAll, spoken } from './reading.fixture.ts';

test.each([
  [
    'turns',
    {
      id: 5,
      turns: [
        { speaker: 'customer', text: 'Hi.', at: 1_700_000_000 },
        { speaker: 'agent', text: 'Hello.', at: 1_700_000_009 },
      ],
    },
  ],
  [
    'messages',
    {
      id: 5,
      messages: [
        { role: 'user', content: 'Hi.' },
        { role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] },
      ],
    },
  ],
  [
    'utterances',
    {
      conversation_id: 5,
      utterances: [
        { sender: { type: 'customer' }, message: 'Hi.' },
        { sender: { type: 'agent' }, message: 'Hello.' },
      ],
    },
  ],
  [
    'pairs',
    {
      id: 5,
      original: [
        ['customer', 'Hi.'],
        ['agent', 'Hello.'],
      ],
    },
  ],
  ['lines', { id: 5, conversation: ['Customer: Hi.', 'Agent: Hello.'] }],
  ['exchanges', { id: 5, log: [{ user: 'Hi.', assistant: 'Hello.' }] }],
])('reads records whose words are kept as %s', async (_, record) => {
  for (const text of [
    JSON.stringify(record),
    JSON.stringify(record, null, 2),
    JSON.stringify([record]),
    JSON.stringify({ data: { conversations: [record] } }),
  ]) {
    const { contacts, rejects } = await readAll(text);
    expect(rejects).toEqual([]);
    expect(contacts[0]!.turns.map((turn) => [turn.speaker, turn.text])).toEqual([
      ['customer', 'Hi.'],
      ['rep', 'Hello.'],
    ]);
    expect(contacts[0]!.source.originalId).toBe('5');
  }
});

test('takes facts from a record and its metadata', async () => {
  const record = {
    id: 'x',
    metadata: { store: 'Pier 4', agent: 'Dana', outcome: 'won', durationSeconds: 20 },
    turns: [
      { speaker: 'a', text: 'Hi.', start: 0 },
      { speaker: 'b', text: 'Hello.', start: 2 },
    ],
  };
  const { contacts } = await readAll(JSON.stringify(record));
  expect(contacts[0]!.facts).toEqual({ site: 'Pier 4', rep: 'Dana', outcome: 'won', durationSeconds: 20 });
});

test('takes rows of several contacts in one list for a table, and a customer inside a record for the customer', async () => {
  const data = ['a', 'b'].flatMap((call_id) => [
    { call_id, speaker: 'Agent', text: 'Hello.' },
    { call_id, speaker: 'Customer', text: 'Hi.' },
  ]);
  expect((await readAll(JSON.stringify({ data }))).contacts.map((draft) => draft.source.originalId)).toEqual([
    'a',
    'b',
  ]);
  const record = { customer: { id: 'k-1', name: 'Ann Lee' }, turns: [{ speaker: 'agent', text: 'Hello.' }] };
  const { contacts } = await readAll(JSON.stringify(record), {}, 'call-7.json');
  expect(contacts[0]).toMatchObject({
    source: { originalId: 'call-7' },
    facts: { customerReference: 'k-1' },
    knownNames: ['Ann Lee'],
  });
});

test('reads flat records as rows, in a list or a line each', async () => {
  const rows = [
    { call_id: 'a', speaker: 'Agent', text: 'Hello.' },
    { call_id: 'a', speaker: 'Customer', text: 'Hi.' },
  ];
  for (const text of [JSON.stringify(rows), rows.map((row) => JSON.stringify(row)).join('\n')]) {
    const { contacts, mappings } = await readAll(text);
    expect(spoken(contacts[0])).toEqual(['Agent: Hello.', 'Customer: Hi.']);
    expect(mappings).toHaveLength(1);
  }
});

test('keeps the whole records of a file that ends inside one', async () => {
  const record = (id: number): string =>
    JSON.stringify({
      id,
      turns: [
        { speaker: 'agent', text: 'Hello.' },
        { speaker: 'customer', text: 'Hi.' },
      ],
    });
  const list = await readAll(`[${record(1)},${record(2)},${record(3).slice(0, 30)}`);
  expect(list.contacts.map((draft) => draft.source.originalId)).toEqual(['1', '2']);
  expect(list.rejects[0]!.expected).toContain('ends inside it');
  const lines = await readAll(`${record(1)}\n${record(2)}\n${record(3).slice(0, 30)}`);
  expect(lines.contacts).toHaveLength(2);
  expect(lines.rejects).toMatchObject([{ row: 3 }]);
});

test('a record longer than the limit is rejected, and the next is read', async () => {
  const record = (text: string): string =>
    JSON.stringify({
      id: text.length,
      turns: [
        { speaker: 'agent', text },
        { speaker: 'customer', text: 'Hi.' },
      ],
    });
  for (const file of [
    `[${record('x'.repeat(5_000))},${record('ok')}]`,
    `${record('x'.repeat(5_000))}\n${record('ok')}\n`,
  ]) {
    const { contacts, rejects } = await readAll(file, { limits: { recordLength: 1_000 } });
    expect(contacts.map((draft) => draft.source.originalId)).toEqual(['2']);
    expect(rejects[0]!.expected).toContain('1000 characters');
  }
});

const word = (content: string, start: number, more: object = {}): object => ({
  type: 'pronunciation',
  start_time: String(start),
  end_time: String(start + 0.3),
  alternatives: [{ content, confidence: '0.9' }],
  ...more,
});
const stop = { type: 'punctuation', alternatives: [{ content: '.' }] };
const transcribe = {
  jobName: 'j',
  results: {
    transcripts: [{ transcript: 'Hello. Hi.' }],
    speaker_labels: {
      segments: [
        { speaker_label: 'spk_0', items: [{ start_time: '0.1', speaker_label: 'spk_0' }] },
        { speaker_label: 'spk_1', items: [{ start_time: '1', speaker_label: 'spk_1' }] },
      ],
    },
    items: [word('Hello', 0.1), stop, word('Hi', 1), stop],
  },
};
const channels = {
  results: {
    transcripts: [],
    channel_labels: {
      channels: [
        { channel_label: 'ch_0', items: [word('Hello', 0.1), stop] },
        { channel_label: 'ch_1', items: [word('Hi', 1), stop] },
      ],
    },
  },
};
const analytics = {
  JobName: 'j',
  Transcript: [
    { ParticipantRole: 'AGENT', Content: 'Hello.', BeginOffsetMillis: 100, EndOffsetMillis: 400 },
    { ParticipantRole: 'CUSTOMER', Content: 'Hi.', BeginOffsetMillis: 1000, EndOffsetMillis: 1300 },
  ],
};
const azure = {
  duration: 'PT1.5S',
  recognizedPhrases: [
    {
      speaker: 1,
      offsetInTicks: 1_000_000,
      durationInTicks: 3_000_000,
      nBest: [{ display: 'Hello.', confidence: 0.9 }],
    },
    { speaker: 2, offset: 'PT1S', duration: 'PT0.3S', nBest: [{ display: 'Hi.' }] },
  ],
};
const items = {
  analysisInput: {
    conversations: [
      {
        id: 'c',
        modality: 'transcript',
        conversationItems: [
          { participantId: 'Agent', text: 'Hello.' },
          { participantId: 'Customer', text: 'Hi.' },
        ],
      },
    ],
  },
};
const postCall = {
  ConversationAnalytics: { SpeakerLabels: [{ Speaker: 'spk_0', DisplayText: 'Agent' }], Duration: '2' },
  SpeechSegments: [
    { SegmentSpeaker: 'spk_0', DisplayText: 'Hello.', SegmentStartTime: 0.1, SegmentEndTime: 0.4 },
    { SegmentSpeaker: 'spk_1', DisplayText: 'Hi.', SegmentStartTime: 1, SegmentEndTime: 1.3 },
  ],
};
const deepgram = {
  metadata: { duration: 2 },
  results: {
    channels: [],
    utterances: [
      { speaker: 0, transcript: 'Hello.', start: 0.1, end: 0.4 },
      { speaker: 1, transcript: 'Hi.', start: 1, end: 1.3 },
    ],
  },
};
const paragraphs = {
  results: {
    channels: [
      {
        alternatives: [
          {
            paragraphs: {
              paragraphs: [
                { speaker: 0, start: 0.1, end: 0.4, sentences: [{ text: 'Hello.' }] },
                { speaker: 1, start: 1, end: 1.3, sentences: [{ text: 'Hi.' }] },
              ],
            },
          },
        ],
      },
    ],
  },
};
const assembly = {
  id: 'a',
  audio_url: 'x',
  utterances: [
    { speaker: 'A', text: 'Hello.', start: 100, end: 400 },
    { speaker: 'B', text: 'Hi.', start: 1000, end: 1300 },
  ],
};
const whisper = {
  language: 'en',
  segments: [
    { start: 0.1, end: 0.4, text: ' Hello.', avg_logprob: -0.1 },
    { start: 1, end: 1.3, text: ' Hi.', avg_logprob: -0.2 },
  ],
};

test.each([
  ['amazon-transcribe', transcribe, ['spk_0', 'spk_1']],
  ['amazon-transcribe', channels, ['ch_0', 'ch_1']],
  ['amazon-call-analytics', analytics, ['AGENT', 'CUSTOMER']],
  ['azure-speech', azure, ['Speaker 1', 'Speaker 2']],
  ['azure-conversation', items, ['Agent', 'Customer']],
  ['post-call-analytics', postCall, ['Agent', 'spk_1']],
  ['deepgram', deepgram, ['Speaker 0', 'Speaker 1']],
  ['deepgram', paragraphs, ['Speaker 0', 'Speaker 1']],
  ['assemblyai', assembly, ['Speaker A', 'Speaker B']],
  ['whisper', whisper, [null, null]],
])('reads %s', async (format, record, labels) => {
  const { contacts, rejects } = await readAll(JSON.stringify(record));
  expect(rejects).toEqual([]);
  expect(contacts[0]!.source.format).toBe(format);
  expect(contacts[0]!.turns.map((turn) => turn.label)).toEqual(labels);
  expect(contacts[0]!.turns.map((turn) => turn.text)).toEqual(['Hello.', 'Hi.']);
  if (format !== 'azure-conversation') expect(contacts[0]!.turns[1]).toMatchObject({ start: 1, end: 1.3 });
});
