// Who may call which route of a server: one line a route, read as a sentence. A route without a line is closed to
// everybody; a test walks every route as every role. Use cases ask again for themselves: this is the first of two doors.
import type { RouteLine } from './route-line.core.ts';
import { routesOfKeeping } from './routes-of-keeping.core.ts';
import { routesOfReview } from './routes-of-review.core.ts';
import { routesOfService } from './routes-of-service.core.ts';
import { routesOfSigningIn } from './routes-of-signing-in.core.ts';
import { routesOfWriting } from './routes-of-writing.core.ts';

/** Every route that there is. */
export const routeLines: readonly RouteLine[] = [
  ...routesOfSigningIn,
  ...routesOfService,
  ...routesOfReview,
  ...routesOfWriting,
  ...routesOfKeeping,
];

const byRoute = new Map(routeLines.map((one) => [one.route, one]));

/** The line of a route; undefined where it has none, and is closed. */
export function lineOf(route: string): RouteLine | undefined {
  return byRoute.get(route);
}
