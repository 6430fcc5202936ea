// The page that checks a judge's file: one HTML file with everything in it. What runs there is the same source that runs here, with
// its types taken off and its modules one after the other.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const src = join(import.meta.dirname, '..', '..');

/** Each before those that need it. */
const modules = [
  'kernel/sha256.ts',
  'kernel/canonical-json.ts',
  'kernel/ledger-line.ts',
  'kernel/merkle.ts',
  'kernel/signed-note.ts',
  'binder/seal/sealed-row.core.ts',
  'binder/verify/zip.core.ts',
  'binder/verify/bundle-format.core.ts',
  'binder/verify/bundle-files.core.ts',
  'binder/verify/verify-bundle.core.ts',
  'binder/verify/verdict.core.ts',
  'binder/web/signature.ts',
  'binder/web/page-script.ts',
];

const style = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--soft:#5d5a54;--line:#d8d4cb;--good:#1d6b3a;--bad:#a3261c;--unsure:#7a5200}
@media(prefers-color-scheme:dark){:root{--paper:#181716;--ink:#ece9e3;--soft:#aaa59b;--line:#3c3935;--good:#7fcf9a;--bad:#f0958c;--unsure:#e8bd6a}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:.5rem 0}
.soft{color:var(--soft)}#drop{display:block;border:2px dashed var(--line);border-radius:12px;padding:2rem 1rem;text-align:center;margin:1.25rem 0}
#drop.over{border-color:var(--ink)}#drop span{display:block;margin-bottom:.75rem}label.key{display:block;margin:1rem 0;font-weight:600}
input[type=text]{display:block;width:100%;margin-top:.25rem;padding:.55rem .7rem;font:14px/1.4 ui-monospace,monospace;border:1px solid var(--line);border-radius:8px;background:transparent;color:inherit}
input[type=file]{max-width:100%;font:inherit}.good,.bad,.unsure{font-size:1.15rem;font-weight:700}.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--unsure)}
li{margin:.5rem 0;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.35rem 1rem;margin:1.25rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}:focus-visible{outline:2px solid currentColor;outline-offset:2px}`;

let kept: string | undefined;

/** The page as text; the same for everybody. */
export function offlinePage(): string {
  return (kept ??= written(`'use strict';(()=>{${modules.map(scriptOf).join('\n')}\nbeginPage(document);})();`));
}

/** A module's source without types, imports and exports; nothing in it may end the script that it becomes. */
function scriptOf(path: string): string {
  return withoutTypes(readFileSync(join(src, path), 'utf8'))
    .replaceAll(/^import\s[^;]*;$/gm, '')
    .replaceAll(/^export\s+(?=(async|function|const|let|class)\b)/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/$/gm, '')
    .replaceAll(/\n\s*\n+/g, '\n')
    .replaceAll('</', '<\\/');
}

/** Node says once that it may do this otherwise some day; a server's log is no place for it, and a test holds the page to its form. */
function withoutTypes(source: string): string {
  const warn = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

function written(script: string): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // No address is allowed at all: the page can send nothing anywhere.
  const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check a judge’s file</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Check a judge’s file</h1>
<p>Drop the whole archive here, as you got it. Nothing leaves this machine: the page needs no network and has none.</p>
<label class="key">The organisation’s public key, as you have it another way: on paper, by telephone, from their site
<input type="text" id="key" autocomplete="off" spellcheck="false" placeholder="customary/…+…+…"></label>
<label id="drop" for="file"><span>Drop the ZIP file here, or choose it</span><input type="file" id="file" accept=".zip,application/zip"></label>
<div id="said" role="status" aria-live="polite"></div>
<p class="soft">What it checks: every byte of every file, every row against the signed history, and the signature. What it can’t tell: whether what was written down was true when it was written down.</p>
</main>
<script>${script}</script>
</body>
</html>
`;
}
