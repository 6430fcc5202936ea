// Letters, reasons and readers' words that were written before they came here.
import { beforeEach, expect, it } from 'vitest';
import { readReaderCounts } from '../documents/reading/reader-notes.use.ts';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { eventTable } from '../platform/ledger/event.table.ts';
import { lettersToFollow } from '../policies/letters/follow-letters.use.ts';
import { hasLettersLately } from '../policies/letters/letters-lately.use.ts';
import { listLetters, readLetter } from '../policies/letters/read-letters.use.ts';
import { readClauseReasons, sayClauseReasons } from '../policies/reasons/clause-reasons.use.ts';
import { readProcedures } from '../procedures/procedures.use.ts';
import { importRecord } from './import-record.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

const record = [
  file('sites.csv', 'id,name,time-zone\nbay,Bay Street,America/New_York\n'),
  file(
    'people.csv',
    'id,name,role,site,from\np-1,Ada Quill,rep,bay,2025-01-05\np-2,Omar Lind,manager,bay,2025-01-05\n',
  ),
  file(
    'policies/quotes-1.md',
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\nto: 2026-03-01\n---\n# Quotes\n\n1. Name a price first.\n   limit: this is a word of the clause\n',
  ),
  file(
    'policies/quotes-2.md',
    '---\nid: quotes\nversion: 2\nclass: customer-service\nfrom: 2026-03-01\n---\n# Quotes\n\n1. Ask first.\n',
  ),
  file(
    'procedures/gate-1.md',
    '---\nid: gate\nversion: 1\nsort: response\ntrigger: Somebody stands before a locked door\nfrom: 2025-01-01\n---\n# Gate\n\n1. Reset the code.\n   actor: manager\n   say: I open it now.\n   limit: Up to 20 dollars.\n   goes wrong: The gate is stuck.\n   Then send somebody.\n',
  ),
];
const letters = file(
  'letters.csv',
  [
    'id,writer,site,about,document,part,on,wrong,solution,supporters',
    'w-1,p-1,bay,policy,quotes,1,2026-01-05,We name a price too early.,Ask first.,p-2',
    'w-2,,bay,policy,quotes,1,2026-03-10,Nobody may write down a name.,,',
    'w-3,p-2,bay,policy,nothing,,2026-03-10,No such thing.,,',
  ].join('\n'),
);
const answers = file(
  'letter-answers.csv',
  [
    'letter,on,by,act,says,version',
    'w-1,2026-02-02,p-2,adopted,It is as you say.,2',
    'w-1,2026-01-21,,escalated,,',
    'w-2,2026-03-01,p-2,adopted,Too early.,',
    'w-9,2026-03-01,p-2,adopted,Of no letter.,',
    'w-2,2026-03-12,p-2,refused,,',
  ].join('\n'),
);

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open({ now: () => new Date('2026-04-01T12:00:00.000Z') });
    await take(record);
  });
  const take = async (files: Parameters<typeof importRecord>[1]) =>
    store.inWork(owner, async (work) => importRecord(work, files));

  it('letters stand with what became of them, dated as they were; the same again changes nothing', async () => {
    const done = await take([letters, answers]);
    expect(done.taken.letters).toEqual({ added: 2, changed: 0, same: 0 });
    expect(done.taken['letter-answers']).toEqual({ added: 2, changed: 0, same: 0 });
    expect(done.rejects.map((one) => [one.file, one.row, one.field])).toEqual([
      ['letter-answers.csv', 4, 'on'],
      ['letter-answers.csv', 5, 'letter'],
      ['letter-answers.csv', 6, 'says'],
      ['letters.csv', 4, 'document'],
    ]);
    const list = await store.inWork(owner, async (work) => listLetters(work, owner));
    expect(list).toMatchObject({ all: 2, open: 1, overdue: 1 });
    const whole = await store.inWork(owner, async (work) => readLetter(work, owner, 'w-1'));
    expect(whole).toMatchObject({
      number: 1,
      writer: 'Ada Quill',
      state: 'adopted',
      answeredBy: 'Omar Lind',
      supporterNames: ['Omar Lind'],
      sentOn: '2026-01-05',
    });
    expect(whole.events.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2026-01-05 sent',
      '2026-01-21 escalated',
      '2026-02-02 answered',
      '2026-02-02 followed',
    ]);
    expect(whole.events.at(-1)?.document).toBe('policy/quotes');
    // What was adopted elsewhere begins nothing here.
    expect(await store.inWork(owner, lettersToFollow)).toEqual([]);
    const again = await take([letters, answers]);
    expect(again.taken.letters).toEqual({ added: 0, changed: 0, same: 2 });
    const lines = await store.inWork(owner, async ({ tx }) => tx.select().from(eventTable));
    expect(lines.filter((one) => one.kind === 'letters.recorded')).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('too early');
  });

  it('a letter without a writer is shielded, and protects whoever could have written it', async () => {
    await take([letters]);
    const told = await store.inWork(owner, async (work) => readLetter(work, owner, 'w-2'));
    expect(told).toMatchObject({ shielded: true, writer: null, supporterNames: [] });
    expect(told.events[0]?.by).toBe('the writer');
    expect(await store.inWork(owner, async (work) => hasLettersLately(work, 'p-7', ['bay']))).toBe(true);
    expect(await store.inWork(owner, async (work) => hasLettersLately(work, 'p-7', ['mill']))).toBe(false);
  });

  it('reasons fill what nobody has said here, and never what somebody has', async () => {
    const at = { policy: 'quotes', version: '2', clause: '1' };
    const head = 'policy,version,clause,purpose,factor,factor-reason\n';
    const first = await take([
      file('clause-reasons.csv', `${head}quotes,1,1,Speed,no,They hang up.\nquotes,2,7,x,,\n`),
    ]);
    expect(first.taken['clause-reasons']).toEqual({ added: 1, changed: 0, same: 0 });
    expect(first.rejects).toMatchObject([{ row: 3, field: 'clause' }]);
    await store.inWork(owner, async (work) => sayClauseReasons(work, at, { purpose: 'said here' }));
    const later = await take([file('clause-reasons.csv', `${head}quotes,2,1,from a file,,\n`)]);
    expect(later.taken['clause-reasons']).toEqual({ added: 0, changed: 0, same: 1 });
    const told = await store.inWork(owner, async (work) => readClauseReasons(work, 'quotes'));
    expect(told.clauses[0]?.standing.reasons).toEqual({ purpose: 'said here' });
    const before = await store.inWork(owner, async (work) => readClauseReasons(work, 'quotes', '1'));
    expect(before.clauses[0]).toMatchObject({ doubt: 'no-benefit-no-law' });
    // A step's line in a policy is a word of its clause.
    expect(before.clauses[0]?.text).toBe('Name a price first. limit: this is a word of the clause');
  });

  it('what readers said counts once, and a step says who, in which words and how far', async () => {
    const head = 'person,kind,document,version,part,on,said,words\n';
    const notes = file('reader-notes.csv', `${head}p-1,procedure,gate,1,1,2026-02-01,not-understood,Which code?\n`);
    expect((await take([notes])).taken['reader-notes']).toEqual({ added: 1, changed: 0, same: 0 });
    expect((await take([notes])).taken['reader-notes']).toEqual({ added: 0, changed: 0, same: 1 });
    const counts = await store.inWork(owner, async (work) => readReaderCounts(work, 'procedure'));
    expect(counts).toMatchObject([{ document: 'gate', part: '1', notUnderstood: 1 }]);
    const [gate] = await store.inWork(owner, readProcedures);
    expect(gate).toMatchObject({ sort: 'response', trigger: 'Somebody stands before a locked door' });
    expect(gate?.steps).toEqual([
      {
        id: '1',
        text: 'Reset the code. Then send somebody.',
        serves: [],
        obstructs: [],
        actor: 'manager',
        say: 'I open it now.',
        limit: 'Up to 20 dollars.',
        goesWrong: 'The gate is stuck.',
      },
    ]);
  });
});
