// The way to a dated record in the browser, for whoever may bring one; others are told who may.
import { Link } from '@tanstack/react-router';
import type { Role } from '../../kernel/actor.ts';
import { sees, useMe } from '../../web/me.ts';

const whoBring: readonly Role[] = ['owner', 'district-manager', 'hr'];

export function BringRecord({ label = 'Bring the record' }: { readonly label?: string }) {
  const me = useMe();
  if (me.readsOnly || !sees(me, whoBring)) return <>Ask whoever keeps the record to bring it.</>;
  return (
    <>
      <Link to="/record/bring">{label}</Link>, or <Link to="/record/add">add to it by hand</Link>
    </>
  );
}
