// Seals, checkpoints and the check of both, on both databases: what was tampered with is found and named, and what was done rightly
// is not.
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { append } from '../../platform/ledger/append.ts';
import { compareCheckpoint, type MadeCheckpoint } from '../../platform/ledger/checkpoints.ts';
import { hashOf } from '../../platform/ledger/event.core.ts';
import { verifyLedger } from '../../platform/ledger/verify-ledger.ts';
import { importRecord } from '../../record/import-record.use.ts';
import { exampleFiles } from '../../record/write-example.ts';
import { sealAndSign, sealSome } from './checkpoint.use.ts';
import { recordCells } from './record-cells.core.ts';
import { sealAll } from './seal.job.ts';
import { verifyRows, type RowsReport } from './verify-rows.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let now = new Date('2026-03-01T12:00:00Z');

const files = await Promise.all(
  (await exampleFiles()).map(async (name) => ({
    name,
    bytes: new Uint8Array(await readFile(new URL(`../../record/example/${name}`, import.meta.url))),
  })),
);

/** A way of tampering with a row of a table that seals cover, told by a number. */
const tables = [
  {
    table: 'document_version',
    kinds: ['policies', 'procedures'],
    change: [`title = title || '!'`, `from_day = from_day - 1`],
  },
  { table: 'policy_clause', kinds: ['policies'], change: [`words = words || '!'`, `serves = '{x}'`] },
  {
    table: 'acknowledgement',
    kinds: ['acknowledgements'],
    change: [`answer = case answer when 'understood' then 'disagree' else 'understood' end`],
  },
  {
    table: 'certificate',
    kinds: ['certificates'],
    change: [`expires = coalesce(expires, on_day) + 400`, `task = task || '2'`],
  },
  { table: 'post', kinds: ['posts'], change: [`role = role || '2'`] },
  {
    table: 'observation',
    kinds: ['observations'],
    change: [`act = case act when 'help' then 'guide' else 'help' end`],
  },
  { table: 'duty', kinds: ['duties'], change: [`task = task || '2'`] },
] as const;

