// How often marks of each standard were disputed and overturned, by what or who made them; never by who served.
import { Link } from '@tanstack/react-router';
import type { DisputeNumbersOnWire } from '../../review/disputes/disputes.shape.ts';
import { markerWord } from '../../standards/verdict-words.core.ts';
import { useAsked } from './ask.view.tsx';
import { Rows } from './rows.view.tsx';
import css from './answers.module.css';

export function DisputeNumbers() {
  const { data } = useAsked<DisputeNumbersOnWire>('/v1/disputes/numbers');
  if (!data || data.rows.length === 0) return null;
  return (
    <section className={css.numbers} aria-labelledby="overturned">
      <h2 id="overturned">What was disputed</h2>
      <p className={css.soft}>
        How often whoever served disputed a mark, and was right. Disputed marks were picked by those whom they are
        about, so they enter no rate. Never told by who served.
      </p>
      <Rows
        label="What was disputed"
        rows={data.rows}
        keyOf={({ standard, marker, reviewer }) => [standard.id, marker, reviewer].join(' ')}
        columns={[
          {
            name: 'Standard',
            of: ({ standard }) => (
              <Link to="/standards/$id" params={{ id: standard.id } as never}>
                {standard.title}
              </Link>
            ),
          },
          { name: 'Marked by', of: ({ marker, reviewer }) => reviewer ?? markerWord(marker) },
          { name: 'Disputed', of: (one) => one.disputed, number: true },
          { name: 'Upheld', of: (one) => one.upheld, number: true },
          { name: 'In part', of: (one) => one.inPart, number: true },
          { name: 'Not upheld', of: (one) => one.notUpheld, number: true },
          { name: 'Open', of: (one) => one.open, number: true },
        ]}
      />
    </section>
  );
}
