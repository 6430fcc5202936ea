// Tables in every shape: one row a turn, a visit, a transcript, a message, or facts; guessed, shown and settable.
import { expect, test } from 'vitest';
import { readAll, spoken, workbookOf } from './reading.fixture.ts';

const turns =
  'call_id,speaker,text,time\nc1,Agent,"Hello, Harbor.",2026-03-01 10:00:00\nc2,Agent,Good day.,2026-03-01 11:00:00\nc1,Agent,How can I help?,2026-03-01 10:00:02\nc1,Customer,I need a unit.,2026-03-01 10:00:04\nc2,Customer,"Two\nlines",2026-03-01 11:00:03\n';

test('gathers rows into contacts by id, also where they do not stand together, and merges what one speaker says', async () => {
  const { contacts, mappings, rejects } = await readAll(turns, {}, 'calls.csv');
  expect(rejects).toEqual([]);
  expect(contacts.map((draft) => draft.source.originalId).toSorted()).toEqual(['c1', 'c2']);
  const first = contacts.find((draft) => draft.source.originalId === 'c1')!;
  expect(spoken(first)).toEqual(['Agent: Hello, Harbor. How can I help?', 'Customer: I need a unit.']);
  expect(first).toMatchObject({
    facts: { startedAt: '2026-03-01T10:00:00.000Z', startedLocal: '2026-03-01T10:00:00' },
    timing: 'starts',
    channel: 'phone',
  });
  expect(spoken(contacts.find((draft) => draft.source.originalId === 'c2'))).toContain('Customer: Two lines');
  expect(mappings[0]).toMatchObject({
    howSure: 0.95,
    mapping: {
      table: 'turns',
      columns: [{ field: 'contact' }, { field: 'speaker' }, { field: 'text' }, { field: 'time' }],
    },
  });
});

test.each([['\t'], [';'], ['|']])('finds the delimiter %j by itself', async (delimiter) => {
  const { contacts } = await readAll(
    turns.replace('"Hello, Harbor."', 'Hello').replaceAll(',', delimiter),
    {},
    'calls.csv',
  );
  expect(contacts).toHaveLength(2);
});

test.each(['conversation', 'dialog', 'transcript'])(
  'takes a column %s of names for what tells contacts apart',
  async (header) => {
    const { contacts } = await readAll(turns.replace('call_id', header), {}, 'calls.csv');
    expect(contacts.map((draft) => draft.source.originalId).toSorted()).toEqual(['c1', 'c2']);
  },
);

test('puts typed messages in the order of their numbers and leaves them single', async () => {
  const { contacts } = await readAll(
    'conversationId,turnNumber,author,message\na,2,user,there\na,1,user,hi\na,3,agent,hello\n',
    {},
    'chat.csv',
  );
  expect(spoken(contacts[0])).toEqual(['user: hi', 'user: there', 'agent: hello']);
  expect(contacts[0]!.channel).toBe('chat');
});

test('rejects a row of a contact that was closed long ago, and nothing else', async () => {
  const rows = ['a', 'b', 'c', 'a'].map((id) => `${id},Agent,Hello.`).join('\n');
  const { contacts, rejects } = await readAll(`call_id,speaker,text\n${rows}\n`, { limits: { openContacts: 2 } });
  expect(contacts.map((draft) => draft.source.originalId)).toEqual(['a', 'b', 'c']);
  expect(rejects).toMatchObject([{ row: 5, expected: 'rows of one contact within 2 contacts of each other' }]);
});

test('reads a form: one row a visit, a column a question, other columns as facts', async () => {
  const csv =
    'Visit ID,Branch,Visit Date,First Name,Were you greeted on entering?,Did they stand up?,How was it?\n7,Pier 4,2026-03-02,Zoe,Yes,No,"Quick, and kind"\n8,Pier 5,2026-03-03,Sam,Yes,N/A,Fine\n';
  const { contacts } = await readAll(csv, {}, 'mystery.csv');
  expect(contacts[0]).toMatchObject({
    source: { originalId: '7' },
    channel: 'shop',
    facts: { site: 'Pier 4', startedAt: '2026-03-02T12:00:00.000Z', startedLocal: '2026-03-02' },
    turns: [],
    knownNames: ['Zoe'],
  });
  expect(contacts[0]!.answers).toContainEqual({ question: 'Did they stand up?', answer: 'No' });
  expect(contacts[1]!.answers.map((one) => one.question)).not.toContain('Did they stand up?');
});

