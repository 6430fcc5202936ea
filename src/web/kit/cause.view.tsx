// A cause's icon and word in its colour: never colour alone. The drawings are those of the report's page.
import type { Cause } from '../../diagnosis/finding.core.ts';
import css from './cause.module.css';

/** What a cause means, for those who never heard of the five. */
export const causeSays: Readonly<Record<Cause, string>> = {
  policy: 'A rule of ours stands in the way, or says the wrong thing.',
  procedure: 'The steps are not in writing, not read, or cannot be done.',
  training: 'Nobody taught this and saw that it was learned.',
  management: 'Nobody looks, answers, or clears what stands in the way.',
  personnel: 'The person can, may and was shown, and does not.',
};

/** What is said under a cause that nobody had named before. */
export const causePlainly: Readonly<Record<Cause, string>> = {
  policy: 'Our own rules',
  procedure: 'Not in writing',
  training: 'Never taught',
  management: 'Nobody looking',
  personnel: 'The person',
};

const drawings: Readonly<Record<Cause, readonly string[]>> = {
  policy: ['M5 2.5h7l3 3v12H5z', 'M12 2.5v3h3M7.5 9h5M7.5 12h5M9 15h2'],
  procedure: ['M8.5 5h8M8.5 10h8M8.5 15h8', 'm2.8 5 1.2 1.2L6 4M2.8 10l1.2 1.2L6 9M2.8 15l1.2 1.2L6 14'],
  training: ['M1.5 8 10 4l8.5 4-8.5 4z', 'M5 10v4.2c2.8 2 7.2 2 10 0V10M18.5 8v5'],
  management: ['M10 8.5v4M4 16.5v-4h12v4', 'M10 2.8a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4', 'M4 16.8h.1M16 16.8h.1'],
  personnel: ['M3.5 17.5c0-4 2.8-6.2 6.5-6.2s6.5 2.2 6.5 6.2', 'M10 2.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6'],
};

export function CauseIcon({ cause, size = 20 }: { readonly cause: Cause; readonly size?: number }) {
  return (
    <svg className={css[cause]} width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      {drawings[cause].map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.6}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

export function CauseLabel({ cause, plain = false }: { readonly cause: Cause; readonly plain?: boolean }) {
  return (
    <span className={`${css.label} ${css[cause]}`}>
      <CauseIcon cause={cause} />
      <span className={css.word}>{plain ? causePlainly[cause] : cause}</span>
    </span>
  );
}
