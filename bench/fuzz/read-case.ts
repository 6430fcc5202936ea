// One mutated file, read, prepared and judged: everything that must hold of whatever a reader makes of any bytes.
import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ContactDraft } from '../../src/contacts/contact.core.ts';
import { prepareContact } from '../../src/contacts/prepare-contact.core.ts';
import { readContacts } from '../../src/contacts/readers/read.ts';
import type { Limits, ReadItem, ReadOptions } from '../../src/contacts/readers/read-item.ts';
import { Chance } from '../chance.ts';
import { mutated, otherJson } from './mutations.ts';
import { bomb, closed, jsonOf, samplesOf, telltale } from './samples.ts';

const key = new Uint8Array(32).fill(3);
/** Small enough that files of some hundred kilobytes meet them. */
const limits: Limits = {
  recordLength: 64 * 1024,
  turns: 400,
  openContacts: 20,
  archiveRatio: 200,
  archiveBytes: 8 * 1024 * 1024,
  archiveMembers: 200,
  archiveDepth: 2,
  workbookBytes: 8 * 1024 * 1024,
};
const options: readonly ReadOptions[] = [
  { limits },
  { limits },
  {},
  { limits, repLabel: 'Agent', channel: 'phone', heardBy: 'recogniser' },
  { limits, table: 'turns' },
  { limits, table: 'visits' },
  { limits, columns: { text: 'text', speaker: 'speaker', call_id: 'contact', time: 'time' } },
];
const bombsEach = 400;

export class ReadCases {
  private readonly format: string;
  private readonly seeds: readonly Buffer[];
  private readonly donors: readonly Buffer[];
  private readonly spoolDir: string;
  /** What each seed says when nothing is done to it. */
  private readonly whole = new Map<Buffer, readonly ContactDraft[]>();

  private constructor(format: string, seeds: readonly Buffer[], donors: readonly Buffer[], spoolDir: string) {
    this.format = format;
    this.seeds = seeds;
    this.donors = donors;
    this.spoolDir = spoolDir;
  }

  static async of(format: string, folder: string | undefined, spoolDir: string): Promise<ReadCases> {
    const donors = [
      ...(await samplesOf('vCon', undefined)),
      ...(await samplesOf('transcript', undefined)),
      ...(await samplesOf('zip', undefined)),
    ];
    const cases = new ReadCases(format, await samplesOf(format, folder), donors, spoolDir);
    for (const seed of cases.seeds) cases.whole.set(seed, draftsOf(await cases.read(seed, {}, 4096)));
    return cases;
  }

  /** What is wrong with how the nth file was read, a few words each; nothing where all held. */
  async run(seed: number, nth: number): Promise<string[]> {
    const chance = new Chance(seed, nth);
    const own = this.seeds[nth % this.seeds.length]!;
    const { bytes, onlyCut } = this.bytesOf(own, nth, chance);
    const told = chance.of(options);
    const piece = bytes.length > 50_000 ? 65_536 : chance.of([1, 7, 61, 4096]);
    const items = await this.read(bytes, told, piece);
    const faults = wellFormed(items);
    if (readdirSync(this.spoolDir).length > 0) faults.push('a file was left in the spool folder');
    if (onlyCut && closed.has(this.format)) faults.push(...this.partial(items, own, told));
    return faults;
  }

  private bytesOf(own: Buffer, nth: number, chance: Chance): { bytes: Buffer; onlyCut: boolean } {
    if (['zip', 'gzip'].includes(this.format) && nth % bombsEach === 0) {
      const whole = bomb(nth / bombsEach);
      return chance.below(2) === 0 ? { bytes: whole, onlyCut: false } : mutated(whole, whole, chance);
    }
    const value = jsonOf(this.format);
    if (value === undefined || chance.below(2) === 0) return mutated(own, chance.of(this.donors), chance);
    let next: unknown = value;
    for (let left = 1 + chance.below(3); left > 0; left--) next = otherJson(next, chance);
    return { bytes: Buffer.from(JSON.stringify(next ?? null)), onlyCut: false };
  }

  private async read(bytes: Buffer, told: ReadOptions, piece: number): Promise<ReadItem[]> {
    const items: ReadItem[] = [];
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    };
    for await (const item of readContacts({ name: 'given', bytes: chunks(), spoolDir: this.spoolDir }, told))
      items.push(item);
    return items;
  }

  // Of a file cut short, each contact is one of the whole file's, or something was said of what is missing.
  private partial(items: readonly ReadItem[], own: Buffer, told: ReadOptions): string[] {
    if (told !== options[2] || items.some((item) => item.kind === 'reject' || item.kind === 'said')) return [];
    const whole = this.whole.get(own)!;
    const odd = draftsOf(items).filter(
      (draft) => draft.notes.length === 0 && !whole.some((one) => isDeepStrictEqual(one.turns, draft.turns)),
    );
    return odd.length > 0 ? ['a contact of a file cut short is not whole, and nothing is said of it'] : [];
  }
}

function draftsOf(items: readonly ReadItem[]): ContactDraft[] {
  return items.flatMap((item) => (item.kind === 'contact' ? [item.draft] : []));
}

function wellFormed(items: readonly ReadItem[]): string[] {
  const faults = new Set<string>();
  if (items.length === 0) faults.add('nothing was given back, not even a reject');
  for (const item of items) {
    if (item.kind === 'contact') for (const fault of contactFaults(item.draft)) faults.add(fault);
    else if (item.kind === 'reject') {
      if (!item.reject.expected || !item.reject.remedy) faults.add('a reject without what was expected or what to do');
      if (JSON.stringify(item.reject).includes(telltale)) faults.add('a reject quotes a contact');
    } else if (item.kind === 'said' && item.sentence.includes(telltale)) faults.add('a sentence quotes a contact');
  }
  return [...faults];
}

function contactFaults(draft: ContactDraft): string[] {
  const faults: string[] = [];
  const { turns, timing } = draft;
  if (turns.length + draft.answers.length === 0 && draft.notes.length === 0)
    faults.push('a contact without words or answers, and nothing said of it');
  if (turns.some((turn) => turn.text.trim() === '' || turn.text !== turn.text.trim()))
    faults.push('a turn without words, or with blanks around them');
  if (timing !== 'none' && turns.some((turn) => !Number.isFinite(turn.start))) faults.push('a clock without times');
  if (
    turns.some((turn) =>
      [turn.start, turn.end, turn.confidence].some((one) => one !== undefined && !Number.isFinite(one)),
    )
  )
    faults.push('a time or confidence that is no number');
  if (turns.some((turn) => turn.confidence !== undefined && (turn.confidence < 0 || turn.confidence > 1)))
    faults.push('a confidence outside 0 to 1');
  const prepared = prepareContact(draft, key);
  if (prepared.turns.length !== turns.length || prepared.answers.length !== draft.answers.length)
    faults.push('turns or answers were lost in preparing');
  for (const { text, unclear = [], pauses = [] } of prepared.turns) {
    let last = 0;
    for (const { from, to, confidence } of unclear) {
      if (from < last || to <= from || to > text.length || !(confidence >= 0 && confidence <= 1))
        faults.push('an unclear stretch out of its turn or order');
      last = to;
    }
    if (pauses.some((one) => !(one.seconds > 0) || (one.offset ?? 0) > text.length))
      faults.push('a pause out of its turn');
  }
  if (!Number.isFinite(prepared.words) || !(prepared.repCertainty >= 0 && prepared.repCertainty <= 1))
    faults.push('words or certainty that are no number');
  return faults;
}