forEachDatabase((_name, open) => {
  let store: Store;
  let signed: MadeCheckpoint;
  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    store = await open({ now: () => now });
    await store.inWork(owner, async (work) => importRecord(work, files));
    now = new Date('2026-03-02T12:00:00Z');
    signed = await sealAll(store, owner);
    now = new Date('2026-03-03T12:00:00Z');
  });

  const checked = async (): Promise<RowsReport> => store.inWork(owner, verifyRows);
  const compared = async (note = signed.note) => store.inWork(owner, async (work) => compareCheckpoint(work, note));
  // As somebody with the database's own superuser would, past the triggers.
  const tamper = async (script: string): Promise<void> =>
    store.asOwner(async (session) => session.script(`set local session_replication_role = 'replica'; ${script}`));
  const rowsOf = async (table: string): Promise<string[]> =>
    store.asOwner(async (session) =>
      (await session.query(`select row_to_json(t)::text as json from "${table}" t order by 1`)).map((row) =>
        String(row['json']),
      ),
    );

  it('vouches for every row of the record, and holds as it was written', async () => {
    const report = await checked();
    expect(report.wrong).toEqual([]);
    expect(report.rows).toBeGreaterThan(80);
    expect(await compared()).toEqual({ size: signed.size, wrong: [] });
    expect((await store.inWork(owner, async (work) => verifyLedger(work))).wrong).toEqual([]);
  });

  it('holds after the record was corrected rightly, before and after that is sealed too', async () => {
    const corrected = files.map((file) =>
      file.name === 'acknowledgements.csv'
        ? {
            ...file,
            bytes: new TextEncoder().encode(new TextDecoder().decode(file.bytes).replace(/,understood/, ',disagree')),
          }
        : file,
    );
    await store.inWork(owner, async (work) => importRecord(work, corrected));
    expect((await checked()).wrong).toEqual([]);
    now = new Date('2026-03-04T12:00:00Z');
    const later = await sealAll(store, owner);
    expect(later.size).toBeGreaterThan(signed.size);
    expect((await checked()).wrong).toEqual([]);
    expect((await compared()).wrong).toEqual([]);
    expect((await compared(later.note)).wrong).toEqual([]);
  });

  it('gives the same checkpoint again where nothing was done since', async () => {
    expect((await sealAll(store, owner)).note).toBe(signed.note);
  });

  it('finds and names every row that was changed, removed, back-dated or slipped in', async () => {
    const rows = new Map<string, string[]>();
    for (const { table } of tables) rows.set(table, await rowsOf(table));
    const which = fc.record({
      table: fc.constantFrom(...tables),
      row: fc.nat(),
      how: fc.nat(),
      act: fc.constantFrom('change', 'remove', 'back-date', 'slip-in'),
    });
    await fc.assert(
      fc.asyncProperty(which, async ({ table: { table, kinds, change }, row, how, act }) => {
        const own = rows.get(table)!;
        fc.pre(own.length > 0);
        const json = own[row % own.length]!.replaceAll("'", "''");
        const at = `select ctid from "${table}" t where row_to_json(t)::text = '${json}'`;
        const dated = json.includes('"recorded_at"');
        if (act === 'remove') await tamper(`delete from "${table}" where ctid in (${at})`);
        else if (act === 'back-date' && dated)
          await tamper(`update "${table}" set recorded_at = recorded_at - interval '40 days' where ctid in (${at})`);
        else if (act === 'slip-in' && dated && json.includes('"id"'))
          await tamper(
            `insert into "${table}" select * from json_populate_record(null::"${table}", ('${json}'::jsonb || '{"id":"slipped-in","recorded_at":"2025-06-01T00:00:00Z"}')::json)`,
          );
        else await tamper(`update "${table}" set ${change[how % change.length]!} where ctid in (${at})`);
        const { wrong } = await checked();
        await tamper(
          `delete from "${table}"; insert into "${table}" select * from json_populate_recordset(null::"${table}", '[${own.map((one) => one.replaceAll("'", "''")).join(',')}]')`,
        );
        expect(wrong.length, `${act} in ${table}`).toBeGreaterThan(0);
        expect(kinds as readonly string[]).toContain(wrong[0]!.kind);
      }),
      { numRuns: 25 },
    );
    expect((await checked()).wrong).toEqual([]);
  });

  /** Each row of a table once more, under another id. */
  const slipIn = async (table: string, more = '{}'): Promise<void> =>
    tamper(
      `insert into "${table}" select o.* from "${table}" t, json_populate_record(null::"${table}", (to_jsonb(t) || '${more}' || jsonb_build_object('id', t.id || '-slipped'))::json) o`,
    );

  it('finds rows that were slipped in, also after the next seal took them for others', async () => {
    for (const table of ['certificate', 'clause_reason', 'reader_note']) await slipIn(table);
    await slipIn('letter', '{"number":null}');
    await tamper(`update letter set number = 9 where id = 'letter-2-slipped'`);
    await tamper(
      `insert into letter_event (org_id, letter_id, seq, kind, on_day, by, says, told) select org_id, 'slipped', 1, 'said', on_day, by, says, true from letter_event limit 1`,
    );
    const kinds = ['certificates', 'clause-reasons', 'letter-events', 'letters', 'reader-notes'];
    const slipped = async () => {
      const { wrong } = await checked();
      expect(new Set(wrong.map((one) => one.flaw))).toEqual(new Set(['back-dated']));
      return [...new Set(wrong.map((one) => one.kind))].toSorted();
    };
    expect(await slipped()).toEqual(kinds);
    await sealAll(store, owner);
    expect(await slipped()).toEqual(kinds);
  });

  it('knows a flag that grew into a letter from one that was rewritten', async () => {
    const grow = async (words: string, told: boolean) =>
      store.inWork(owner, async (work) => {
        await work.tx.execute(sql`update letter set why = ${words} where id = 'letter-2'`);
        if (told) await append(work, { kind: 'letter.grown', subjects: ['letter-2'] });
      });
    await grow('It was so before.', false);
    expect((await checked()).wrong).toMatchObject([{ flaw: 'changed', kind: 'letters', key: 'letter-2' }]);
    await grow('It was so before, and still is.', true);
    expect((await checked()).wrong).toEqual([]);
    await sealAll(store, owner);
    expect((await checked()).wrong).toEqual([]);
  });

  it('finds nothing wrong while a long sealing is on its way, nor after it', async () => {
    now = new Date('2026-03-04T12:00:00Z');
    const changed = files.map(({ name, bytes }) => ({
      name,
      bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(',understood', ',disagree')),
    }));
    await store.inWork(owner, async (work) => importRecord(work, changed));
    now = new Date('2026-03-05T12:00:00Z');
    const done = await store.inWork(owner, async (work) => sealAndSign(work, 0));
    const waiting = 'waiting' in done ? done.waiting : [];
    expect(waiting.length).toBeGreaterThan(1);
    const first = waiting.slice(0, 1);
    expect(await store.inWork(owner, async (work) => sealSome(work, first))).toBe(1);
    expect((await checked()).wrong).toEqual([]);
    // What was sealed meanwhile is not sealed again.
    expect(await store.inWork(owner, async (work) => sealSome(work, waiting))).toBe(waiting.length - 1);
    await sealAll(store, owner);
    expect((await checked()).wrong).toEqual([]);
  });

  it('names the cells of every row as the record does', async () => {
    const rows = await store.asOwner(async (session) =>
      session.query(`select set_config('customary.org', 'harbor', true), kind, cells, whole from record_entry`),
    );
    expect(rows.length).toBeGreaterThan(80);
    for (const { cells, whole } of rows) expect(recordCells(whole as Record<string, unknown>)).toEqual(cells);
  });

  it('finds seals that were changed with the row', async () => {
    await tamper(`delete from certificate; delete from sealed_row where kind = 'certificates'`);
    expect((await checked()).wrong.map((one) => one.flaw)).toContain('seals-changed');
  });

  it('finds a whole history that was hashed anew, by the checkpoint that left', async () => {
    const lines = await store.asOwner(async (session) => session.query('select * from event order by seq'));
    let prev = '0'.repeat(64);
    const script = lines.map((row) => {
      const line = {
        ...row,
        seq: Number(row['seq']),
        at: (row['at'] as Date).toISOString?.() ?? String(row['at']),
      } as Record<string, unknown>;
      const fresh = {
        orgId: String(row['org_id']),
        seq: line['seq'] as number,
        at: new Date(line['at'] as string).toISOString(),
        actor: line['seq'] === 2 ? 'somebody-else' : String(row['actor']),
        kind: String(row['kind']),
        subjects: row['subjects'] as string[],
        salt: String(row['salt']),
        digest: row['digest'] as string | null,
        prev,
      };
      prev = hashOf(fresh);
      return `update event set actor = '${fresh.actor}', prev = '${fresh.prev}', hash = '${prev}' where seq = ${fresh.seq};`;
    });
    await tamper(`${script.join(' ')} update ledger_head set hash = '${prev}';`);
    expect((await store.inWork(owner, async (work) => verifyLedger(work))).wrong).toEqual([]);
    expect((await compared()).wrong).toMatchObject([{ flaw: 'not-this-chain' }]);
    now = new Date('2026-03-05T12:00:00Z');
    await expect(sealAll(store, owner)).rejects.toMatchObject({ slug: 'ledger-not-as-signed' });
  });

  it('refuses a checkpoint of another key, and what is none', async () => {
    await expect(compared('hello\n')).rejects.toMatchObject({ slug: 'checkpoint-malformed' });
    await expect(compared(signed.note.replace('customary/harbor', 'customary/rival'))).rejects.toMatchObject({
      slug: 'checkpoint-of-another',
    });
  });
});
