// A browser of a test: it keeps cookies and says where it stands, as a page's own requests do.
import type { ServedHere } from './served.test-data.ts';

export interface TestBrowser {
  readonly cookies: Map<string, string>;
  /** @param init `origin` null leaves it out, another one is said instead of its own; `from` is its network address */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    init?: { readonly origin?: string | null; readonly from?: string },
  ) => Promise<Response>;
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function newBrowser(here: ServedHere, userAgent = firefox, host = 'localhost'): TestBrowser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (method, path, body, { origin = `http${host === 'localhost' ? '' : 's'}://${host}`, from } = {}) => {
      const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await here.ask(method, path, {
        ...(body === undefined ? {} : { body }),
        ...(from === undefined ? {} : { from }),
        headers: {
          host,
          'user-agent': userAgent,
          ...(sent === '' ? {} : { cookie: sent }),
          ...(origin === null || method === 'GET' ? {} : { origin }),
        },
      });
      for (const text of reply.headers.getSetCookie()) {
        const [, name, value, rest] = /^([^=]+)=([^;]*);(.*)$/.exec(text)!;
        if (/Max-Age=0\b/.test(rest!)) cookies.delete(name!);
        else cookies.set(name!, value!);
      }
      return reply;
    },
  };
}
