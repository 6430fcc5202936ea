// The guide to the commands is held to the command line: every command, option, variable and exit code stands in it.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { buildProgram } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';

const guide = await readFile(new URL('../../docs/guide/commands.md', import.meta.url), 'utf8');

const silent = unwatchedTerminal();
const program = buildProgram(
  () => {
    throw new Error('No app is needed to read the list of commands.');
  },
  silent,
  () => undefined,
);

/** Every command that does something, with its whole name and its arguments as its help writes them. */
function leaves(command: Command, path: readonly string[] = []): { name: string; usage: string; command: Command }[] {
  return command.commands.flatMap((one) => {
    const name = [...path, one.name()];
    if (one.commands.length > 0) return leaves(one, name);
    const usage = one.usage().replace('[options]', '').trim();
    return [{ name: name.join(' '), usage: `${name.join(' ')} ${usage}`.trim(), command: one }];
  });
}

const commands = leaves(program);

it('sees the commands there are', () => {
  expect(commands.map((one) => one.name)).toEqual(
    expect.arrayContaining(['start', 'diagnose', 'import contacts', 'ledger verify', 'standards try']),
  );
});

it.each(commands.map((one) => [one.name, one] as const))('the guide has %s with its arguments', (_name, { usage }) => {
  expect(guide).toContain(`\`${usage}\``);
});

it('the guide has every option, written as its help writes it', () => {
  const flags = new Set(commands.flatMap(({ command }) => command.options.map((option) => option.flags)));
  expect([...flags].filter((one) => !guide.includes(`\`${one}\``))).toEqual([]);
});

it('the guide names no command and no option that there is not', () => {
  const first = [...guide.matchAll(/^\| `([a-z][^`]*)`/gm)]
    .map(([, said]) => said!)
    .filter((said) => said.includes('<'));
  const usages = new Set(commands.map((one) => one.usage));
  expect(first.filter((said) => !usages.has(said))).toEqual([]);
  const long = new Set([
    ...commands.flatMap(({ command }) => command.options.map((one) => one.long)),
    '--help',
    '--version',
  ]);
  expect([...guide.matchAll(/`(--[a-z-]+)/g)].map(([, said]) => said!).filter((said) => !long.has(said))).toEqual([]);
});

it('the guide has every exit code', () => {
  for (const code of Object.values(exitCode)) expect(guide).toContain(`| ${code} | `);
});

it('the guide has every variable of the environment that the program reads', async () => {
  const sources = await Promise.all(
    ['terminal.ts', 'open-page.ts', 'command-line.ts', 'session.ts', '../platform/config.ts'].map(async (file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  );
  const read = [...sources.join('\n').matchAll(/process\.env(?:\.|\[')([A-Z_]+)/g)].map(([, name]) => name!);
  // The terminal's and the desktop's own, not ours to explain.
  const theirs = new Set(['TERM', 'DISPLAY', 'WAYLAND_DISPLAY']);
  expect(read.length).toBeGreaterThan(4);
  expect([...new Set(read)].filter((name) => !theirs.has(name) && !guide.includes(`\`${name}\``))).toEqual([]);
});
