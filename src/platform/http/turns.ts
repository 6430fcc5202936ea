// Long work that must not run twice at once: one turn an organisation, refused rather than awaited, so that nobody waits
// for an hour without knowing why.
import { Fault } from '../../kernel/fault.ts';

export interface Turns {
  /** Takes the turn; call what it returns when done. @throws Fault `work-under-way` */
  take(organisation: string): () => void;
}

export function newTurns(): Turns {
  const taken = new Set<string>();
  return {
    take: (organisation) => {
      if (taken.has(organisation)) {
        throw new Fault(
          'work-under-way',
          'conflict',
          'An import, marking or other long work is under way here. Wait until it has finished, then ask again.',
        );
      }
      taken.add(organisation);
      return () => {
        taken.delete(organisation);
      };
    },
  };
}
