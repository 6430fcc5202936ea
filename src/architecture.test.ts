// The import law, executed: who may import whom, by floor (a file's suffix) and by domain (its folder).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** Lowest first: a domain may import only those before it. */
const domains = [
  'kernel',
  'platform',
  'stats',
  'people',
  'auth',
  'standards',
  'contacts',
  'marking',
  'review',
  'learning',
  'documents',
  'policies',
  'procedures',
  'scenarios',
  'training',
  'management',
  'personnel',
  'shops',
  'record',
  'diagnosis',
  'fixes',
  'settings',
  'binder',
  'simulate',
  'cli',
  'web',
];
const floors = ['core', 'shape', 'table', 'store', 'access', 'use', 'api', 'job', 'worker', 'cli', 'page', 'view'];
/** What each floor may import of its own domain and of others; platform and kernel are open to all but the pure floors. */
const mayImport: Record<string, readonly string[]> = {
  core: ['core', 'plain'],
  shape: ['core', 'shape', 'plain'],
  table: ['core', 'table'],
  store: ['core', 'table', 'store', 'plain'],
  access: ['core'],
  use: ['core', 'shape', 'store', 'access', 'use', 'table', 'plain'],
  api: ['core', 'shape', 'access', 'use', 'job', 'plain'],
  job: ['core', 'shape', 'use', 'job', 'worker', 'plain'],
  worker: ['core', 'plain', 'worker'],
  cli: ['core', 'shape', 'view', 'cli', 'plain'],
  view: ['core', 'shape', 'view', 'plain'],
  plain: ['core', 'plain'],
};
/** Packages that the pure floors may use, and where. */
const purePackages: Record<string, RegExp> = {
  auth: /^(@zxcvbn-ts\/(core|language-common)|@simplewebauthn\/server|otpauth|openid-client)$/,
  standards: /^(yaml|double-metaphone)$/,
  stats: /^(pure-rand(\/.*)?|ml-matrix|@stdlib\/.*)$/,
  simulate: /^(yaml|pure-rand(\/.*)?|ml-matrix|@stdlib\/.*)$/,
  contacts: /^(csv-parse|yauzl|tar-stream|read-excel-file|pure-rand)(\/.*)?$/,
  documents: /^(yauzl|unpdf)$/,
  record: /^(csv-parse|yaml|read-excel-file)(\/.*)?$/,
  diagnosis: /^yaml$/,
};
/** The roof wires everything and may import anything. */
const roof = new Set(['main.ts', 'app.ts']);

/** What runs in a browser: the web app's own folder and each domain's pages. */
const inBrowser = /(^|\/)web\//;
/** The only packages that a page may bring along: each is paid for by whoever opens it. */
const browserPackages =
  /^(react|react-dom\/client|@mantine\/(core|hooks)(\/styles\.css)?|@tabler\/icons-react|@tanstack\/react-(router|query)|@simplewebauthn\/browser|uqr)$/;

interface Source {
  readonly path: string;
  readonly domain: string;
  readonly floor: string;
  readonly text: string;
}

// Tests, and data that only tests bring, may bring anything.
function sources(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test(-data)?\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(src, join(entry.parentPath, entry.name));
      return {
        path,
        domain: path.includes('/') ? path.split('/')[0]! : '',
        floor: floorOf(path),
        text: readFileSync(join(src, path), 'utf8'),
      };
    })
    .filter((one) => !roof.has(one.path));
}

function floorOf(path: string): string {
  const suffix = /\.([a-z]+)\.tsx?$/.exec(path)?.[1];
  return suffix && floors.includes(suffix) ? suffix : 'plain';
}

