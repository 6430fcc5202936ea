// A session that opened, with whose it is.
import type { Actor } from '../../kernel/actor.ts';
import type { GrantedMember } from '../members/member.core.ts';
import type { Session } from './session.core.ts';

export interface TellingSession {
  readonly actor: Actor;
  readonly member: GrantedMember;
  readonly session: Session;
  /** It was long ago that it was noted as seen. */
  readonly toNote: boolean;
}
