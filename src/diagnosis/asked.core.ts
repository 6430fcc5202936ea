// What somebody narrows an answer to, a site or a standard, by its id or by what it is called. A slip of the pen is said, with what
// there is; it is never answered as if there were nothing.
import { Fault } from '../kernel/fault.ts';
import { nearest } from '../record/nearest.core.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

const mostNamed = 20;

/** The id of what was asked for. @throws Fault `site-unknown` */
export function siteAsked(said: string, sites: readonly Named[]): string {
  const found = foundIn(said, sites);
  if (found !== undefined) return found;
  const listed = sites.slice(0, mostNamed).map(({ id, name }) => (id === name ? id : `${id} (${name})`));
  const more = sites.length > mostNamed ? ` and ${sites.length - mostNamed} more` : '';
  throw new Fault(
    'site-unknown',
    'missing',
    sites.length === 0
      ? 'No site is known: neither the record nor any contact names one. Bring contacts with their sites, or sites.csv.'
      : `There is no such site.${meant(said, sites)} The sites: ${listed.join(', ')}${more}.`,
  );
}

/** The id of what was asked for. @throws Fault `standard-unknown` */
export function standardAsked(said: string, standards: readonly Named[]): string {
  const found = foundIn(said, standards);
  if (found !== undefined) return found;
  throw new Fault(
    'standard-unknown',
    'missing',
    `No standard in use has this id.${meant(said, standards)} See: customary standards list.`,
  );
}

function foundIn(said: string, known: readonly Named[]): string | undefined {
  return (known.find(({ id }) => id === said) ?? known.find(({ name }) => name.toLowerCase() === said.toLowerCase()))
    ?.id;
}

function meant(said: string, known: readonly Named[]): string {
  const close = nearest(
    said,
    known.flatMap(({ id, name }) => [id, name]),
  );
  return close === null ? '' : ` Did you mean ${close}?`;
}
