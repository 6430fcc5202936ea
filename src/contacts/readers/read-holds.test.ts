// Holds and paused recording, however a source tells of them.
import { expect, test } from 'vitest';
import { holdsOfCell } from './holds.ts';
import { readAll, spoken } from './reading.fixture.ts';

test.each([
  ['30-95', [{ from: 30, to: 95, kind: 'hold' }]],
  [
    '0:30 - 1:35; pause 100-120',
    [
      { from: 30, to: 95, kind: 'hold' },
      { from: 100, to: 120, kind: 'pause' },
    ],
  ],
  [
    '30 to 40s | 60..70',
    [
      { from: 30, to: 40, kind: 'hold' },
      { from: 60, to: 70, kind: 'hold' },
    ],
  ],
  ['[[30,95]]', [{ from: 30, to: 95, kind: 'hold' }]],
  ['[{"start":30,"duration":5,"type":"recording paused"}]', [{ from: 30, to: 35, kind: 'pause' }]],
  ['0', []],
  ['two', null],
  ['95-30', null],
  ['[{"start":"x"}]', null],
])('a cell of holds: %s', (cell, expected) => {
  expect(holdsOfCell(cell)).toEqual(expected);
});

test('a column of holds is facts of the contact; none told is not "none"', async () => {
  const table = 'call id,holds,site\ncall-1,30-95,a\ncall-2,0,a\ncall-3,,a\ncall-4,"10-20;15-30",a';
  const { facts } = await readAll(table);
  expect(facts.map((one) => one.facts.holds)).toEqual([
    [{ from: 30, to: 95, kind: 'hold' }],
    [],
    undefined,
    [{ from: 10, to: 30, kind: 'hold' }],
  ]);
  const bad = await readAll('call id,holds,site\ncall-1,sometimes,a');
  expect(bad.rejects[0]).toMatchObject({ row: 2, field: 'holds' });
  const counted = await readAll('call id,number of holds,site\ncall-1,2,a\ncall-2,0,a');
  expect(counted.rejects).toEqual([]);
  expect(counted.facts.map((one) => one.facts.holds)).toEqual([undefined, []]);
});

test('a vCon’s party that is put on hold and taken back', async () => {
  const dialog = [
    {
      type: 'recording',
      start: '2026-03-01T10:00:00Z',
      duration: 300,
      party_history: [
        { party: 0, time: '2026-03-01T10:00:00Z', event: 'join' },
        { party: 1, time: '2026-03-01T10:00:30Z', event: 'hold' },
        { party: 1, time: '2026-03-01T10:01:35Z', event: 'unhold' },
        { party: 1, time: '2026-03-01T10:04:00Z', event: 'hold' },
      ],
    },
  ];
  const analysis = [{ type: 'transcript', body: 'Agent: One moment.\nCustomer: Sure.' }];
  const vcon = { vcon: '0.0.1', uuid: 'v-1', parties: [], dialog, analysis };
  const { contacts } = await readAll(JSON.stringify(vcon));
  expect(contacts[0]!.holds).toEqual([
    { from: 30, to: 95, kind: 'hold' },
    { from: 240, to: 300, kind: 'hold' },
  ]);
});

test('a turn in which a tool wrote the hold is one of its own, whoever it was given to', async () => {
  const cues = [
    ['00:01.000 --> 00:03.000', 'Let me check that.'],
    ['00:03.000 --> 00:33.000', '[Hold music]'],
    ['00:33.000 --> 00:35.000', 'Thanks for holding.'],
    ['00:35.000 --> 00:40.000', '[recording paused]'],
  ];
  const text = `WEBVTT\n\n${cues.map(([time, words]) => `${time}\n<v Rep>${words}`).join('\n\n')}`;
  const { contacts } = await readAll(text);
  expect(spoken(contacts[0])).toHaveLength(4);
  expect(contacts[0]!.holds).toEqual([
    { from: 3, to: 33, kind: 'hold' },
    { from: 35, to: 40, kind: 'pause' },
  ]);
});

test('a record’s own list of holds', async () => {
  const turns = [{ speaker: 'agent', text: 'Hello.', start: 0, end: 1 }];
  const { contacts } = await readAll(JSON.stringify({ id: 'c-1', holds: [{ from: 5, to: 9 }], turns }));
  expect(contacts[0]!.holds).toEqual([{ from: 5, to: 9, kind: 'hold' }]);
});
