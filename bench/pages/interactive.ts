// When a page can be used, told by the page itself: its heading is on the screen, nothing of it is on its way, and its main thread
// has done no task of over 50 ms for a while. The moment is the later of these, in milliseconds since the navigation began.
import type { Page } from 'playwright-core';

/** So long nothing may happen, in milliseconds, before a page counts as usable since then; the wait itself is not counted. */
const calm = 300;
const most = 60_000;

/** Runs in every page before its own script: gathers long tasks from the first on. */
export const watching = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) globalThis.longTasks.push(one.startTime + one.duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/** Milliseconds from the page's beginning until it can be used. @throws Error where that never comes */
export async function firstUse(tab: Page): Promise<number> {
  return (await tab.evaluate(untilUsable(0))) as number;
}

/** Goes to another page inside of the app, by its link where the page shows one, and waits as firstUse. */
export async function clickedUse(tab: Page, path: string): Promise<number> {
  return (await tab.evaluate(`(async () => {
    document.querySelector('h1')?.setAttribute('data-before', '');
    const path = ${JSON.stringify(path)};
    const link = [...document.querySelectorAll('a[href]')].find((one) => one.getAttribute('href') === path);
    const began = performance.now();
    if (link) link.click();
    else history.pushState({}, '', path);
    return ${untilUsable('began')};
  })()`)) as number;
}

/** The addresses that a page links to inside of the app. */
export async function linksOf(tab: Page): Promise<string[]> {
  return (await tab.evaluate(
    `[...document.querySelectorAll('a[href^="/"]')].map((one) => one.getAttribute('href').split(/[?#]/)[0])`,
  )) as string[];
}

// The heading of the page before is not this one's: it was marked, or says something else.
const untilUsable = (began: number | string): string => `new Promise((resolve, reject) => {
  const since = ${began};
  const before = document.querySelector('h1[data-before]')?.textContent;
  let there = 0;
  const look = () => {
    const now = performance.now();
    const heading = document.querySelector('h1');
    const shown = heading !== null && heading.getClientRects().length > 0
      && !(heading.hasAttribute('data-before') && heading.textContent === before)
      && document.querySelector('.mantine-Loader-root, .mantine-Skeleton-root, [aria-busy="true"]') === null;
    if (!shown) there = 0;
    else if (there === 0) there = now;
    const usable = Math.max(there, ...globalThis.longTasks.filter((end) => end > since));
    if (there > 0 && now - usable >= ${calm}) resolve(usable - since);
    else if (now - since > ${most}) reject(new Error(location.pathname + ' was not there in a minute.'));
    else setTimeout(look, 8);
  };
  look();
})`;
