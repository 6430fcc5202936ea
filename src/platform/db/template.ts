// A new, empty cluster kept between starts, because making one takes seconds and loading one does not.
/** The dump of an empty cluster to begin with, or null where none is kept. */
export async function readTemplate(): Promise<Blob | null> {
  return null;
}
