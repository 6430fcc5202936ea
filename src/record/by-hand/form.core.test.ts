// The form of a row is made from the columns that files have: none is left out, each is asked as what it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKinds } from '../entries/entry.core.ts';
import { partsIn, textOfParts } from '../read/markdown-document.ts';
import { formOf, tableOf, writtenCells } from './form.core.ts';

describe('the form', () => {
  it.each(entryKinds)('of %s asks every column once, what must be filled in first', (kind) => {
    const { fields } = formOf(kind, true);
    const names = fields.map((one) => one.name);
    const columns = Object.entries(tableOf(kind).columns);
    expect(names.toSorted()).toEqual(
      columns.flatMap(([name, column]) => (name === 'id' && !column.required ? [] : [name])).toSorted(),
    );
    const firstFree = fields.findIndex((one) => !one.required);
    expect(fields.slice(firstFree === -1 ? fields.length : firstFree).some((one) => one.required)).toBe(false);
    expect(fields.every((one) => /^[A-Z]/.test(one.label))).toBe(true);
  });
  it('asks people, sites and days as what they are, and keeps what makes a row one and the same', () => {
    const of = (name: string) => formOf('posts', true).fields.find((one) => one.name === name);
    expect(of('person')).toMatchObject({ kind: 'person', fixed: true, required: true });
    expect(of('site')).toMatchObject({ kind: 'site', fixed: true });
    expect(of('from')).toMatchObject({ kind: 'day', fixed: false });
    const act = formOf('observations', false).fields.find((one) => one.name === 'act');
    expect(act).toMatchObject({ kind: 'choice', choices: expect.arrayContaining(['encourage', 'observe']) });
  });
  it('of somebody new asks for their first post as well, which may be left out', () => {
    const names = formOf('people', false)
      .fields.filter((one) => !one.required)
      .map((one) => one.name);
    expect(names).toEqual(['role', 'site', 'supervisor', 'from']);
    expect(formOf('people', true).fields.map((one) => one.name)).toEqual(['id', 'name']);
  });
});

it('clock times are written as the place’s own clock tells them, in winter and in summer', () => {
  const cells = { person: 'p-1', from: '2026-02-03T14:00:00+00:00', to: '2026-07-03T13:30:00+00:00' };
  expect(writtenCells('shifts', cells, 'America/New_York')).toEqual({
    person: 'p-1',
    from: '2026-02-03T09:00',
    to: '2026-07-03T09:30',
  });
});

it('clauses written out for a form are read back as they were', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const part = fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/),
    text: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
    serves: fc.uniqueArray(word, { maxLength: 2 }),
    obstructs: fc.uniqueArray(word, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(part, { selector: (one) => one.id, maxLength: 5 }), (parts) => {
      expect(partsIn(textOfParts(parts)).map(({ line: _line, ...one }) => one)).toEqual(parts);
    }),
  );
});
