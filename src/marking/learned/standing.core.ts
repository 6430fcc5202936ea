// Which marker stands for a standard, and what that makes of its version: marks by another marker are marks of another version, so
// the same contact and versions always give the same marks, and those of the cues wait untouched for whoever goes back to them.
import { contentId, sha256 } from '../../kernel/digest.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { MarkerWeights } from './marker-model.core.ts';

/** A learned marker that stands for a standard. */
export interface StandingMarker {
  readonly standard: string;
  /** Its id. */
  readonly marker: string;
  readonly weights: MarkerWeights;
}

/** What a standard says, as what people's marks are about: not by which cues it is recognised. */
export function statedDigest({ id, kind, says, applies }: Pick<Standard, 'id' | 'kind' | 'says' | 'applies'>): string {
  return contentId('s', id, kind, says, applies ?? '');
}

/** The version of a standard that a learned marker marks by. */
export function versionWith(version: string, marker: string): string {
  return sha256(`${version}\u001f${marker}`).slice(0, 12);
}

/** The standards with the versions that they have under the markers that stand. */
export function standardsWith(standards: readonly Standard[], standing: readonly StandingMarker[]): Standard[] {
  const markers = new Map(standing.map((one) => [one.standard, one.marker]));
  return standards.map((one) => {
    const marker = markers.get(one.id);
    return marker === undefined ? one : { ...one, version: versionWith(one.version, marker) };
  });
}