test('reads a second table as facts of contacts that stand elsewhere', async () => {
  const csv =
    'conversation_id,outcome,duration_seconds,agent_name,direction,price quoted,rings,account\nc1,won,344.0,Dana,Inbound,"$1,129.00",3,A-7\nc2,lost,,Dana,sideways,,,\n';
  const { contacts, facts, rejects } = await readAll(csv);
  expect(contacts).toEqual([]);
  expect(facts[0]).toMatchObject({
    key: 'c1',
    row: 2,
    facts: {
      outcome: 'won',
      durationSeconds: 344,
      rep: 'Dana',
      direction: 'inbound',
      priceQuoted: 1129,
      rings: 3,
      customerReference: 'A-7',
    },
  });
  expect(facts[1]).toMatchObject({ key: 'c2', facts: { outcome: 'lost' } });
  expect(rejects).toMatchObject([{ row: 3, field: 'direction' }]);
});

test('puts a day and a time of day together, and a date beside offsets dates the contact', async () => {
  const { facts } = await readAll('call_id,date,time,outcome\nc1,3/14/2026,2:05:30,won\n');
  expect(facts[0]!.facts).toMatchObject({
    startedAt: '2026-03-14T02:05:30.000Z',
    startedLocal: '2026-03-14T02:05:30',
  });
  const { contacts } = await readAll(
    'call_id,date,start,speaker,text\na,2026-03-01,0:01,Agent,Hello there.\na,2026-03-01,0:04,Customer,Hi.\n',
  );
  expect(contacts[0]).toMatchObject({ facts: { startedLocal: '2026-03-01' }, timing: 'starts' });
  expect(contacts[0]!.turns.map((turn) => turn.start)).toEqual([1, 4]);
});

test('reads facts keyed by the name of a file', async () => {
  const { facts } = await readAll('filename,store,rep\n17.vtt,Pier 4,Dana\n18.vtt,Pier 5,Sam\n');
  expect(facts.map((one) => [one.key, one.facts.site])).toEqual([
    ['17.vtt', 'Pier 4'],
    ['18.vtt', 'Pier 5'],
  ]);
});

test('reads a whole transcript from a cell', async () => {
  const { contacts, mappings } = await readAll(
    'id,store,transcript\n1,Pier 4,"Agent: Hello.\nCustomer: Hi."\n2,Pier 4,"Agent: Good day.\nCustomer: Hello."\n',
  );
  expect(mappings[0]!.mapping.table).toBe('transcripts');
  expect(spoken(contacts[0])).toEqual(['Agent: Hello.', 'Customer: Hi.']);
  expect(contacts[1]!.facts.site).toBe('Pier 4');
});

test('reads a message a row as a contact of its own', async () => {
  const { contacts } = await readAll(
    'complaint_id,complaint_text\n1,I waited and you never called me back.\n2,My gate code did not work for me.\n',
  );
  expect(contacts.map((draft) => [draft.channel, draft.turns.length])).toEqual([
    ['complaint', 1],
    ['complaint', 1],
  ]);
});

test('takes what a column is from who knows better', async () => {
  const csv = 'k,w,z\n1,Agent,Hello you.\n1,Customer,Hello to you.\n';
  const { contacts, mappings } = await readAll(csv, {
    columns: { K: 'contact', w: 'speaker', z: 'text' },
    table: 'turns',
  });
  expect(spoken(contacts[0])).toEqual(['Agent: Hello you.', 'Customer: Hello to you.']);
  expect(mappings[0]!.howSure).toBe(1);
});

test('reads a table without headers, and blank lines between contacts', async () => {
  const { contacts, said } = await readAll(
    'SYSTEM\tHello, how can I help?\tx\nUSER\tI need a taxi.\ty\n\nSYSTEM\tGood day.\tx\nUSER\tHi.\ty\n',
    {},
    'two.txt',
  );
  expect(contacts.map((draft) => draft.source.originalId)).toEqual(['two', 'two#2']);
  expect(contacts[0]!.turns.map((turn) => turn.speaker)).toEqual(['rep', 'customer']);
  expect(said[0]).toContain('no headers');
});

