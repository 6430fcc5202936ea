// What the database says when it refuses a statement. Its own words quote the statement's values, which may be a
// contact's words or a person's name; so they end here, and only names of the schema and the SQLSTATE go on.

/** A statement was refused: names of tables and constraints, never a value. */
export class RefusedStatement extends Error {
  /** Five characters of the SQL standard, e.g. `23505` for a duplicate key; empty where the driver gave none. */
  readonly sqlState: string;
  readonly constraint: string | undefined;

  constructor(sqlState: string, message: string, constraint: string | undefined) {
    super(message);
    this.name = 'RefusedStatement';
    this.sqlState = sqlState;
    this.constraint = constraint;
  }
}

interface DriverError {
  readonly code: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

/** The SQLSTATE behind an error, however wrapped, or null where no database is behind it. A store turns `23505` into its domain's conflict. */
export function sqlStateOf(error: unknown): string | null {
  if (error instanceof RefusedStatement) return error.sqlState;
  return driverErrorIn(error)?.code ?? null;
}

/** The same error without a value in it, if a database is behind it; else the error itself. */
export function withoutValues(error: unknown): unknown {
  const refused = driverErrorIn(error);
  if (!refused)
    return isQueryError(error)
      ? new RefusedStatement('', 'The database could not carry out a statement.', undefined)
      : error;
  const place = [
    refused.table && `table ${refused.table}`,
    refused.column && `column ${refused.column}`,
    refused.constraint && `constraint ${refused.constraint}`,
  ];
  const where = place.filter(Boolean).join(', ');
  return new RefusedStatement(
    refused.code,
    `The database refused a statement (SQLSTATE ${refused.code}${where && `; ${where}`}).`,
    refused.constraint,
  );
}

function driverErrorIn(error: unknown): DriverError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && 'severity' in at && typeof at.code === 'string') return at as Error & DriverError;
  }
  return null;
}

// Drizzle's error holds the statement and all its parameters in its message.
function isQueryError(error: unknown): boolean {
  return error instanceof Error && 'query' in error && 'params' in error;
}
