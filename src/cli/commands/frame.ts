// What a command runs in: where it says things, how it opens the data, how its exit code gets out.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { dataFolderUsedLast, type DataFolder } from '../../platform/config.ts';
import type { LoadApp, Session } from '../session.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';

export interface Frame {
  readonly terminal: Terminal;
  readonly loadApp: LoadApp;
  /** Tells the exit code. */
  readonly ended: (code: number) => void;
  /** Opens the folder for as long as `use` runs, and ends with the code it gives. */
  readonly withSession: (folder: DataFolder, use: (session: Session) => Promise<number>) => Promise<void>;
  /** The same for commands that only read: the folder told, else the one used last, and it must hold something. */
  readonly reading: (options: SharedOptions, use: (session: Session) => Promise<number>) => Promise<void>;
}

export function newFrame(loadApp: LoadApp, terminal: Terminal, ended: (code: number) => void): Frame {
  const withSession: Frame['withSession'] = async (folder, use) => {
    const { openSession } = await import('../session.ts');
    // The app is loaded while the store is opened.
    const session = await openSession(folder, loadApp());
    try {
      ended(await use(session));
    } finally {
      await session.close();
    }
  };
  return {
    terminal,
    loadApp,
    ended,
    withSession,
    reading: async (options, use) => withSession(await filledFolder(options.data), use),
  };
}

/** Any of them: where the keys alone are gone, the data must be missed by its key, not said to be none. */
export function holdsData(folder: DataFolder): boolean {
  return ['keys', 'database', 'organisation-id'].some((name) => existsSync(join(folder.path, name)));
}

/**
 * The folder for commands that only read: a mistyped one is said and not made.
 * @throws Fault `data-folder-empty`
 */
export async function filledFolder(told: string | undefined): Promise<DataFolder> {
  const folder = await dataFolderUsedLast(told);
  if (holdsData(folder)) return folder;
  throw new Fault(
    'data-folder-empty',
    'unready',
    `There is nothing in ${folder.path} yet. Start with: customary diagnose FOLDER. Where you meant another data folder, name it with --data.`,
  );
}
