// What most journeys begin with: a browser, and the small organisation behind `customary start`, for as long as the file's tests run.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { clearedAway, startedApp, type Started } from './web.ts';

export interface OpenedApp {
  readonly browser: Browser;
  /** A test that ends the app puts the one it started after it here. */
  app: Started;
}

/** Call it where tests are declared; what it gives is there from the first of them on. */
export function openedApp(): OpenedApp {
  const opened = {} as { browser: Browser; app: Started };
  beforeAll(async () => {
    opened.browser = await openBrowser();
    opened.app = await startedApp();
    await opened.app.made();
  }, 240_000);
  afterAll(async () => {
    await opened.browser.close();
    expect(await opened.app.stop()).toBe(0);
    await clearedAway(opened.app);
  });
  return opened;
}
