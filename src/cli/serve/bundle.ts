// The web app as a server sends it: the built files from memory, in the smallest form that the browser takes, under a policy
// that lets nothing run but them. Files whose name holds their content are kept for good; every address of a page gets the
// one page there is, and its script reads the address.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Api } from '../../platform/http/api.ts';

/** Where the build leaves the files: vite.config.ts. */
export const bundleFolder = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
export const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Served {
  readonly type: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly br: Buffer<ArrayBuffer> | null;
  readonly gzip: Buffer<ArrayBuffer> | null;
}

/** What is never a page's address. */
const ofTheApi = /^\/(v1|healthz|readyz|metrics)(\/|$)/;

/**
 * Put the web app before the door: its files are the same for everybody and hold nothing of anybody.
 * @param folder the built files; where there are none, requests go on to the routes
 */
export function mountBundle(app: Api, folder: string = bundleFolder): void {
  let read: ReadonlyMap<string, Served> | undefined;
  app.use(async (context, next) => {
    const { method, path } = context.req;
    if ((method !== 'GET' && method !== 'HEAD') || ofTheApi.test(path)) return next();
    read ??= readBundle(folder);
    const file = read.get(path);
    // An id in a page's address may have a dot in it: what is no file's name is a page's.
    const ofFiles = path.startsWith('/assets/') || kinds[extname(path)] !== undefined;
    const wantsPage = (context.req.header('accept') ?? '').includes('text/html') && !ofFiles;
    const sent = file ?? (wantsPage ? read.get('/index.html') : undefined);
    if (!sent) return next();
    return reply(sent, context.req.header('accept-encoding') ?? '', path.startsWith('/assets/'));
  });
}

function reply({ type, plain, br, gzip }: Served, takes: string, forGood: boolean): Response {
  const coded = br && /\bbr\b/.test(takes) ? 'br' : gzip && /\bgzip\b/.test(takes) ? 'gzip' : null;
  const bytes = coded === 'br' ? br! : coded === 'gzip' ? gzip! : plain;
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'cache-control': forGood ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept, accept-encoding',
      ...(coded ? { 'content-encoding': coded } : {}),
      ...(type.startsWith('text/html') ? { 'content-security-policy': appPolicy } : {}),
    },
  });
}

/** All files by the path they are asked for; empty where nothing was built. */
function readBundle(folder: string): Map<string, Served> {
  const files = new Map<string, Served>();
  if (!existsSync(join(folder, 'index.html'))) return files;
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const type = kinds[extname(name)];
    if (!type) continue;
    const path = join(folder, name);
    const besides = (ending: string): Buffer<ArrayBuffer> | null =>
      existsSync(path + ending) ? readFileSync(path + ending) : null;
    const asked = `/${name.replaceAll('\\', '/')}`;
    files.set(asked, { type, plain: readFileSync(path), br: besides('.br'), gzip: besides('.gz') });
  }
  return files;
}
