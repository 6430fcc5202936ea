// The way from a mark to coaching whoever served, on their own page.
import { Link } from '@tanstack/react-router';
import { sees, useMe } from '../me.ts';

export function CoachFrom({ mark }: { readonly mark: string }) {
  const me = useMe();
  if (me.readsOnly || !sees(me, ['owner', 'district-manager', 'manager', 'trainer'])) return null;
  return (
    <p>
      <Link to="/coaching/new" search={{ mark } as never}>
        Coach from this
      </Link>
    </p>
  );
}
