// The help groups every command by what people do, and every command's example is one that the command line takes.
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { buildProgram } from '../command-line.ts';
import { unwatchedTerminal } from '../terminal.test-data.ts';
import { examples } from './help.ts';

const program = buildProgram(
  () => {
    throw new Error('No app is needed to explain commands.');
  },
  unwatchedTerminal(),
  () => undefined,
);

function leaves(command: Command, path: readonly string[] = []): (readonly [string, Command])[] {
  return command.commands.flatMap((one) => {
    const name = [...path, one.name()];
    return one.commands.length > 0 ? leaves(one, name) : [[name.join(' '), one] as const];
  });
}

const all = new Map(leaves(program));

it('every command stands in a group of its own kind, and the groups in the order of a first week', () => {
  expect(program.commands.filter((one) => one.helpGroup() === 'More:').map((one) => one.name())).toEqual([]);
  const help = program.helpInformation();
  const headings = ['Begin here', 'Bring things in', 'See why', 'Fix it', 'Look after the data', 'More:'];
  const places = headings.map((heading) => help.indexOf(heading));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(help).not.toContain('[options] <');
});

it('every command has an example, and there is no example of anything else', () => {
  expect(Object.keys(examples).toSorted()).toEqual([...all.keys()].toSorted());
});

it.each(Object.entries(examples))('the example of %s is its own, with options it takes', (name, example) => {
  expect(example === name || example.startsWith(`${name} `)).toBe(true);
  const command = all.get(name)!;
  const given = [...example.matchAll(/(?:^| )(--[a-z-]+)/g)].map(([, flag]) => flag!);
  expect(given.filter((flag) => !command.options.some((option) => option.long === flag))).toEqual([]);
  const required = command.options.filter((option) => option.mandatory).map((option) => option.long!);
  expect(required.filter((flag) => !given.includes(flag))).toEqual([]);
  const bare = example.slice(name.length).split(' --')[0]!.trim();
  expect(command.registeredArguments.filter((one) => one.required).length > 0 ? bare !== '' : true).toBe(true);
});

it('a command’s own options stand before those of every command', () => {
  const text = all.get('forecast')!.helpInformation();
  expect(text.indexOf('--test')).toBeLessThan(text.indexOf('Options that mean the same everywhere'));
});
