// What one step says: who, what, the words to use, how far one may go, what can go wrong. Where there is advice its words are lit.
import { Markdown } from '../../web/kit/markdown.view.tsx';
import type { Procedure } from '../procedures.shape.ts';
import css from './procedures.module.css';

type Step = Procedure['steps'][number];
type Lit = NonNullable<Procedure['advice']>[number];

export function StepSays({
  step,
  lit = [],
  big = false,
}: {
  readonly step: Step;
  readonly lit?: readonly Lit[];
  readonly big?: boolean;
}) {
  const { text, actor, say, limit, goesWrong } = step;
  return (
    <div className={css.says} data-big={big}>
      {actor ? <p className={css.actor}>{actor}</p> : null}
      <div className={css.words}>
        <Markdown text={text} under={3} lit={lit.map((one) => one.words).filter((words) => words.length <= 60)} />
      </div>
      {say ? (
        <blockquote className={css.say}>
          <span className={css.kicker}>Words to use</span>
          <p>“{say.replace(/^[“"']+|[”"']+$/g, '')}”</p>
        </blockquote>
      ) : null}
      {limit ? (
        <p className={css.limit}>
          <strong>How far you may go:</strong> {limit}
        </p>
      ) : null}
      {goesWrong ? (
        <p className={css.wrong}>
          <strong>What can go wrong:</strong> {goesWrong}
        </p>
      ) : null}
      {lit.length > 0 ? (
        <ul className={css.advice} aria-label="Advice">
          {lit.map((one) => (
            <li key={`${one.from} ${one.kind}`}>
              {one.words.length > 60 ? '' : `“${one.words}”: `}
              {one.instead}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
