// Three dots while something is on its way, and the same said to those who can't see them.
import { Loader, VisuallyHidden } from '@mantine/core';

export function Waiting({ says }: { readonly says: string }) {
  return (
    <div role="status">
      <Loader type="dots" aria-hidden />
      <VisuallyHidden>{says}</VisuallyHidden>
    </div>
  );
}
