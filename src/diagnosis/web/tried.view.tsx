// What came of a pasted text: missed first, each with its words and what to say instead; then what was met.
import { IconCheck, IconX } from '@tabler/icons-react';
import { Quote } from '../../web/kit/quote.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import css from './first-minutes.module.css';
import type { KnownStandards, TriedText } from './paste-box.view.tsx';

export interface TriedProps {
  readonly tried: TriedText;
  readonly standards: KnownStandards;
}

export function Tried({ tried, standards }: TriedProps) {
  const known = new Map(standards.map((one) => [one.id, one]));
  const marks = tried.marks.flatMap((mark) => {
    const standard = known.get(mark.standard);
    return standard ? [{ ...mark, standard }] : [];
  });
  const missed = marks
    .filter((one) => one.verdict === 'failed')
    .toSorted((a, b) => b.standard.weight - a.standard.weight);
  // That a serious act did not happen is no merit to be listed.
  const met = marks.filter((one) => one.verdict === 'met' && one.standard.kind === 'standard');
  if (missed.length + met.length === 0)
    return <p>Nothing here could be judged. Begin each line with who speaks, e.g. “Rep:” and “Customer:”.</p>;
  return (
    <div className={css.tried}>
      <p>{`${countOf(missed.length, 'standard')} missed, ${met.length} met.`}</p>
      <ul className={css.marks}>
        {missed.map(({ standard, evidence }) => (
          <li key={standard.id}>
            <p className={css.missed}>
              <IconX size={18} aria-hidden />
              <span>
                <strong>Missed:</strong> {standard.says}
              </span>
            </p>
            <Words tried={tried} evidence={evidence} />
            {standard.instead ? (
              <p className={css.instead}>
                <strong>Better:</strong> {standard.instead}
              </p>
            ) : null}
          </li>
        ))}
        {met.map(({ standard }) => (
          <li key={standard.id}>
            <p className={css.met}>
              <IconCheck size={18} aria-hidden />
              <span>
                <strong>Met:</strong> {standard.says}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({
  tried,
  evidence,
}: {
  readonly tried: TriedText;
  readonly evidence: TriedText['marks'][number]['evidence'];
}) {
  const [first] = evidence;
  const turn = first && tried.turns[first.turn];
  if (!first || !turn) return null;
  return (
    <Quote
      before={turn.text.slice(0, first.from)}
      words={turn.text.slice(first.from, first.to)}
      after={turn.text.slice(first.to)}
      from={turn.speaker === 'rep' ? 'We said' : 'The customer said'}
    />
  );
}
