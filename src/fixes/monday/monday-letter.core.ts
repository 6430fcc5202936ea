// A Monday page as a letter: plain text, and the same as HTML without styles, images or anything that is fetched. What comes from
// elsewhere is escaped; links lead into the app and nowhere else.
import type { MondayLine, MondayPage } from './monday.core.ts';

export interface LetterWords {
  readonly subject: string;
  readonly words: string;
  readonly html: string;
}

/**
 * @param address of the app, e.g. `https://care.example.org`; null where nobody has told it: then nothing is linked
 * @param off where it is switched off, as a path
 */
export function mondayLetter(page: MondayPage, address: string | null, off = '/monday'): LetterWords {
  const { subject, lead, parts, quote } = page;
  const link = (path: string): string => `${address}${path}`;
  const ending = address === null ? '' : `Switch it off, or see it on screen: ${link(off)}`;
  const text = [
    lead,
    ...parts.map(({ heading, lines }) => `${heading.toUpperCase()}\n${lines.map(textLine).join('\n')}`),
    ...(quote
      ? [
          `${quote.about.toUpperCase()}\n“${quote.before}${quote.words}${quote.after}”\n${quote.from}${address === null ? '' : `\n${link(quote.path)}`}`,
        ]
      : []),
    ...(ending === '' ? [] : [ending]),
  ];
  const html = [
    `<p>${escaped(lead)}</p>`,
    ...parts.map(
      ({ heading, lines }) =>
        `<h2>${escaped(heading)}</h2><ul>${lines.map((line) => `<li>${htmlLine(line)}</li>`).join('')}</ul>`,
    ),
    ...(quote
      ? [
          `<h2>${escaped(quote.about)}</h2><blockquote><p>“${escaped(quote.before)}<strong>${escaped(quote.words)}</strong>${escaped(quote.after)}”</p></blockquote><p>${linked(escaped(quote.from), quote.path)}</p>`,
        ]
      : []),
    ...(address === null ? [] : [`<p>${linked('Switch it off, or see it on screen', off)}</p>`]),
  ];
  return { subject, words: `${text.join('\n\n')}\n`, html: documentOf(subject, html.join('\n')) };

  function textLine({ says, path }: MondayLine): string {
    return `- ${says}${path === undefined || address === null ? '' : `\n  ${link(path)}`}`;
  }
  function htmlLine({ says, path }: MondayLine): string {
    return path === undefined ? escaped(says) : linked(escaped(says), path);
  }
  function linked(html: string, path: string): string {
    return address === null ? html : `<a href="${escaped(link(path))}">${html}</a>`;
  }
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>\n<h1>${escaped(title)}</h1>\n${body}\n</body></html>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);
}
