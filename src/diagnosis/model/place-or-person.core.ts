// Can a person be told from their site? Only where people share a site or move between sites.
import type { CausesWarning } from './causes-report.core.ts';
import type { Levels } from './mark-rows.core.ts';

export interface Apart {
  /** People whose own effect can be asked; 0 where each site is one person and each person one site. */
  readonly peopleCount: number;
  readonly warnings: readonly CausesWarning[];
}

export function placeOrPerson(site: Levels, person: Levels): Apart {
  const sitesOf = new Map<number, Set<number>>();
  const peopleOf = new Map<number, Set<number>>();
  for (let row = 0; row < person.of.length; row++) {
    const who = person.of[row]!;
    const where = site.of[row]!;
    if (who < 0) continue;
    add(sitesOf, who, where);
    if (where >= 0) add(peopleOf, where, who);
  }
  const people = person.names.length;
  const sites = site.names.length;
  if (people < 2) {
    return {
      peopleCount: 0,
      warnings: [
        {
          kind: 'no-movers',
          about: ['person'],
          says:
            people === 0
              ? 'It is not known who served, so nothing can be said of people.'
              : 'Only one person served, so nobody can be compared with anybody.',
        },
      ],
    };
  }
  const movers = [...sitesOf.values()].filter((set) => set.size > 1).length;
  const shared = [...peopleOf.values()].filter((set) => set.size > 1).length;
  if (sites < 2 || movers > 0) return { peopleCount: people, warnings: [] };
  const says =
    shared === 0
      ? 'Each site had one person and each person one site: whether a rate belongs to the person or to the site cannot be told apart, so nothing is put down to people.'
      : 'Nobody served at more than one site: how people compare across sites cannot be told apart from the sites. Only people of one site are compared.';
  return { peopleCount: shared === 0 ? 0 : people, warnings: [{ kind: 'no-movers', about: ['person', 'site'], says }] };
}

function add(map: Map<number, Set<number>>, key: number, value: number): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
