// Once per run of the journeys: a folder for what several of them share, gone with the run, and a browser ready to open.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { unpackedBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that the journeys of this run share. */
    journeysFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-journeys-'));
  project.provide('journeysFolder', folder);
  await unpackedBrowser();
  return async () => rm(folder, { recursive: true, force: true });
}
