// What the server counts of its own work, as Prometheus reads it: requests by route and status, how long they took, how
// many are being answered. Labels are route patterns, never a path or a person.

export interface Metrics {
  begin(): void;
  /** @param seconds from the first byte read to the last byte given to the network */
  end(route: string, status: number, seconds: number): void;
  /** Ends one that is counted nowhere. */
  leave(): void;
  /** How many are being answered now. */
  inFlight(): number;
  /** The text of `/metrics`. */
  text(): string;
}

/** Upper bounds of the buckets in seconds: from a list read to a long run of marking. */
const bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600] as const;

interface Durations {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function newMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, Durations>();
  let flying = 0;
  return {
    begin: () => {
      flying += 1;
    },
    end: (route, status, seconds) => {
      flying -= 1;
      const labels = `route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const own = durations.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      for (const [nth, bound] of bounds.entries()) if (seconds <= bound) own.buckets[nth]! += 1;
      own.sum += seconds;
      own.count += 1;
      durations.set(route, own);
    },
    leave: () => {
      flying -= 1;
    },
    inFlight: () => flying,
    text: () =>
      [
        '# HELP customary_requests_total Requests answered.',
        '# TYPE customary_requests_total counter',
        ...[...requests].map(([labels, count]) => `customary_requests_total{${labels}} ${count}`),
        '# HELP customary_request_seconds How long answers took.',
        '# TYPE customary_request_seconds histogram',
        ...[...durations].flatMap(([route, own]) => histogram(route, own)),
        '# HELP customary_requests_in_flight Requests being answered.',
        '# TYPE customary_requests_in_flight gauge',
        `customary_requests_in_flight ${flying}`,
        '',
      ].join('\n'),
  };
}

function histogram(route: string, { buckets, sum, count }: Durations): string[] {
  const name = 'customary_request_seconds';
  return [
    ...bounds.map((bound, nth) => `${name}_bucket{route="${route}",le="${bound}"} ${buckets[nth]}`),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${sum.toFixed(6)}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}
