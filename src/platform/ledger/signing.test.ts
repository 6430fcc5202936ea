import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfBase64 } from '../../kernel/sha256.ts';
import {
  checkpointText,
  keyIdOf,
  readCheckpointText,
  readNote,
  readVerifierKey,
  writeNote,
  writeVerifierKey,
} from '../../kernel/signed-note.ts';
import { isSignedBy, signCheckpoint, verifierKeyOf } from './signing.ts';

// golang.org/x/mod/sumdb/note, the reference implementation that c2sp.org/signed-note describes: note_test.go.
const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const neumannNote = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
// The example of c2sp.org/tlog-checkpoint, and the same tree head as the log that it was taken from signed it (sum.golang.org).
const sofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const sum = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const sumNote = sofa
  .replace('example.com/behind-the-sofa', 'go.sum database tree')
  .replace('example.com/behind-the-sofa', 'sum.golang.org');
// The example of c2sp.org/signed-note.
const quasimodo = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`;

const changedAt = (text: string, at: number): string => {
  const letter = text[at] === 'A' ? 'B' : 'A';
  return text.slice(0, at) + letter + text.slice(at + 1);
};

describe('published notes and checkpoints', () => {
  it('are read, and the signed ones verify', () => {
    expect(isSignedBy(neumannNote, readVerifierKey(neumann)!)).toBe(true);
    expect(isSignedBy(sumNote, readVerifierKey(sum)!)).toBe(true);
    expect(isSignedBy(sofa, readVerifierKey(sum)!)).toBe(false);
    expect(readCheckpointText(readNote(sofa)!.text)).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: bytesOfBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='),
    });
    expect(readNote(quasimodo)?.text).toMatch(/sole:\n\ned è subito sera\.\n$/u);
  });

  it('are written again byte for byte', () => {
    for (const one of [neumannNote, sofa, quasimodo]) expect(writeNote(readNote(one)!)).toBe(one);
    for (const one of [neumann, sum]) expect(writeVerifierKey(readVerifierKey(one)!)).toBe(one);
    expect(keyIdOf(readVerifierKey(sum)!)).toBe('033de0ae');
  });

  it('don’t verify with any letter changed', () => {
    fc.assert(
      fc.property(fc.nat(sumNote.length - 1), (at) => {
        expect(isSignedBy(changedAt(sumNote, at), readVerifierKey(sum)!)).toBe(false);
      }),
    );
  });

  it('are refused where malformed', () => {
    for (const key of [`${sum}A`, sum.replace('033d', '033e'), sum.replace('+Ac', '+Bc'), 'sum.golang.org', ''])
      expect(readVerifierKey(key)).toBeNull();
    for (const note of [
      '',
      'a\n',
      'a\n\n',
      sumNote.trimEnd(),
      sumNote.replace('—', '-'),
      sumNote.replace('2085', '2\t085'),
    ])
      expect(readNote(note)).toBeNull();
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    for (const text of [
      `x\n01\n${root}\n`,
      `x\n-1\n${root}\n`,
      `x\n1\n${root}`,
      `x\n1\n${root}\n\n`,
      `\n1\n${root}\n`,
      'x\n1\nAAAA\n',
    ])
      expect(readCheckpointText(text)).toBeNull();
  });
});

describe('an own checkpoint', () => {
  const key = new Uint8Array(32).fill(7);
  const verifier = verifierKeyOf('harbor', key);
  const checkpoint = { origin: 'customary/harbor', size: 12, root: new Uint8Array(32).fill(3) };
  const note = signCheckpoint(checkpoint, 'harbor', key);

  it('is read back and verifies with the organisation’s key alone', () => {
    expect(readCheckpointText(readNote(note)!.text)).toEqual(checkpoint);
    expect(checkpointText(checkpoint)).toBe(readNote(note)!.text);
    expect(isSignedBy(note, verifier)).toBe(true);
    expect(isSignedBy(note, verifierKeyOf('harbor', new Uint8Array(32).fill(8)))).toBe(false);
    expect(isSignedBy(note, readVerifierKey(writeVerifierKey(verifier))!)).toBe(true);
  });
});
