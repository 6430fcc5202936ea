// A made organisation as rows, loaded by COPY: contacts of 120 words with 8 marks each, words as common as in speech. Only its
// size and shape mean anything.
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export const orgId = 'harbor';
const seed = 20_261_122;
const sites = 60;
const people = 300;
const days = 730;
const standards = Array.from({ length: 40 }, (_, nth) => `area.standard-${nth}`);
const channels = ['phone', 'phone', 'phone', 'visit', 'chat'] as const;
const outcomes = ['won', 'lost', 'lost', 'served', 'pending'] as const;

/** Words by rank: the nth is said about 1/n as often as the first, as in speech (Zipf). */
export const vocabulary: readonly string[] = Array.from({ length: 20_000 }, (_, rank) => {
  const letters = 'etaoinshrdlu';
  let word = '';
  for (let left = rank + 37; left > 0; left = Math.floor(left / letters.length)) word += letters[left % letters.length];
  return `${word}${rank % 7 === 0 ? 's' : ''}`;
});

/** Loads `count` contacts with their markings and marks. */
export async function load(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // The loader is nobody's work: it writes as the tables' owner, for one organisation.
    await client.query(`select set_config('customary.org', $1, false)`, [orgId]);
    await client.query(`insert into import (org_id, id, label, started_at) values ($1, 'i', 'bench', now())`, [orgId]);
    await client.query(`insert into pack_set values ($1, 'p', $2, true, now())`, [
      orgId,
      JSON.stringify(Object.fromEntries(standards.map((id) => [id, `v-${id}`]))),
    ]);
    await copy(
      client,
      `site (org_id, id, name, time_zone, spoken_names, origin_file, digest, recorded_at)`,
      (function* () {
        for (let nth = 0; nth < sites; nth += 1)
          yield [orgId, `s-${nth}`, `Site ${nth}`, 'UTC', '{}', 'bench', 'x', '2026-01-01T00:00:00Z'];
      })(),
    );
    await copy(
      client,
      `contact (org_id, id, version, latest, content_hash, import_id, source_file, original_id, format, channel, language,
        timing, started_at, duration_seconds, site_id, person_id, outcome, consent_basis, rep_from, rep_certainty, words,
        turns, answers, notes, marked_with)`,
      contacts(count),
    );
    await copy(
      client,
      'marking (org_id, contact_id, contact_version, pack_set, kinds, heard, not_applicable, marked_at)',
      (function* () {
        for (let nth = 0; nth < count; nth += 1)
          yield [orgId, idOf(nth), '1', 'p', '["new-enquiry"]', '[]', '4', '2026-01-01T00:00:00Z'];
      })(),
    );
    await copy(
      client,
      'mark (org_id, id, contact_id, contact_version, standard, standard_version, marker, verdict, confidence, evidence)',
      marks(count),
    );
    await client.query('analyze');
  } finally {
    client.end().catch(() => undefined);
    await once(client, 'end').catch(() => undefined);
  }
}

const idOf = (nth: number): string =>
  `c${(nth * 2_654_435_761).toString(16).padStart(14, '0').slice(-14)}${nth.toString(36)}`;

function* contacts(count: number): Generator<string[]> {
  const random = chance(seed);
  const began = Date.parse('2024-11-01T00:00:00Z');
  for (let nth = 0; nth < count; nth += 1) {
    const turns = Array.from({ length: 10 }, (_, turn) => ({
      speaker: turn % 2 === 0 ? 'rep' : 'customer',
      text: Array.from({ length: 12 }, () => word(random())).join(' '),
    }));
    const at = new Date(began + Math.floor(random() * days * 86_400_000)).toISOString();
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    const site = Math.floor(random() * random() * sites);
    const facts = [
      `s-${site}`,
      `p-${Math.floor(random() * people)}`,
      pick(outcomes),
      'not stated',
      'stated',
      '1',
      '120',
    ];
    const head = [orgId, idOf(nth), '1', 't', `h${nth}`, 'i', 'bench.csv', String(nth), 'bench', pick(channels), 'en'];
    yield [...head, 'none', at, '240', ...facts, JSON.stringify(turns), '[]', '[]', 'p'];
  }
}

function* marks(count: number): Generator<string[]> {
  const random = chance(seed + 1);
  for (let nth = 0; nth < count; nth += 1) {
    const first = Math.floor(random() * standards.length);
    for (let mark = 0; mark < 8; mark += 1) {
      const standard = standards[(first + mark * 5) % standards.length]!;
      const verdict = random() < 0.3 ? 'failed' : random() < 0.9 ? 'met' : 'unsure';
      const evidence = '[{"turn":2,"from":0,"to":12}]';
      yield [orgId, `m${nth}-${mark}`, idOf(nth), '1', standard, `v-${standard}`, 'cue', verdict, '0.9', evidence];
    }
  }
}

/** A word by chance, common ones oftener: the inverse of a sum of 1/n. */
function word(at: number): string {
  return vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** at) - 1)]!;
}

function chance(from: number): () => number {
  const generator = xoroshiro128plus(from);
  return () => (generator.next() >>> 0) / 4_294_967_296;
}

async function copy(client: pg.Client, into: string, rows: Iterable<readonly string[]>): Promise<void> {
  const lines = function* (): Generator<string> {
    let block = '';
    for (const row of rows) {
      block += `${row.map((cell) => cell.replaceAll('\\', '\\\\')).join('\t')}\n`;
      if (block.length < 1 << 18) continue;
      yield block;
      block = '';
    }
    yield block;
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${into} from stdin`)));
}
