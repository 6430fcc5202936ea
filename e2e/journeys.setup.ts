// Once per run of the journeys: a folder for what several of them share, gone with the run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that the journeys of this run share. */
    journeysFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-journeys-'));
  project.provide('journeysFolder', folder);
  return async () => rm(folder, { recursive: true, force: true });
}
