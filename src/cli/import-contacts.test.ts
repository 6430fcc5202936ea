import { expect, it } from 'vitest';
import { mappingSentence } from './import-contacts.cli.ts';

const columns = [
  { column: 'What', field: 'text' },
  { column: 'Ticket', field: 'ignore' },
  { column: 'Cl\nock', field: 'ignore' },
];

it('names the columns that were left out, and always how to set one', () => {
  expect(mappingSentence({ table: 'messages', columns }, 0.95)).toBe(
    'read as one row a message: What is the text; left out: Ticket, Cl⏎ock. Set a column with --column NAME=FIELD.',
  );
  expect(mappingSentence({ table: 'messages', columns: columns.slice(0, 1) }, 0.5)).toBe(
    'read as one row a message: What is the text. This is a guess: set a column with --column NAME=FIELD.',
  );
});