test('a quote that is never closed costs its line only', async () => {
  const { contacts, rejects } = await readAll('call_id,speaker,text\na,Agent,"Hello.\na,Customer,Hi.\na,Agent,Bye.\n');
  expect(rejects).toMatchObject([{ row: 2, expected: 'a closing quote' }]);
  expect(spoken(contacts[0])).toEqual(['Customer: Hi.', 'Agent: Bye.']);
});

test('a row with more cells than headers is rejected by its number', async () => {
  const { contacts, rejects } = await readAll('call_id,speaker,text\na,Agent,Hello, you.\na,Customer,Hi.\n');
  expect(rejects).toMatchObject([{ row: 2, expected: '3 cells in the row' }]);
  expect(contacts[0]!.turns).toHaveLength(1);
});

test('reads a workbook as it reads CSV', async () => {
  const { contacts, rejects, left } = await readAll(
    workbookOf([
      ['call_id', 'speaker', 'text'],
      ['a', 'Agent', 'Hello.'],
      ['a', 'Customer', 'Hi & bye.'],
    ]),
    {},
    'calls.xlsx',
  );
  expect(rejects).toEqual([]);
  expect(spoken(contacts[0])).toEqual(['Agent: Hello.', 'Customer: Hi & bye.']);
  expect(left).toEqual([]);
});

test("a workbook's dates have no zone, and a midnight is a day", async () => {
  const { facts } = await readAll(
    workbookOf([
      ['call_id', 'started at', 'site'],
      ['a', '2026-03-02T00:00:00', 'harbor'],
      ['b', '2026-03-02T09:30:00', 'harbor'],
    ]),
    {},
    'facts.xlsx',
  );
  expect(facts.map((one) => one.facts.startedLocal)).toEqual(['2026-03-02', '2026-03-02T09:30:00']);
});

test('a formula is only text, and a table that holds nothing for us is rejected once', async () => {
  const formula = await readAll('call_id,speaker,text\na,Agent,=HYPERLINK(1)\na,Customer,Hi.\n');
  expect(formula.contacts[0]!.turns[0]!.text).toBe('=HYPERLINK(1)');
  const other = await readAll('colour,weight\nred,3\nblue,4\n');
  expect(other.contacts).toEqual([]);
  expect(other.rejects).toHaveLength(1);
});

test.each([['Ticket'], ['Piece']])(
  'gathers turns by the number that a column %s repeats, under headers in plain words',
  async (id) => {
    const rows = [
      'T-1,Customer,What would a small one cost me?,10:00,Bay,Dana,front,',
      'T-1,Rep,It is ninety dollars a month.,10:01,Bay,Dana,front,',
      'T-2,Customer,When does the gate open on Sunday?,11:00,Bay,Lee,front,',
      'T-2,Rep,It opens at seven in the morning.,11:02,Bay,Lee,front,late',
    ].join('\n');
    const { contacts, mappings } = await readAll(
      `${id},Said by,What,Clock,Branch,Employee,Party,Note\n${rows}\n`,
      {},
      'a.csv',
    );
    expect(mappings[0]!.mapping.table).toBe('turns');
    expect(mappings[0]!.mapping.columns.map((one) => one.field)).toEqual([
      'contact',
      'speaker',
      'text',
      'time',
      'site',
      'rep',
      'ignore',
      'ignore',
    ]);
    expect(contacts.map((draft) => draft.source.originalId)).toEqual(['T-1', 'T-2']);
  },
);

test('tells once of each contact of turns that a time of it is none, and takes the contact in all the same', async () => {
  const { contacts, rejects } = await readAll(
    `Ticket No,When,Who spoke,What was said
T-1,3/14/2026 10:30,Staff,Good morning.
T-1,3/14/2026 10:31,Caller,Good morning to you.
T-2,sometime,Staff,Hello there.
T-2,later,Caller,Hello.
T-3,n/a,Staff,Good evening.
T-3,,Caller,Good evening to you.
`,
    {},
    'calls.csv',
  );
  expect(contacts.map((draft) => [draft.source.originalId, draft.facts.startedLocal])).toEqual([
    ['T-1', '2026-03-14T10:30:00'],
    ['T-2', undefined],
    ['T-3', undefined],
  ]);
  expect(rejects).toEqual([
    {
      file: 'calls.csv',
      row: 4,
      field: 'When',
      expected: 'a date and time, e.g. 2026-03-01T14:05:00Z',
      remedy: 'Correct the cell, and others like it in this contact; everything else of it was read.',
    },
  ]);
});
