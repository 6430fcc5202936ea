// Builds the pages of the web app into dist/web where they aren't there or their sources changed since. The check reads one
// list and looks at each file's size and time, so that a later start pays next to nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const place = join(root, 'dist', 'web');

/** Whether what stands in dist/web was made of the sources as they are. */
export function bundleStands() {
  const list = join(place, 'modules.json');
  if (!existsSync(list) || !existsSync(join(place, 'index.html'))) return false;
  return JSON.parse(readFileSync(list, 'utf8')).every(([path, size, time]) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    return found !== undefined && found.size === size && found.mtimeMs === time;
  });
}

/**
 * Built beside and moved into place whole: who reads meanwhile, or builds at the same time, never meets a half.
 * @returns what went wrong, or null
 */
export function buildBundle(node) {
  mkdirSync(dirname(place), { recursive: true });
  const work = mkdtempSync(join(dirname(place), 'building-'));
  const made = join(work, 'web');
  try {
    const done = spawnSync(
      node,
      [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: root,
        env: { ...process.env, CUSTOMARY_BUNDLE: made },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (done.error || done.status !== 0) return done.error?.message ?? `vite ended with ${done.status}`;
    if (existsSync(place)) renameSync(place, join(work, 'old'));
    renameSync(made, place);
    return null;
  } catch (error) {
    // Another start may have moved its own there first: then that one will do.
    return bundleStands() ? null : error.message;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
