// Twenty people who review over HTTP as quick as they can, on PostgreSQL, while the server is killed again and again and begun
// anew: each mark that was acknowledged must be there once, by whom and of what it was.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { nodeFlags } from '../../bin/node-flags.mjs';
import { onServer, serverFor, withName } from '../../src/platform/db/databases.setup.ts';
import { home } from '../../src/platform/config.ts';
import { figure, type BenchResult } from '../bench.ts';
import { lookAtMarks, prepared, standardsAsked, verdictOf, type Reviewer, type Sent } from './throughput-store.ts';

const reviewers = 20;

/** A thousand reviews by twenty people and ten kills; 60 by eight and two kills with `quick`. @param contacts another number of them */
export async function throughputMeasures({
  quick,
  contacts = quick ? 50 : 834,
}: {
  readonly quick: boolean;
  readonly contacts?: number;
}): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-review-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder);
  try {
    const data = await mkdtemp(join(folder, 'served-'));
    const name = `customary_review_${String(Date.now())}`;
    await onServer(server.url, `create database ${name}`);
    const asked = { data, databaseUrl: withName(server.url, name) };
    const people = quick ? 8 : reviewers;
    // A fifth is seen by two.
    const who = await prepared(asked, { contacts, people });
    const done = await reviewed(asked, who, quick ? 2 : 10);
    const { lost, doubled, crossed, tasks, ledgerHolds } = await lookAtMarks(asked, done.sent);
    for (const one of [...lost, ...doubled, ...crossed, ...done.wrong]) console.error(one);
    const wrong = (list: readonly unknown[]): number => list.length;
    const perHour = (done.sent.length / done.seconds) * 3600;
    return {
      measures: [
        figure(
          `reviews by ${String(people)} people, PostgreSQL`,
          done.sent.length,
          'reviews',
          `>= ${String(contacts)}`,
        ),
        figure('as quick as they could, the kills among it', perHour, 'reviews an hour', '>= 1000'),
        figure('times the server was killed amid it', done.kills, 'kills', `>= ${quick ? '1' : '5'}`),
        figure('acknowledged marks that were lost', wrong(lost), 'marks', '<= 0'),
        figure('marks that are there twice', wrong(doubled), 'marks', '<= 0'),
        figure('marks of another person, contact or verdict than was sent', wrong(crossed), 'marks', '<= 0'),
        figure(
          'tasks left undone, or refused to who held them',
          tasks - done.sent.length + wrong(done.wrong),
          'tasks',
          '<= 0',
        ),
        figure('the history holds', ledgerHolds ? 1 : 0, '1 is yes', '>= 1'),
      ],
      left_out: quick ? ['940 of the 1,000 reviews and eight of the ten kills: the full run has them.'] : [],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly data: string;
  readonly databaseUrl: string;
}

interface Reviewed {
  readonly sent: readonly Sent[];
  /** What was answered that should not have been. */
  readonly wrong: readonly string[];
  readonly kills: number;
  readonly seconds: number;
}

async function reviewed(place: Place, who: readonly Reviewer[], times: number): Promise<Reviewed> {
  const chance = xoroshiro128plus(20_260_301);
  const random = (): number => (chance.next() >>> 0) / 2 ** 32;
  const sent: Sent[] = [];
  const wrong: string[] = [];
  let server = await begin(place);
  const idle = who.map(() => 0);
  const clock = { sentAt: 1 };
  let over = false;
  const began = performance.now();
  const work = Promise.all(
    who.map(async ({ token, id }, person) =>
      review({ token, id, person, address: () => server.address, sent, wrong, idle, clock }),
    ),
  ).then(() => (over = true));
  let kills = 0;
  while (kills < times && !over) {
    const before = sent.length;
    await wait(200 + random() * 1800);
    // A server that has taken nothing in has nothing to lose.
    while (sent.length === before && !over) await wait(20);
    if (over) break;
    server.child.kill('SIGKILL');
    await server.ended;
    kills += 1;
    server = await begin(place);
  }
  await work;
  const seconds = (performance.now() - began) / 1000;
  server.child.kill('SIGTERM');
  await server.ended;
  return { sent, wrong, kills, seconds };
}

interface Reviewing {
  readonly token: string;
  readonly id: string;
  readonly person: number;
  readonly address: () => string;
  readonly sent: Sent[];
  readonly wrong: string[];
  /** When each person last found nothing that waits for them; what is sent after that may have made something. */
  readonly idle: number[];
  readonly clock: { sentAt: number };
}

/** Takes what comes next until nothing waits for anybody: opens it, keeps a draft, sends it. Who differed is decided between. */
async function review(one: Reviewing): Promise<void> {
  for (;;) {
    const asked = performance.now();
    const next = (await asking(one, 'POST', '/v1/reviews/next')) as { task: string | null };
    if (next.task === null) {
      one.idle[one.person] = asked;
      if (one.idle.every((at) => at > one.clock.sentAt)) return;
      await wait(100);
      continue;
    }
    const path = `/v1/reviews/${next.task}`;
    const form = (await asking(one, 'GET', path)) as { draft: { revision: number } | null } | null;
    if (form === null) continue;
    const verdict = verdictOf(next.task, one.person);
    const marks = standardsAsked.map((standard) => ({
      standard,
      verdict,
      // The place of the quote tells who it was.
      evidence: [{ turn: 0, from: one.person, to: one.person + 1 }],
      comment: 'So it was.',
    }));
    const began = form.draft?.revision ?? 0;
    const kept = (await asking(one, 'PUT', path, { began, marks: marks.slice(0, 1), seconds: 20, send: false })) as {
      revision: number;
    } | null;
    if (kept === null) continue;
    const done = await asking(one, 'PUT', path, { began: kept.revision, marks, seconds: 60 + one.person, send: true });
    if (done !== null) one.sent.push({ task: next.task, reviewer: one.id, person: one.person, verdict });
    one.clock.sentAt = performance.now();
  }
}

/** Asks until somebody answers, whatever is killed meanwhile; null where it was refused. */
async function asking(one: Reviewing, method: string, path: string, body?: unknown): Promise<unknown> {
  for (;;) {
    const reply = await fetch(`${one.address()}${path}`, {
      method,
      headers: { authorization: `Bearer ${one.token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null);
    const text = await reply?.text().catch(() => null);
    if (reply && typeof text === 'string' && reply.status < 500 && reply.status !== 429) {
      if (reply.ok) return JSON.parse(text) as unknown;
      one.wrong.push(`${method} ${path} of person ${String(one.person)}: ${text.slice(0, 200)}`);
      return null;
    }
    await wait(50);
  }
}

async function begin({ data, databaseUrl }: Place) {
  const child: ChildProcess = spawn(
    process.execPath,
    [...nodeFlags, join(home, 'src/main.ts'), 'serve', '--port', '0', '--data', data],
    { env: { ...process.env, CI: '1', DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = once(child, 'close');
  const first = await Promise.race([once(child.stdout!, 'data'), ended.then(() => null)]);
  if (!first) throw new Error('The server ended before it answered.');
  return { child, address: String(first[0]).split('\n')[0]!, ended };
}
