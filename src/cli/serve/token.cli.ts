// `customary token ...`: make, list and end the tokens by which programs call a server.
import type { z } from 'zod';
import { everyRole } from '../../kernel/actor.ts';
import { AddedTokenShape, EndedTokenShape, TokensShape, type TokenShape } from '../../auth/token.shape.ts';
import type { Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import type { SharedOptions } from '../shared-options.ts';
import { plain, type Terminal } from '../terminal.ts';
import { listTold } from '../told-numbers.ts';
import { writeText } from '../write-file.ts';

export interface AddTokenOptions extends SharedOptions {
  says: string;
  role: string;
  sites?: string;
  readOnly?: boolean;
  until?: string;
}

/** `customary token add`. The token alone stands on standard output, for a file or another program. */
export async function addToken(session: Session, terminal: Terminal, options: AddTokenOptions): Promise<number> {
  const { says, role, sites, readOnly, until } = options;
  const added = await session.client.post(AddedTokenShape, '/v1/tokens', {
    says,
    roles: rolesTold(role),
    sites: sitesTold(sites),
    readsOnly: readOnly,
    until,
  });
  await writeJson(options, added);
  if (options.json !== '-') terminal.print(added.text);
  terminal.say(`${plain(sentenceOf(added.token))} It is shown this once; keep it like a password.`);
  return exitCode.done;
}

/** `customary token list`. */
export async function listTokens(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(TokensShape, '/v1/tokens');
  await writeJson(options, told);
  if (options.json !== '-') for (const one of told.tokens) terminal.print(plain(sentenceOf(one)));
  if (told.tokens.length === 0)
    terminal.say('There is no token yet. Make one: customary token add --says "BI export" --role auditor --read-only');
  return exitCode.done;
}

/** `customary token end ID`. */
export async function endToken(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const ended = await session.client.post(EndedTokenShape, `/v1/tokens/${encodeURIComponent(id)}/end`, {});
  await writeJson(options, ended);
  if (options.json !== '-') terminal.print(plain(sentenceOf(ended.token)));
  if (!ended.changed) terminal.say('It had ended already; nothing was written.');
  return exitCode.done;
}

/** e.g. `t1f...  BI export: auditor, all sites, reads only, made 2026-03-01, good until 2026-12-31.` */
function sentenceOf(token: z.infer<typeof TokenShape>): string {
  const parts = [
    token.roles.join(', '),
    token.sites === null ? 'all sites' : `sites ${token.sites.join(', ')}`,
    ...(token.readsOnly ? ['reads only'] : []),
    `made ${token.madeAt.slice(0, 10)}`,
  ];
  const until = token.until === null ? 'good' : `good until ${token.until}`;
  const stands = {
    good: until,
    ended: `ended ${token.endedAt?.slice(0, 10) ?? ''}`,
    expired: `ran out on ${token.until ?? ''}`,
  }[token.standing];
  return `${token.id}  ${token.says}: ${[...parts, stands].join(', ')}.`;
}

/** @throws Fault `role-unknown` */
function rolesTold(told: string): Role[] {
  return told.split(',').map((one) => {
    const role = everyRole.find((known) => known === one.trim());
    if (role) return role;
    throw new Fault('role-unknown', 'malformed', `--role takes ${everyRole.join(', ')}, parted by commas.`);
  });
}

// An empty list would otherwise be no list, and no list is all sites.
function sitesTold(told: string | undefined): string[] | undefined {
  const sites = listTold(told);
  if (told === undefined || sites) return sites;
  throw new Fault(
    'sites-untold',
    'malformed',
    '--sites names sites by their ids, parted by commas; leave it out for all.',
  );
}

async function writeJson(options: SharedOptions, told: unknown): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
}
