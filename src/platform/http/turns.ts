// Long work that must not run twice at once: one turn for each kind of it in an organisation, refused rather than awaited, so that nobody waits
// for an hour without knowing why.
import { Fault } from '../../kernel/fault.ts';

export interface Turns {
  /** Takes the turn; call what it returns when done. @throws Fault `work-under-way` */
  take(what: string): () => void;
}

export function newTurns(): Turns {
  const taken = new Set<string>();
  return {
    take: (what) => {
      if (taken.has(what)) {
        throw new Fault(
          'work-under-way',
          'conflict',
          'This, or other work on the same contacts, is under way here. Wait until it has finished, then ask again.',
        );
      }
      taken.add(what);
      return () => {
        taken.delete(what);
      };
    },
  };
}
