// One process that gets ready to mark, from the text of the packs or from what is kept of them, and prints what that cost it.
import { join } from 'node:path';
import { compilePacks, noWords } from '../../src/standards/engine/compile-packs.ts';
import { compiledKept } from '../../src/standards/kept-compiled.ts';
import { loadPacks, packFiles, readAll } from '../../src/standards/packs.use.ts';

export interface Once {
  /** Milliseconds of processor, all threads. */
  readonly read: number;
  readonly compile: number;
}

const shipped = join(import.meta.dirname, '../../packs');
const fresh = process.argv[2] === 'fresh';

const [packs, read] = await timed(async () => (fresh ? readAll(await packFiles(shipped)).packs : loadPacks()));
const [, compile] = await timed(() => (fresh ? compilePacks(packs, noWords) : compiledKept(packs, noWords)));
process.stdout.write(JSON.stringify({ read, compile } satisfies Once));

async function timed<Made>(make: () => Made | Promise<Made>): Promise<[Made, number]> {
  const from = process.cpuUsage();
  const made = await make();
  const { user, system } = process.cpuUsage(from);
  return [made, (user + system) / 1000];
}
