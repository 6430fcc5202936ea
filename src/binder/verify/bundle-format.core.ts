// What a judge's file holds: the forms of its JSON files, and the names of its files.
import type { LedgerLine } from '../../kernel/ledger-line.ts';

export const bundleFormat = 'customary-judges-file/1';

/** Files of every bundle; documents stand beside them. */
export const bundleFiles = {
  record: 'record.json',
  pdf: 'judges-file.pdf',
  certificate: 'custodian-certificate-DRAFT.txt',
  checkpoint: 'checkpoint.txt',
  key: 'public-key.txt',
  page: 'verify.html',
  readme: 'READ-ME-FIRST.txt',
  manifest: 'manifest.json',
  seal: 'seal.json',
} as const;

/** A row, and how a line of the history vouches for it; hashes are in Base 64. */
export interface BundleRow {
  readonly n: number;
  readonly section: string;
  readonly kind: string;
  readonly key: string;
  readonly cells: unknown;
  /** Null: written since the history was last sealed, so that this file alone vouches for it. */
  readonly seal: null | {
    readonly salt: string;
    readonly line: number;
    readonly place: number;
    readonly of: number;
    readonly path: readonly string[];
  };
}

/** A line of the history with the proof that the checkpoint covers it. */
export interface BundleLine {
  readonly line: Omit<LedgerLine, 'hash'>;
  readonly path: readonly string[];
}

export interface BundleRecord {
  readonly format: typeof bundleFormat;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly asked: Readonly<Record<string, string>>;
  readonly made: { readonly at: string; readonly by: string };
  readonly rows: readonly BundleRow[];
  readonly lines: readonly BundleLine[];
  /** When, where and with whom the marked contacts were, as known when the file was made. */
  readonly contacts: readonly {
    readonly id: string;
    readonly began: string;
    readonly site: string;
    readonly person: string;
  }[];
  /** Words of contacts at the places that marks name. */
  readonly quotes: readonly { readonly mark: string; readonly words: string }[];
  /** What was looked for and isn't on record, in sentences. */
  readonly nothing: readonly string[];
}

export interface BundleManifest {
  readonly format: typeof bundleFormat;
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** The line of the history that names the manifest, the proof of it, and the checkpoint over it. */
export interface BundleSeal extends BundleLine {
  readonly checkpoint: string;
  /** That the history of this checkpoint begins with the history of the one in `checkpoint.txt`. */
  readonly consistency: readonly string[];
}

export const bundleMade = 'bundle.made';
/** The kind of lines that vouch for rows: the root over their hashes, and how many. */
export const sealsRows = 'rows.sealed';

/** What a file was asked for, in a few words. */
export function askedTold({ from = '', to = '', ...rest }: Readonly<Record<string, string>>): string {
  const about = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
  return [from === to ? from : `${from} to ${to}`, ...about].join(', ');
}
