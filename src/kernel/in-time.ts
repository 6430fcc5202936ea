// A wait that ends: for libraries whose promise may never settle on damaged input.

/** What `work` comes to. @throws Error where that takes longer than `milliseconds`; the work itself can't be stopped */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not done within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long reading a workbook of so many packed bytes may take, in ms: our guess at far more than a sound one needs. */
export function longestWorkbookWait(bytes: number): number {
  return 15_000 + (20_000 * bytes) / 1e6;
}
