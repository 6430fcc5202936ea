// How each member can sign in, and when they were seen last: for the owners' list.
import { and, count, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { codeTable, passkeyTable, passwordTable, sessionTable } from './sign-in.table.ts';

export interface SignInStanding {
  readonly seenAt: Moment | null;
  readonly password: boolean;
  readonly passkeys: number;
  /** Whether a one-time code is asked for. */
  readonly code: boolean;
}

/** By member. */
export async function readStandings({ tx, actor }: Work): Promise<Map<string, SignInStanding>> {
  const { orgId } = actor;
  const seen = await tx
    .select({ member: sessionTable.member, at: max(sessionTable.seenAt) })
    .from(sessionTable)
    .where(eq(sessionTable.orgId, orgId))
    .groupBy(sessionTable.member);
  const passwords = await tx
    .select({ member: passwordTable.member })
    .from(passwordTable)
    .where(eq(passwordTable.orgId, orgId));
  const passkeys = await tx
    .select({ member: passkeyTable.member, many: count() })
    .from(passkeyTable)
    .where(and(eq(passkeyTable.orgId, orgId), isNull(passkeyTable.endedAt)))
    .groupBy(passkeyTable.member);
  const codes = await tx
    .select({ member: codeTable.member })
    .from(codeTable)
    .where(and(eq(codeTable.orgId, orgId), isNotNull(codeTable.confirmedAt)));
  const all = [...seen, ...passwords, ...passkeys, ...codes].map((row) => row.member);
  return new Map(
    [...new Set(all)].map((member) => [
      member,
      {
        seenAt: seen.find((row) => row.member === member)?.at?.toISOString() ?? null,
        password: passwords.some((row) => row.member === member),
        passkeys: passkeys.find((row) => row.member === member)?.many ?? 0,
        code: codes.some((row) => row.member === member),
      },
    ]),
  );
}
