// Captions and plain text, in the ways in which people and tools write who speaks and when.
import { expect, test } from 'vitest';
import { readAll, spoken } from './reading.fixture.ts';

test('reads WebVTT with voice tags, and makes one turn of a speaker who goes on', async () => {
  const vtt =
    'WEBVTT\nLanguage: en\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:02.500\n<v Dana>Harbor Storage,</v>\n\n00:00:02.600 --> 00:00:04.000\n<v Dana>this is Dana.</v>\n\n00:00:04.500 --> 00:00:06.000\n<v Customer>Hello, Dana.</v>\n';
  const { contacts } = await readAll(vtt, {}, 'calls/17.vtt');
  expect(spoken(contacts[0])).toEqual(['Dana: Harbor Storage, this is Dana.', 'Customer: Hello, Dana.']);
  expect(contacts[0]).toMatchObject({
    source: { originalId: '17', format: 'webvtt' },
    timing: 'full',
    channel: 'phone',
    language: 'en',
  });
  expect(contacts[0]!.turns[0]).toMatchObject({ start: 1, end: 4 });
});

test('reads SRT with names before the words, and rejects a cue with a broken time by its line', async () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nRep: Good morning.\n\n2\n00:00:0x,000 --> 00:00:03,000\nlost\n\n3\n00:00:03,000 --> 00:00:04,000\nCaller: Hi.\n';
  const { contacts, rejects } = await readAll(srt);
  expect(contacts[0]!.turns.map((turn) => turn.speaker)).toEqual(['rep', 'customer']);
  expect(rejects).toMatchObject([{ row: 6 }]);
});

test.each([
  [
    'names and colons',
    'Agent: Hello, Harbor.\nCustomer: Hi.\nI need a unit.\nAgent: Of course.',
    ['Agent: Hello, Harbor.', 'Customer: Hi. I need a unit.', 'Agent: Of course.'],
  ],
  ['times in brackets', '[00:12] Rep: Hello.\n[00:15] Caller: Hi there.\n', ['Rep: Hello.', 'Caller: Hi there.']],
  [
    'a time, a speaker and a gap',
    '00:00:12 Speaker 1  Hello there.\n00:00:15 Speaker 2  Hi.\n',
    ['Speaker 1: Hello there.', 'Speaker 2: Hi.'],
  ],
  [
    'a name and a time alone on a line',
    'Dana Lee  0:02\nHello, Harbor.\n\nSam  0:05\nHi.\n\nDana Lee  0:07\nWelcome.\n\nSam  0:09\nThanks.\n',
    ['Dana Lee: Hello, Harbor.', 'Sam: Hi.', 'Dana Lee: Welcome.', 'Sam: Thanks.'],
  ],
  [
    'bold names',
    '**Agent:** Hello.\n\n**Customer:** Note: I am late.\n',
    ['Agent: Hello.', 'Customer: Note: I am late.'],
  ],
  ['names in capitals and brackets', '[AGENT]: Hello.\n[CALLER]: Hi.\n', ['AGENT: Hello.', 'CALLER: Hi.']],
  [
    'a name with its time',
    'Dana (00:01): Hello.\nSam (00:04): Hi.\nDana (00:06): Go on.\n',
    ['Dana: Hello.', 'Sam: Hi.', 'Dana: Go on.'],
  ],
  [
    'paragraphs',
    'Hello, thank you for calling.\n\nHi, I have a question.\n\nYes, please?\n',
    ['?: Hello, thank you for calling.', '?: Hi, I have a question.', '?: Yes, please?'],
  ],
  [
    'lines',
    'Hello, can I help you?\nYes, I need a unit.\nWhich size do you need?\n',
    ['?: Hello, can I help you?', '?: Yes, I need a unit.', '?: Which size do you need?'],
  ],
])('reads text with %s', async (_, text, expected) => {
  const { contacts, rejects } = await readAll(text);
  expect(rejects).toEqual([]);
  expect(spoken(contacts[0])).toEqual(expected);
});

test('takes the lines above the first turn as facts', async () => {
  const text =
    'Call ID: c-9\nSite: Pier 4\nDate: 2026-03-01 14:05\nDuration: 5:44\nAgent: Dana\n\nAgent: Hello.\nCustomer: Hi.\nAgent: Bye.';
  const { contacts } = await readAll(text);
  expect(contacts[0]!.source.originalId).toBe('c-9');
  expect(contacts[0]!.facts).toEqual({
    site: 'Pier 4',
    startedAt: '2026-03-01T14:05:00.000Z',
    startedLocal: '2026-03-01T14:05:00',
    durationSeconds: 344,
    rep: 'Dana',
  });
  expect(spoken(contacts[0])[0]).toBe('Agent: Hello.');
});

test('reads several transcripts with a rule between them', async () => {
  const { contacts } = await readAll(
    'Agent: Hello.\nCustomer: Hi.\n-----\nAgent: Good evening.\nCustomer: Good evening.\n',
    {},
    'day.txt',
  );
  expect(contacts.map((draft) => draft.source.originalId)).toEqual(['day', 'day#2']);
});

test('says that nobody or only one person is named, and the contact still stands', async () => {
  const none = await readAll('Hello, can I help you?\n\nYes please, I need a box.\n');
  expect(none.contacts[0]!.notes).toEqual(['The source does not say who speaks.']);
  const one = await readAll('Rep: Hello?\nRep: Is anybody there?\n');
  expect(one.contacts[0]!.notes).toEqual(['The source has one speaker only.']);
});

test('keeps the label that is told to be the rep beside the contact', async () => {
  const { contacts } = await readAll('Speaker 1: Hello.\nSpeaker 2: Hi.\n', {
    repLabel: 'Speaker 2',
    channel: 'visit',
  });
  expect(contacts[0]).toMatchObject({ facts: { repLabel: 'Speaker 2' }, channel: 'visit' });
});

test('does not take a licence or a manual for a contact', async () => {
  const { contacts, rejects } = await readAll(
    'Permission is hereby granted, free of charge, to any person obtaining a copy.\n\nThe above copyright notice shall be included in all copies.\n',
  );
  expect(contacts).toEqual([]);
  expect(rejects).toHaveLength(1);
});
