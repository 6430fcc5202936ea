// Why something was missed: the questions that were asked of the record, their answers as sentences, and where they lead.
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { percent, sentence } from '../../web/kit/words.ts';
import css from './contact.module.css';

type Told = OneContact['failures'][number];

const answers = { yes: 'Yes', no: 'No', 'no-record': 'No record' } as const;

export function Ladder({ ladder }: { readonly ladder: Told }) {
  const known = ladder.leading.length > 0;
  return (
    <div className={css.ladder}>
      <p>
        <strong>{known ? 'What the record points to' : 'The record points nowhere yet'}</strong>
      </p>
      {known ? (
        <ul className={css.leading}>
          {ladder.leading.map((cause) => (
            <li key={cause}>
              <CauseLabel cause={cause} /> <span className={css.soft}>about {percent(ladder.odds[cause])}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary>The questions that were asked</summary>
        <ol className={css.rungs}>
          {ladder.rungs.map((rung) => (
            <li key={rung.rung} data-answer={rung.answer}>
              <p className={css.soft}>Question {rung.rung} of 12</p>
              <p>{rung.asks}</p>
              <p>
                <strong>{answers[rung.answer]}.</strong> {sentence(rung.sentence)}
              </p>
              {rung.pointsTo ? (
                <p>
                  <CauseLabel cause={rung.pointsTo} />
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
