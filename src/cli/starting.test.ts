// When a start shows the app, and when it writes the page and ends as scripts expect.
import { expect, it } from 'vitest';
import { showsApp } from './starting.ts';

it.each([
  ['a person is at the terminal', {}, true, true],
  ['nobody is', {}, false, false],
  ['a page is asked for as a file', { html: 'a.html' }, true, false],
  ['a result is asked for as a file', { json: '-' }, true, false],
  ['names are asked for, which only a file may have', { people: true }, true, false],
  ['no browser is to open, but somebody is there', { open: false }, true, true],
  ['it is told to, wherever it runs', { app: true, json: '-' }, false, true],
  ['it is told not to', { app: false }, true, false],
])('where %s', (_case, options, watched, shown) => expect(showsApp(options, watched)).toBe(shown));
