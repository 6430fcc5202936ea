import { expect, it } from 'vitest';
import { showsPages } from '../../../bin/shows-pages.mjs';

it('has the pages built for whatever opens the app, wherever its options stand', () => {
  for (const words of [
    [],
    ['--app'],
    ['--app', '--no-open', '--data', '/somewhere'],
    ['serve'],
    ['serve', '--data', '/x'],
  ])
    expect(showsPages('start', words), words.join(' ')).toBe(true);
  for (const words of [['serve'], ['start', '--data', '/x'], ['--data', '/x', 'serve']])
    expect(showsPages('customary', words), words.join(' ')).toBe(true);
  expect(showsPages('test', [])).toBe(true);
});

it('has nothing built for what stays in the terminal', () => {
  for (const words of [['diagnose', '/x'], ['explain', 'm1'], []]) expect(showsPages('customary', words)).toBe(false);
  expect(showsPages('start', ['diagnose', '/x'])).toBe(false);
  expect(showsPages('bench', ['serve'])).toBe(false);
});
