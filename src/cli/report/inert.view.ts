// Makes words from a contact harmless wherever they are shown. Lengths never change in `inert`, so that offsets of
// evidence into a transcript still hold afterwards.

// C0 and C1 controls but tab and newline; then marks that turn the reading direction or can't be seen. A reader must see what is there.
const unseen =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The text with every control, invisible mark and direction override replaced by U+FFFD, one for one. */
export function inert(text: string): string {
  return text.replace(unseen, '\ufffd').toWellFormed();
}

/** One line for a terminal or a table: inert, white space run together, cut with an ellipsis at `most` characters. */
export function inertLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = inert(text).replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, Math.max(0, most - 1))
        .join('')
        .trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return inert(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** JSON that may stand inside a script element: no letter in it can end the element or open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
