// Knows whether this asynchronous call already stands inside a unit of work. The embedded database has one connection:
// a second transaction opened inside the first would wait for it for ever, so it is refused with a sentence instead.
import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<{ over: boolean }>();

/** Runs `fn` as the one transaction of this asynchronous call. @throws Error where one is open already: a mistake in the program. */
export async function alone<T>(fn: () => Promise<T>): Promise<T> {
  const outer = inside.getStore();
  if (outer && !outer.over) {
    throw new Error(
      'A unit of work was opened inside another. Pass the `work` you were given on, instead of calling inWork again.',
    );
  }
  const own = { over: false };
  try {
    return await inside.run(own, fn);
  } finally {
    // What was started inside and not awaited may live on; it is no longer inside.
    own.over = true;
  }
}
