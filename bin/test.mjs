// Everything that must hold before a change lands: format, lint, types, unit (with the import law), both databases,
// journeys. `check` leaves the last two out. Ends with one plain line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const only = process.argv[2] === 'check' ? 'check' : 'all';
const more = process.argv.slice(only === 'check' ? 3 : 2);
const notes = mkdtempSync(join(tmpdir(), 'customary-test-'));
let passed = 0;
let failed = 0;

step('format', 'oxfmt', ['--check', '.']);
step('lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']);
step('types', 'tsc', ['-p', '.']);
step('types of the pages', 'tsc', ['-p', 'tsconfig.web.json']);
suite(only === 'check' ? ['unit'] : ['unit', 'store', 'journeys']);
rmSync(notes, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function step(name, program, args) {
  const done = spawnSync(join(root, 'node_modules', '.bin', program), args, { cwd: root, stdio: 'inherit' });
  const good = done.status === 0;
  console.log(`${good ? 'ok' : 'FAILED'}  ${name}`);
  if (good) passed += 1;
  else failed += 1;
}

function suite(projects) {
  const file = join(notes, 'result.json');
  const done = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...more,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not be loaded fails without a failing test in it; it must count all the same.
    if (done.status !== 0 && result.numFailedTests === 0) failed += Math.max(1, result.numFailedTestSuites);
  } catch {
    failed += 1;
  }
}
