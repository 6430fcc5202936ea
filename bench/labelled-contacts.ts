// Public contacts whose speakers are known, read from the data folder where there is one: for benches and for fitting.
// Nothing of it is part of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface LabelledContact {
  readonly set: string;
  readonly turns: readonly { readonly speaker: 'rep' | 'customer'; readonly text: string }[];
}

/** The data folder: what CUSTOMARY_BENCH_DATA names, else ../shared/data beside the clone, else undefined. */
export function dataFolder(): string | undefined {
  const folder = process.env['CUSTOMARY_BENCH_DATA'] ?? resolve(import.meta.dirname, '../../shared/data');
  return existsSync(folder) ? folder : undefined;
}

/** Every contact of every set found in the folder. */
export function labelledContacts(folder: string): LabelledContact[] {
  const sets: [string, (path: string) => LabelledContact[]][] = [
    ['calls-insurance/messages.csv', insurance],
    ['vcon/contacts.vcon.jsonl', vcon],
    ['chats-star/dialogs.jsonl', star],
    ['satisfaction-uss/MWOZ.txt', (path) => userSystem(path, 'mwoz')],
    ['satisfaction-uss/CCPE.txt', (path) => userSystem(path, 'ccpe')],
  ];
  return sets.flatMap(([file, read]) => (existsSync(join(folder, file)) ? read(join(folder, file)) : []));
}

function lines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

function insurance(path: string): LabelledContact[] {
  const rows = parse<Record<string, string>>(readFileSync(path), { columns: true });
  const calls = Map.groupBy(rows, (row) => row['conversation_id']);
  return [...calls.values()].map((call) => ({
    set: 'insurance',
    turns: call.map((row) => ({ speaker: row['author'] === 'Agent' ? 'rep' : 'customer', text: row['message'] ?? '' })),
  }));
}

interface Vcon {
  parties: { role?: string }[];
  dialog: { originator?: number; body?: string }[];
}

function vcon(path: string): LabelledContact[] {
  return (lines(path) as Vcon[])
    .map((one) => ({
      set: 'vcon',
      turns: one.dialog
        .filter((turn) => turn.body)
        .map((turn) => ({
          speaker: one.parties[turn.originator ?? 0]?.role === 'agent' ? ('rep' as const) : ('customer' as const),
          text: turn.body!,
        })),
    }))
    .filter((one) => one.turns.length > 1);
}

function star(path: string): LabelledContact[] {
  const all = lines(path) as { turns: { speaker: string; text?: string }[] }[];
  return all
    .map((one) => ({
      set: 'star',
      turns: one.turns
        .filter((turn) => turn.text)
        .map((turn) => ({
          speaker: turn.speaker === 'agent' ? ('rep' as const) : ('customer' as const),
          text: turn.text!,
        })),
    }))
    .filter((one) => one.turns.length > 1);
}

function userSystem(path: string, set: string): LabelledContact[] {
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => ({
      set,
      turns: block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([role, text]) => role && text && text !== 'OVERALL')
        .map(([role, text]) => ({
          speaker: role === 'SYSTEM' ? ('rep' as const) : ('customer' as const),
          text: text!,
        })),
    }))
    .filter((one) => one.turns.length > 1);
}
