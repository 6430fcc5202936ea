// Optional values that are absent, as the types of this house want them: left out, never present as `undefined`.

export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the fields that are undefined or null. */
export function present<T extends object>(row: { readonly [K in keyof T]: T[K] | null }): Present<T> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<T>;
}
