// The instruction that was followed, and the words of the contact with what is quoted lit.
import { Link } from '@tanstack/react-router';
import { speakerOf } from '../../../contacts/contact-words.core.ts';
import type { WholeDocumentOnWire } from '../../../record/publish/documents.shape.ts';
import { withQuery } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { useAsked } from '../../../web/kit/ask.view.tsx';
import { piecesOf } from '../../../web/kit/lit-words.ts';
import { day } from '../../../web/kit/words.ts';
import { customerWordOf, useMe } from '../../../web/me.ts';
import type { DisputeOnWire } from '../../disputes/disputes.shape.ts';
import css from './disputes.module.css';

export function Instruction({ dispute: { instruction } }: { readonly dispute: DisputeOnWire }) {
  if (instruction === null) return null;
  const { kind, document, version, part, saidByName, on } = instruction;
  if (kind === 'word')
    return (
      <p className={css.clause}>
        {`Told ${saidByName ? `by ${saidByName}` : 'by somebody'}${on === undefined ? '' : `, ${day(on)}`}.`}
      </p>
    );
  return <Written kind={kind} document={document ?? ''} version={version ?? ''} part={part ?? ''} on={on} />;
}

function Written({
  kind,
  document,
  version,
  part,
  on,
}: Record<'kind' | 'document' | 'version' | 'part', string> & { readonly on: string | undefined }) {
  const path = `/v1/documents/${encodeURIComponent(kind)}/${encodeURIComponent(document)}`;
  const { data } = useAsked<WholeDocumentOnWire>(withQuery(path, { version }));
  const text = data?.content?.parts.find((one) => one.id === part)?.text;
  return (
    <div className={css.clause}>
      {text === undefined ? null : <p className={kit.said}>{text}</p>}
      <p className={kit.soft}>
        {`${kind === 'policy' ? 'Clause' : 'Step'} ${part} of `}
        <Link to="/documents/$kind/$id" params={{ kind, id: document } as never} search={{ version } as never}>
          {data?.content?.title ?? document}
        </Link>
        {`, version ${version}${on === undefined ? '' : `, which held on ${day(on)}`}.`}
      </p>
    </div>
  );
}

export function Transcript({ dispute }: { readonly dispute: DisputeOnWire }) {
  const { turns, quotes, searched } = dispute;
  const customer = customerWordOf(useMe());
  return (
    <section className={kit.section} aria-labelledby="the-words">
      <h2 id="the-words">What was said</h2>
      {turns === null ? (
        <p className={kit.soft}>The contact is not yours to see.</p>
      ) : (
        <ol className={css.turns} tabIndex={0} aria-labelledby="the-words">
          {turns.map(({ speaker, text }, at) => {
            const quoted = quotes.flatMap(({ turn, from, to }) => (turn === at ? [{ mark: 'quote', from, to }] : []));
            return (
              <li
                // oxlint-disable-next-line react/no-array-index-key -- turns have no name but their place
                key={at}
                data-searched={
                  searched !== null && at >= searched.fromTurn && at <= searched.toTurn && quoted.length === 0
                }
              >
                <span className={css.speaker}>{speakerOf(speaker, customer)}</span>
                <span>
                  {piecesOf(text, quoted).map((piece) =>
                    piece.marks.length === 0 ? piece.text : <mark key={piece.from}>{piece.text}</mark>,
                  )}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
