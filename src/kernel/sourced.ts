// A row of the written record together with where it came from, so that anything read from it can be cited.

/** The file it stood in, as it was given, and its 1-based row or line where there is one. */
export interface Origin {
  readonly file: string;
  readonly row?: number;
}

export interface Sourced<T> {
  readonly row: T;
  readonly from: Origin;
}

/** What taking rows in came to. `same` rows were already there, word for word. */
export interface Taken {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
