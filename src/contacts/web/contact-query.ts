// What the list is asked for, as it stands in the address.

export interface ContactQuery {
  readonly words?: string;
  readonly standard?: string;
  readonly verdict?: 'met' | 'failed' | 'unsure';
  readonly site?: string;
  readonly person?: string;
  readonly channel?: string;
  readonly outcome?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
}

const names = [
  'words',
  'standard',
  'verdict',
  'site',
  'person',
  'channel',
  'outcome',
  'kind',
  'from',
  'to',
] as const satisfies readonly (keyof ContactQuery)[];

/** Only what the list knows, and only what says something; an address may hold anything. */
export function asked(search: Readonly<Record<string, unknown>>): ContactQuery {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      // The router reads 2026 in an address as a number.
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' && text.trim() !== '' ? [[name, text]] : [];
    }),
  ) as ContactQuery;
}

export function isAsking(query: ContactQuery): boolean {
  return Object.keys(query).length > 0;
}

/** The same without one of its filters. */
export function without(query: ContactQuery, name: keyof ContactQuery): ContactQuery {
  const { [name]: _gone, ...rest } = query;
  return rest;
}

/** The same with a filter set, or gone where the value is empty. */
export function set(query: ContactQuery, name: keyof ContactQuery, value: string): ContactQuery {
  return value === '' ? without(query, name) : ({ ...query, [name]: value } as ContactQuery);
}
