// Which route a request meets, by its pattern: what logs, metrics and the door speak of.
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Api } from './api.ts';

const everyMethod = 'ALL';

/** `GET /v1/fixes/{id}`, or null where no route is met. A HEAD meets the GET. */
export function routeMet(context: Context): string | null {
  const met = matchedRoutes(context).find((one) => one.method !== everyMethod);
  return met ? `${met.method} ${inBraces(met.path)}` : null;
}

/** Every route of an app as `METHOD /path/{parameter}`, once each. */
export function routesOf(app: Api): string[] {
  const routes = app.routes.filter((one) => one.method !== everyMethod);
  return [...new Set(routes.map((one) => `${one.method} ${inBraces(one.path)}`))];
}

/** The methods that the path takes, for a request that came with another. */
export function methodsOf(app: Api, path: string): string[] {
  const taken = routesOf(app)
    .map((route) => route.split(' ') as [string, string])
    .filter(([, pattern]) => new RegExp(`^${pattern.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path))
    .map(([method]) => method);
  return [...new Set(taken.includes('GET') ? [...taken, 'HEAD'] : taken)].toSorted();
}

function inBraces(path: string): string {
  return path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
}
