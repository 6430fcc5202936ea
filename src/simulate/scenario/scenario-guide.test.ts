import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioNames } from '../shipped-scenarios.ts';
import { readScenario } from './read-scenario.ts';
import { eventKinds, numberFields } from './scenario.core.ts';

const guide = readFileSync(new URL('../../../docs/guide/scenarios.md', import.meta.url), 'utf8');

test('the guide names every field, event and shipped scenario', () => {
  for (const fields of Object.values(numberFields))
    for (const field of Object.keys(fields)) expect(guide).toContain(`\`${field}\``);
  for (const kind of eventKinds) expect(guide).toContain(`\`${kind}\``);
  for (const name of scenarioNames()) expect(guide).toContain(`\`${name}\``);
});

test("the guide's example is a scenario", () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;
  expect(readScenario(example).events).toHaveLength(2);
});
