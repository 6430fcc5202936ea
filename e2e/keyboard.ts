// Somebody without a mouse: goes from one thing to the next with Tab until what they look for has the focus.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than any page has to go through before its end. */
const mostStops = 250;

/** What has the focus, as it is called there: its group's name first, where it stands in one. */
const called = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return '';
  const said = (id) => document.getElementById(id)?.textContent ?? '';
  const own = one.getAttribute('aria-label') ?? (one.getAttribute('aria-labelledby')?.split(' ').map(said).join(' ')
    || [...(one.labels ?? [])].map((label) => label.textContent).join(' ') || one.textContent);
  const group = one.closest('fieldset, [role=group], [role=radiogroup]');
  const ofGroup = group?.getAttribute('aria-label') ?? group?.querySelector(':scope > legend')?.textContent ?? '';
  return [ofGroup, own].filter((name) => name !== '').join(': ').replaceAll('*', '').trim();
})()`;
/** Whether it can be seen that it has the focus: it stands in the window, and something is drawn for it. */
const shown = `(() => {
  const focused = document.activeElement;
  // A radio that only its label shows.
  const one = focused.offsetWidth === 0 ? focused.nextElementSibling : focused;
  const { top, bottom, width } = one.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && width > 0;
  const drawn = one.matches('a, button, label') ? getComputedStyle(one).outlineStyle !== 'none' : true;
  return inside && drawn;
})()`;

/**
 * Presses Tab until what is called so has the focus; each stop on the way shows that it has it.
 * @param name what it is called, after its group and a colon where it stands in one
 */
export async function tabTo(tab: Page, name: string | RegExp): Promise<void> {
  const isIt = (found: string): boolean => (typeof name === 'string' ? found === name : name.test(found));
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await tab.keyboard.press('Tab');
    const found = String(await tab.evaluate(called));
    if (found === '') continue;
    // A page that still grows moves it out of the window for a moment.
    await expect.poll(async () => [found, await tab.evaluate(shown)], { timeout: 2000 }).toEqual([found, true]);
    if (isIt(found)) return;
    passed.push(found.slice(0, 60));
  }
  throw new Error(`Tab never came to ${String(name)}, but to: ${[...new Set(passed)].join(' | ')}`);
}

/** Goes to what is called so and presses Enter on it. */
export async function pressEnterOn(tab: Page, name: string | RegExp): Promise<void> {
  await tabTo(tab, name);
  await tab.keyboard.press('Enter');
}

/** Goes to the field of this name and types into it. */
export async function typeInto(tab: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(tab, name);
  await tab.keyboard.type(text);
}
