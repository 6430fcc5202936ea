// vCon in every form that is met: words in the dialog, words in the analysis, no words, no access.
import { expect, test } from 'vitest';
import { readAll, spoken } from './reading.fixture.ts';

const parties = [
  { name: 'Rosa Field', role: 'agent', mailto: 'rosa@harbor.example' },
  { name: '+15550100', tel: '+15550100', role: 'contact' },
];
const vcon = (parts: object): string =>
  JSON.stringify({ vcon: '0.0.1', uuid: 'v-1', created_at: '2026-03-01T10:00:00Z', parties, ...parts });

test('reads the words of the dialog with the roles and times that it states', async () => {
  const dialog = [
    { type: 'text', start: '2026-03-01T10:00:00Z', parties: [0], originator: 0, body: 'Good morning, how can I help?' },
    { type: 'text', start: '2026-03-01T10:00:20Z', parties: [1], originator: 1, body: 'I need a small unit.' },
  ];
  const { contacts, rejects } = await readAll(vcon({ dialog, analysis: [] }));
  expect(rejects).toEqual([]);
  expect(contacts[0]).toMatchObject({
    source: { originalId: 'v-1', format: 'vcon' },
    channel: 'chat',
    timing: 'starts',
    knownNames: ['Rosa Field'],
  });
  expect(contacts[0]!.facts).toMatchObject({
    startedAt: '2026-03-01T10:00:00.000Z',
    rep: 'Rosa Field',
    customerReference: '+15550100',
  });
  expect(contacts[0]!.turns.map((turn) => [turn.speaker, turn.start])).toEqual([
    ['rep', 0],
    ['customer', 20],
  ]);
});

test('leaves open who called where the source says that we did and the first words thank for a call', async () => {
  const said = async (opening: string, originator = 0) => {
    const meta = { direction: 'out' };
    const dialog = [
      { type: 'text', start: '2026-03-01T10:00:00Z', originator, meta, body: opening },
      { type: 'text', start: '2026-03-01T10:00:20Z', originator: 1 - originator, meta, body: 'I need a small unit.' },
    ];
    const { contacts } = await readAll(vcon({ dialog, analysis: [] }));
    return [contacts[0]!.facts.direction, contacts[0]!.notes.some((note) => note.includes('who called is left open'))];
  };
  expect(await said('Hello, thank you for calling Harbor Storage.')).toEqual([undefined, true]);
  expect(await said('Hello, this is Harbor Storage calling back.')).toEqual(['outbound', false]);
  // A business that we called answers so too.
  expect(await said('Thank you for calling Field Dental.', 1)).toEqual(['outbound', false]);
});

test('makes a turn of each paragraph of an untagged transcript, and leaves the roles to be worked out', async () => {
  const analysis = [
    { type: 'summary', vendor: 'x', body: 'A summary is no transcript.' },
    {
      type: 'transcript',
      vendor: 'text',
      encoding: 'none',
      body: {
        transcript: 'Harbor Storage, hello.\n\nHi, is anyone\nthere?\n\nYes, of course.',
        detected_language: 'en',
      },
    },
  ];
  const dialog = [
    {
      type: 'text',
      start: '2026-03-01T10:00:00Z',
      parties: [1, 0],
      meta: { direction: 'out', agent_selected_disposition: 'Sold' },
    },
  ];
  const { contacts } = await readAll(vcon({ dialog, analysis }));
  expect(spoken(contacts[0])).toEqual(['?: Harbor Storage, hello.', '?: Hi, is anyone there?', '?: Yes, of course.']);
  expect(contacts[0]).toMatchObject({
    channel: 'phone',
    language: 'en',
    facts: { direction: 'outbound', outcome: 'Sold' },
  });
  expect(contacts[0]!.turns.every((turn) => turn.speaker === undefined)).toBe(true);
});

test('prefers the transcript that tells speakers apart, and ties its labels to the parties', async () => {
  const analysis = [
    { type: 'transcript', vendor: 'a', body: 'Hello there.\n\nHi.' },
    { type: 'diarized', vendor: 'b', body: 'Rosa Field: Hello there.\nCaller: Hi, a question.\nRosa Field: Go on.' },
  ];
  const { contacts } = await readAll(vcon({ dialog: [], analysis }));
  expect(contacts[0]!.turns.map((turn) => turn.speaker)).toEqual(['rep', 'customer', 'rep']);
});

test('reads a vendor transcript that is kept as JSON in a text body', async () => {
  const body = JSON.stringify({
    results: {
      channels: [
        {
          alternatives: [
            {
              words: [
                { word: 'hello', start: 0, end: 0.4, speaker: 0 },
                { word: 'hi', start: 0.6, end: 0.9, speaker: 1 },
              ],
            },
          ],
        },
      ],
    },
  });
  const { contacts } = await readAll(
    vcon({ dialog: [], analysis: [{ type: 'transcript', vendor: 'deepgram', encoding: 'json', body }] }),
  );
  expect(spoken(contacts[0])).toEqual(['Speaker 0: hello', 'Speaker 1: hi']);
});

test('says what to do with recordings, encrypted and signed forms', async () => {
  const recording = await readAll(
    vcon({ dialog: [{ type: 'recording', mimetype: 'audio/x-wav', url: 'https://x.example/a.wav' }], analysis: [] }),
  );
  expect(recording.rejects[0]!.expected).toContain('recording');
  const encrypted = await readAll(JSON.stringify({ unprotected: {}, recipients: [], iv: 'x', ciphertext: 'y' }));
  expect(encrypted.rejects[0]!.expected).toContain('encrypted');
  const signed = await readAll(JSON.stringify({ payload: 'x', signatures: [] }));
  expect(signed.rejects[0]!.expected).toContain('signed');
});

test('reads one vCon a line, and a broken line costs that line only', async () => {
  const one = vcon({ dialog: [{ type: 'text', originator: 0, parties: [0], body: 'Hello.' }], analysis: [] });
  const { contacts, rejects } = await readAll(`${one}\n{"vcon": "0.0.1", "parties": [\n${one.replace('v-1', 'v-2')}\n`);
  expect(contacts.map((draft) => draft.source.originalId)).toEqual(['v-1', 'v-2']);
  expect(rejects).toMatchObject([{ row: 2, expected: 'valid JSON' }]);
});
