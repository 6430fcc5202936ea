// Which cues a condition names.
import type { Condition } from './pack.core.ts';

/** Names of cues and situations that stand under `says`, in order, those of relations last; a name may come twice. */
export function cueNames(condition: Condition): string[] {
  const { core } = condition;
  const own = core.kind === 'says' ? core.cues.map((cue) => cue.name) : 'of' in core ? core.of.flatMap(cueNames) : [];
  const others = [
    condition.before,
    condition.after,
    condition.notBefore,
    condition.notAfter,
    condition.notPartOf,
    condition.near?.of,
  ].flatMap((one) => (one ? cueNames(one) : []));
  return [...own, ...others];
}
