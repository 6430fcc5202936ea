// Messages as PostgreSQL's protocol lays them down, and answers that end in an error.
import { expect, it } from 'vitest';
import { readAnswer, scriptMessage, statementMessage } from './wire.ts';

const asText = () => (text: string) => text;

/** One answer of PostgreSQL's: its letter, its length, its body. */
function told(letter: string, body: string): Buffer {
  const bytes = Buffer.from(`${letter}\0\0\0\0${body}`, 'latin1');
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
}

it('lays a statement out as parse, bind, describe, execute and synchronise, each as long as it says', () => {
  const message = Buffer.from(statementMessage('select $1, $2', ['ä', null]));
  const letters: string[] = [];
  for (let at = 0; at < message.length; at += 1 + message.readInt32BE(at + 1))
    letters.push(String.fromCharCode(message[at]!));
  expect(letters.join('')).toBe('PBDES');
  expect(message.includes('select $1, $2\0')).toBe(true);
  expect(message.includes(Buffer.from([0, 0, 0, 2, 0xc3, 0xa4, 0xff, 0xff, 0xff, 0xff]))).toBe(true);
});

it('ends a script with a zero and says its length', () => {
  const message = Buffer.from(scriptMessage('begin'));
  expect(message.toString('latin1')).toBe('Q\0\0\0\nbegin\0');
});

it('counts what a command changed, and nothing where it counts nothing', () => {
  const count = (tag: string) => readAnswer(told('C', `${tag}\0`), asText, true).rowCount;
  expect([count('INSERT 0 5'), count('UPDATE 3'), count('BEGIN')]).toEqual([5, 3, null]);
});

it('throws what a driver would, with the names it was refused for', () => {
  const refused = told('E', 'SERROR\0C23505\0Mduplicate key\0tmark\0nmark_pkey\0\0');
  const answer = Buffer.concat([refused, told('Z', 'E')]);
  expect(() => readAnswer(answer, asText, true)).toThrow(
    expect.objectContaining({
      message: 'duplicate key',
      severity: 'ERROR',
      code: '23505',
      table: 'mark',
      constraint: 'mark_pkey',
    }),
  );
});
