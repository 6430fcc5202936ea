// What those who help people do with a mark: coach whoever served from it, pin the moment.
import { Link } from '@tanstack/react-router';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { type Me, sees, useMe } from '../../web/me.ts';
import { isRepCode } from '../rep-code.core.ts';
import css from './contact.module.css';

/** As far as a page can tell; a trainer isn’t told who served, and the server says whether it is somebody on record. */
export function mayBeCoached({ person }: Pick<OneContact, 'person'>, me: Me): boolean {
  if (me.readsOnly || !sees(me, ['owner', 'district-manager', 'manager', 'trainer'])) return false;
  if (person === undefined) return !sees(me, ['owner', 'district-manager', 'manager']);
  return !isRepCode(person.id) && person.id !== me.person?.id;
}

export interface FromMarkProps {
  readonly mark: Pick<OneContact['marks'][number], 'id' | 'verdict'>;
  readonly contact: string;
  readonly coached: boolean;
}

export function FromMark({ mark, contact, coached }: FromMarkProps) {
  const me = useMe();
  const coaches = coached && (mark.verdict === 'failed' || mark.verdict === 'met');
  const pins = sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer']) && !me.readsOnly;
  if (!coaches && !pins) return null;
  return (
    <p className={css.links}>
      {coaches ? (
        <Link to="/coaching/new" search={{ mark: mark.id } as never}>
          Coach from this
        </Link>
      ) : null}
      {pins ? (
        <Link to="/contacts/$id/pin" params={{ id: contact } as never} search={{ mark: mark.id } as never}>
          Pin this moment
        </Link>
      ) : null}
    </p>
  );
}
