// Agreement with people on one line from chance to always: the cues, what was learned, people among themselves. Each has its own
// shape, and is said in words.
import { agreed } from '../../web/kit/words.ts';
import css from './markers.module.css';

interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface AgreementProps {
  readonly learned: Figure;
  readonly cue: Figure;
  /** How far people agree with each other; null where nobody knows. */
  readonly people: number | null;
}

const wide = 100;
const at = (value: number): number => wide * Math.min(1, Math.max(0, value));

export function Agreement({ learned, cue, people }: AgreementProps) {
  return (
    <span className={css.agreement}>
      <svg
        viewBox={`0 0 ${wide} 22`}
        preserveAspectRatio="none"
        className={css.scale}
        role="img"
        aria-label={spoken({ learned, cue, people })}
      >
        <line x1={0} x2={wide} y1={21} y2={21} className={css.axis} />
        <Span y={6} of={cue} className={css.cue!} />
        <Span y={14} of={learned} className={css.learned!} />
        {people === null ? null : <line x1={at(people)} x2={at(people)} y1={0} y2={21} className={css.people} />}
      </svg>
      <span className={css.figures} aria-hidden>
        <span>
          <i className={css.cue} data-key="line" /> cues <b>{agreed(cue.value)}</b>
        </span>
        <span>
          <i className={css.learned} data-key="block" /> learned <b>{agreed(learned.value)}</b>
        </span>
        {people === null ? null : (
          <span>
            <i className={css.people} data-key="tick" /> people <b>{agreed(people)}</b>
          </span>
        )}
      </span>
    </span>
  );
}

function Span({ y, of, className }: { readonly y: number; readonly of: Figure; readonly className: string }) {
  return (
    <g className={className}>
      <line x1={at(of.low)} x2={Math.max(at(of.low) + 0.4, at(of.high))} y1={y} y2={y} data-part="range" />
      <rect x={at(of.value) - 0.9} y={y - 3} width={1.8} height={6} data-part="value" />
    </g>
  );
}

export function AgreementKey() {
  return (
    <p className={css.soft}>
      Agreement with people, on contacts of people it had not heard: 0 is what chance would give, 1 is always. The bar
      is where it likely lies.
    </p>
  );
}

function spoken({ learned, cue, people }: AgreementProps): string {
  const range = ({ value, low, high }: Figure): string =>
    `${agreed(value)}, likely between ${agreed(low)} and ${agreed(high)}`;
  return `The cues agree with people ${range(cue)}; what was learned ${range(learned)}${people === null ? '' : `; people with each other ${agreed(people)}`}`;
}
