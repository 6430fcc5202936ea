// Towns in which planned sites may stand, from west to east, each with its time zone.

export interface Town {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

const zones: Readonly<Record<string, readonly string[]>> = {
  'America/Los_Angeles': ['San Diego', 'Long Beach', 'Fresno', 'Sacramento', 'Reno', 'Portland', 'Tacoma', 'Spokane'],
  'America/Phoenix': ['Phoenix', 'Tucson'],
  'America/Denver': ['Salt Lake City', 'Albuquerque', 'Denver', 'Boise', 'Cheyenne'],
  'America/Chicago': [
    'Omaha',
    'Dallas',
    'Austin',
    'Tulsa',
    'Kansas City',
    'Houston',
    'St. Louis',
    'Memphis',
    'Chicago',
    'Mobile',
  ],
  'America/New_York': [
    'Atlanta',
    'Columbus',
    'Cleveland',
    'Charlotte',
    'Pittsburgh',
    'Richmond',
    'Baltimore',
    'Philadelphia',
    'Newark',
    'New York',
    'Hartford',
    'Boston',
  ],
};

export const towns: readonly Town[] = Object.entries(zones).flatMap(([timeZone, names]) =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name, timeZone })),
);

/**
 * So many towns from west to east, the westernmost and the easternmost among them as far as the number goes. Where there
 * are more sites than towns, a town has several, numbered.
 */
export function townsFor(count: number): Town[] {
  if (count > towns.length) {
    return Array.from({ length: count }, (_, i) => {
      const town = towns[Math.floor((i * towns.length) / count)]!;
      return { ...town, id: `${town.id}-${i + 1}`, name: `${town.name} ${i + 1}` };
    });
  }
  const last = towns.findIndex((town) => town.id === 'new-york');
  return Array.from({ length: count }, (_, i) => {
    if (count > last) return towns[i]!;
    return towns[count === 1 ? 0 : Math.round((i * last) / (count - 1))]!;
  });
}
