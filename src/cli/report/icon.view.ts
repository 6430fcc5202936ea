// The icons of the five causes, drawn here so that the page needs nothing from anywhere; each always stands beside its word.
import { causes } from '../../diagnosis/finding.core.ts';
import type { Cause } from '../../diagnosis/finding.core.ts';

const drawings: Readonly<Record<Cause, string>> = {
  // A sealed sheet, a list of steps, a square cap, two people of whom one leads, one person.
  policy: '<path d="M5 2.5h7l3 3v12H5z"/><path d="M12 2.5v3h3M7.5 9h5M7.5 12h5"/><circle cx="10" cy="15" r="1"/>',
  procedure:
    '<path d="M8.5 5h8M8.5 10h8M8.5 15h8"/><path d="m2.8 5 1.2 1.2L6 4M2.8 10l1.2 1.2L6 9M2.8 15l1.2 1.2L6 14"/>',
  training: '<path d="M1.5 8 10 4l8.5 4-8.5 4z"/><path d="M5 10v4.2c2.8 2 7.2 2 10 0V10M18.5 8v5"/>',
  management:
    '<circle cx="10" cy="5.5" r="2.7"/><path d="M10 8.5v4M4 16.5v-4h12v4"/><circle cx="4" cy="16.8" r="1.2"/><circle cx="16" cy="16.8" r="1.2"/>',
  personnel: '<circle cx="10" cy="6" r="3.3"/><path d="M3.5 17.5c0-4 2.8-6.2 6.5-6.2s6.5 2.2 6.5 6.2"/>',
};

/** The drawings, once, out of sight; `icon` points to them. */
export function iconSheet(): string {
  const symbols = causes.map((cause) => `<symbol id="icon-${cause}" viewBox="0 0 20 20">${drawings[cause]}</symbol>`);
  return `<svg width="0" height="0" aria-hidden="true" class="unseen">${symbols.join('')}</svg>`;
}

/** Icon and word of a cause, in its colour. */
export function causeLabel(cause: Cause): string {
  return `<span class="cause is-${cause}"><svg class="icon" aria-hidden="true"><use href="#icon-${cause}"/></svg>${cause}</span>`;
}
