// A browser for the tests: Chromium without a window of its own, which a package brings along and which takes half the work of
// the whole one; where that doesn't run, the system's Chromium or Chrome.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const brought = join(root, 'node_modules', '@sparticuz', 'chromium');
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
// No sandbox: tests run in containers and as root, on pages that we wrote ourselves. Without a graphics card its work is done
// by another program, slower than by the browser itself.
const args = ['--no-sandbox', '--disable-gpu'];

/** Opens it. CUSTOMARY_BROWSER names another one. */
export async function openBrowser(): Promise<Browser> {
  const told = process.env['CUSTOMARY_BROWSER'];
  const others = usual.filter((path) => existsSync(path));
  const ready = told === undefined ? await unpackedBrowser() : null;
  const paths = told === undefined ? [...(ready === null ? [] : [ready]), ...others] : [told];
  let wrong: unknown = new Error('There is no browser for tests here. Set CUSTOMARY_BROWSER to a Chromium or Chrome.');
  for (const executablePath of paths) {
    try {
      return await playwright.launch({ executablePath, args });
    } catch (error) {
      wrong = error;
    }
  }
  throw wrong;
}

/** The path of the package's browser, unpacked into the cache where it isn't yet; null where it is made for another machine. */
export async function unpackedBrowser(): Promise<string | null> {
  const packed = join(brought, 'bin', 'chromium.br');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return null;
  const { version } = JSON.parse(await readFile(join(brought, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, '.customary', 'cache');
  const path = join(cache, `browser-${version}`);
  if (existsSync(path)) return path;
  // It is whole or not there, whoever else unpacks it at the same time and whatever ends this amid.
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(draft));
    await chmod(draft, 0o700);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return path;
}
