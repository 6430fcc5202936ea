// RE2 and Hyperscan beside our automaton, where the machine has a C++ compiler and their headers (Debian: libre2-dev,
// libhyperscan-dev). Built into a folder of the caller's; what is missing is said, never fetched.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each is asked where phrases stand at the edges of words, in either case. RE2 tells only whether a text has a phrase. */
export const nativePeers = [
  { name: 'RE2::Set', source: 're2-set.cc', library: '-lre2', tellsHowOften: false },
  { name: 'Hyperscan', source: 'hyperscan.cc', library: '-lhs', tellsHowOften: true },
] as const;
type NativePeer = (typeof nativePeers)[number];

interface Passes {
  readonly bytes: number;
  /** Of the median pass. */
  readonly seconds: number;
  readonly hits: number;
}

/** The program of a peer, or why it can't be built here. */
export function buildPeer(peer: NativePeer, folder: string): { program?: string; why?: string } {
  const program = join(folder, peer.source.replace('.cc', ''));
  const source = join(import.meta.dirname, peer.source);
  try {
    execFileSync('g++', ['-std=c++17', '-O2', '-march=native', source, peer.library, '-o', program], { stdio: 'pipe' });
    return { program };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { why: missing ? 'this machine has no g++' : `its headers are not on this machine (${peer.library})` };
  }
}

/** Writes what the peers read; texts as 4-byte little-endian lengths and UTF-8 bytes. */
export function writeInput(folder: string, name: string, texts: readonly string[]): string {
  const file = join(folder, `${name}.texts`);
  const parts = texts.map((text) => Buffer.from(text));
  writeFileSync(
    file,
    Buffer.concat(
      parts.flatMap((part) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(part.length);
        return [length, part];
      }),
    ),
  );
  return file;
}

/** Runs a built peer for about `seconds`. @throws where the peer refuses the phrases */
export function runPeer(program: string, phrases: string, texts: string, seconds: number): Passes {
  return JSON.parse(execFileSync(program, [phrases, texts, String(seconds)], { encoding: 'utf8' })) as Passes;
}
