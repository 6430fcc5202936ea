// Everything that must hold before a change lands: format, lint, types, unit (with the import law), both databases,
// journeys. `check` leaves the last two out. What needs no test runner goes on beside it, so that no core waits. Ends with
// one plain line: N passed, N failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const only = process.argv[2] === 'check' ? 'check' : 'all';
const more = process.argv.slice(only === 'check' ? 3 : 2);
const notes = mkdtempSync(join(tmpdir(), 'customary-test-'));
let passed = 0;
let failed = 0;

const suites = suite(only === 'check' ? ['unit'] : ['unit', 'store', 'journeys']);
await step('format', 'oxfmt', ['--check', '.']);
await step('types', 'tsc', ['-p', '.']);
await step('types of the pages', 'tsc', ['-p', 'tsconfig.web.json']);
await step('lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']);
await suites;
rmSync(notes, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** What it says is shown at once, so that nothing of the tests stands within it. */
async function step(name, program, args) {
  const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
  const good = (await ended(child)) === 0;
  process.stdout.write(`${Buffer.concat(said)}${good ? 'ok' : 'FAILED'}  ${name}\n`);
  if (good) passed += 1;
  else failed += 1;
}

/** The code that it ends with; null where it could not begin or was killed. */
async function ended(child) {
  return once(child, 'close').then(
    ([code]) => code,
    () => null,
  );
}

async function suite(projects) {
  const file = join(notes, 'result.json');
  const code = await ended(
    spawn(
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
    ),
  );
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    for (const { name, assertionResults } of result.testResults)
      for (const { status, title, failureMessages } of assertionResults)
        if (status === 'passed' && failureMessages.length > 0)
          console.log(`passed at the second try: ${relative(root, name)} > ${title}: ${failureMessages[0]}`);
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not be loaded fails without a failing test in it; it must count all the same.
    if (code !== 0 && result.numFailedTests === 0) failed += Math.max(1, result.numFailedTestSuites);
  } catch {
    failed += 1;
  }
}
