// The frame of every page: style, script and data inside one file that needs nothing from anywhere, and a policy that lets
// the browser run only these. Whatever a contact says stays words.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { iconSheet } from './icon.view.ts';
import { escapeHtml } from './inert.view.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { dayInWords } from './wording.view.ts';

const style = ['tokens', 'page', 'cover', 'filters', 'charts', 'lists', 'failure', 'counts', 'media']
  .map((name) => asset(`${name}.css`))
  .join('\n');
const script = inOneScript(['dom.js', 'failure.js', 'filter.js']);
const policy = [
  "default-src 'none'",
  `style-src '${hashOf(style)}'`,
  `script-src '${hashOf(script)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @param body safe HTML @param json safe inside a script element, or empty for a page that needs no script */
export function framed(summary: ReportSummary, body: string, json: string): string {
  const { head, organisation } = summary;
  const packs = head.packs.map((pack) => `${pack.id} (${pack.version})`).join(', ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(organisation.name)}: why service fails, and what to fix first</title>
<style>${style}</style>
</head>
<body>
${iconSheet()}
<a class="skip" href="#main">To the report</a>
${body}
<footer>Made by Customary ${escapeHtml(head.customary)} on ${dayInWords(head.madeAt.slice(0, 10))} with the sets of standards ${escapeHtml(packs)}. Everything is in this file; it asks nothing of any network.</footer>
${json === '' ? '' : `<script type="application/json" id="report-data">${json}</script>\n<script>${script}</script>`}
</body>
</html>
`;
}

/** One of the page's own source files. */
function asset(name: string): string {
  return readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
}

/** The modules of the page as one script, lowest first: a file opened from a disk can't import another. */
function inOneScript(names: readonly string[]): string {
  const bodies = names.map((name) =>
    asset(name)
      .replaceAll(/^import .*\n/gm, '')
      .replaceAll(/^export /gm, ''),
  );
  return `(() => {\n'use strict';\n${bodies.join('\n')}})();`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