/** Every `from '...'` and `import('...')` of a file. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g)].map((match) => match[1]!);
}

/** What breaks the law in one file, as sentences. */
function breaches(file: Source): string[] {
  if (inBrowser.test(file.path)) return breachesOfPage(file);
  const found: string[] = [];
  for (const target of importsOf(file.text)) {
    if (target.startsWith('.'))
      found.push(...breachOfFile(file, relative(src, resolve(src, dirname(file.path), target))));
    else found.push(...breachOfPackage(file, target));
  }
  if (file.floor === 'core') {
    for (const [pattern, word] of [
      [/\basync\b/, 'async'],
      [/\bMath\.random\b/, 'Math.random'],
      [/\bDate\.now\b/, 'Date.now'],
      [/\bnew Date\(\)/, 'new Date()'],
      [/\bprocess\./, 'process'],
    ] as const) {
      if (pattern.test(file.text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'/g, '')))
        found.push(`${file.path}: a .core file may not use ${word}`);
    }
  }
  return found;
}

/**
 * A page may name the types of any domain's wire shapes and use what is pure of any, since it may call any domain's API;
 * of a lower domain's page it takes nothing but by the list of pages. No code of a server comes into a browser.
 */
function breachesOfPage(file: Source): string[] {
  return importsOf(file.text).flatMap((target) => {
    const typesOnly = new RegExp(`import type [^;]*from '${target.replaceAll('.', '\\.')}'`).test(file.text);
    if (!target.startsWith('.'))
      return browserPackages.test(target) || (typesOnly && target === 'zod')
        ? []
        : [`${file.path}: a page may not bring ${target} into a browser`];
    const path = relative(src, resolve(src, dirname(file.path), target));
    if (typesOnly && (path.startsWith('kernel/') || ['shape', 'core'].includes(floorOf(path)))) return [];
    if (inBrowser.test(path)) {
      const ownOrKit = path.startsWith('web/') || path.split('/')[0] === file.domain;
      // The shell opens the pages of every domain, and rules without a look are nobody's own.
      const opened = file.domain === 'web' && floorOf(path) === 'page';
      return ownOrKit || opened || floorOf(path) === 'core'
        ? []
        : [`${file.path}: another domain's page parts are private (${path})`];
    }
    // Of the kernel only digests need what a browser doesn't have.
    if (floorOf(path) === 'core' || (path.startsWith('kernel/') && path !== 'kernel/digest.ts')) return [];
    return [`${file.path}: a page may take of the server pure rules and the types of shapes alone (${path})`];
  });
}

function breachOfFile(file: Source, target: string): string[] {
  const domain = target.includes('/') ? target.split('/')[0]! : '';
  const floor = floorOf(target);
  const own = domain === file.domain;
  if (roof.has(target)) return [`${file.path}: nobody imports the roof (${target})`];
  if (!own && domains.indexOf(domain) > domains.indexOf(file.domain))
    return [`${file.path}: ${file.domain} stands below ${domain} (${target})`];
  if (domain === 'kernel') return [];
  if (domain === 'platform') {
    return file.domain === 'platform' ||
      ['store', 'use', 'api', 'job', 'cli', 'worker'].includes(file.floor) ||
      (file.domain === 'cli' && file.floor === 'plain')
      ? []
      : [`${file.path}: a .${file.floor} file may not import platform (${target})`];
  }
  if (file.domain === 'platform') return [];
  if (file.domain === 'cli' && file.floor === 'plain') return [];
  if (!(mayImport[file.floor] ?? []).includes(floor))
    return [`${file.path}: a .${file.floor} file may not import a .${floor} (${target})`];
  if (!own && floor === 'store') return [`${file.path}: another domain's .store is private (${target})`];
  if (!own && floor === 'table' && !['table', 'store'].includes(file.floor))
    return [`${file.path}: only a .table or .store may name another domain's .table (${target})`];
  return [];
}

function breachOfPackage(file: Source, name: string): string[] {
  if (file.domain === 'kernel')
    return name === 'node:crypto' ? [] : [`${file.path}: kernel imports no package (${name})`];
  if (file.domain === 'platform' || file.domain === 'cli') return [];
  const allowed: Record<string, RegExp> = {
    core: /^$/,
    shape: /^(zod|@hono\/zod-openapi)$/,
    table: /^drizzle-orm/,
    store: /^drizzle-orm/,
    access: /^$/,
    use: /^node:/,
    api: /^@hono\/zod-openapi$|^node:/,
    job: /^node:/,
    worker: /^node:/,
    cli: /^node:/,
    view: /^node:/,
    plain: /^node:/,
  };
  if (allowed[file.floor]?.test(name)) return [];
  if (['plain', 'use'].includes(file.floor) && purePackages[file.domain]?.test(name)) return [];
  return [`${file.path}: a .${file.floor} file of ${file.domain} may not import ${name}`];
}

test('every file keeps the import law', () => {
  const files = sources(src);
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap(breaches)).toEqual([]);
});

test('the law sees what breaks it', () => {
  const planted: [string, string][] = [
    ['people/site.core.ts', "import { marks } from '../marking/mark.core.ts';"],
    ['marking/x.use.ts', "import { rows } from '../contacts/contact.store.ts';"],
    ['contacts/x.core.ts', 'const now = Date.now();'],
    ['contacts/y.core.ts', "import { readFileSync } from 'node:fs';"],
    ['diagnosis/z.api.ts', "import { rows } from './finding.store.ts';"],
    ['contacts/w.view.ts', "import { add } from './add-contacts.use.ts';"],
    ['kernel/k.ts', "import { z } from 'zod';"],
    ['marking/m.use.ts', "import { page } from './web/m.page.tsx';"],
    ['contacts/web/v.page.tsx', "import { Shape } from '../contact.shape.ts';"],
    ['contacts/web/u.page.tsx', "import { rows } from '../contact.store.ts';"],
    ['contacts/web/t.view.tsx', "import { Part } from '../../marking/web/part.view.tsx';"],
    ['contacts/web/s.view.tsx', "import { z } from 'zod';"],
  ];
  for (const [path, text] of planted) {
    const found = breaches({ path, domain: path.split('/')[0]!, floor: floorOf(path), text });
    expect(found, path).toHaveLength(1);
  }
});

test('data that only tests may bring is brought by nothing else', () => {
  const bringing = sources(src).filter(({ text }) => /from '[^']*\.test-data\.tsx?'/.test(text));
  expect(bringing.map(({ path }) => path)).toEqual([]);
});
