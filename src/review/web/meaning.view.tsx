// Why a standard is asked, what to do instead, and what it looks like met and missed: one key away, not in the way.
import { Link } from '@tanstack/react-router';
import type { OneStandard } from '../../standards/one-standard.shape.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import css from './in-hand.module.css';
import frame from './marking.module.css';
import type { StandardToRead } from './in-hand.view.tsx';
import { verdictWord } from '../../standards/verdict-words.core.ts';

/** Examples of each kind at most. */
const most = 2;

export function Meaning({ standard }: { readonly standard: StandardToRead }) {
  const { id, because, instead, applies, examples, kind } = standard;
  const own = examples.met.length + examples.failed.length > 0;
  return (
    <div className={css.meaning}>
      {applies ? <p>{applies}</p> : null}
      {because ? <p>{because}</p> : null}
      {instead ? (
        <p>
          <strong>Instead:</strong> {instead}
        </p>
      ) : null}
      {own ? <Examples kind={kind} examples={examples} /> : <FromStandard id={id} kind={kind} />}
      <p>
        <Link to="/standards/$id" params={{ id } as never} target="_blank">
          All of the standard, in another tab
        </Link>
      </p>
    </div>
  );
}

/** Of a standard whose examples stand in a file of their own: they are read when somebody asks for them. */
function FromStandard({ id, kind }: { readonly id: string; readonly kind: StandardToRead['kind'] }) {
  const { data } = useAsked<OneStandard>(`/v1/standards/${encodeURIComponent(id)}`);
  if (data?.standard.id !== id) return null;
  const of = (expected: 'met' | 'failed'): string[] =>
    data.examples
      .filter((one) => one.expected === expected && one.turns.length > 0)
      .slice(0, most)
      .map((one) => one.turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n'));
  return <Examples kind={kind} examples={{ met: of('met'), failed: of('failed') }} />;
}

function Examples({ kind, examples }: Pick<StandardToRead, 'kind' | 'examples'>) {
  return (['met', 'failed'] as const).flatMap((verdict) =>
    examples[verdict].map((lines) => (
      <div key={verdict + lines} className={css.example}>
        <p className={frame.soft}>For example: {verdictWord(verdict, kind).toLowerCase()}</p>
        <p className={css.lines}>{lines}</p>
      </div>
    )),
  );
}
