// The parts of a document: each with its words, what is said of it beside, and the standards that it helps or stands in the way of.
import { Link } from '@tanstack/react-router';
import { Markdown } from '../../web/kit/markdown.view.tsx';
import type { DocumentKind } from '../document.core.ts';
import type { DraftContentOnWire } from '../drafts/drafts.shape.ts';
import { isAsked, partFields } from '../drafts/part-fields.core.ts';
import { toldField } from '../out/document-markdown.core.ts';
import css from './documents.module.css';
import { PartSlot as PolicySlot } from './policy-slots.view.tsx';
import { PartSlot as ProcedureSlot } from './procedure-slots.view.tsx';

export interface PartsToldProps {
  readonly kind: DocumentKind;
  readonly id: string;
  /** null: a draft, of which nothing is known beside its words. */
  readonly version: string | null;
  readonly content: DraftContentOnWire;
}

export function PartsTold({ kind, id, version, content }: PartsToldProps) {
  const Slot = kind === 'policy' ? PolicySlot : ProcedureSlot;
  const specs = partFields[kind].filter((spec) => isAsked(spec, content.fields));
  return (
    <ol className={css.parts}>
      {content.parts.map((part, at) => {
        // A policy's clauses tell what was said for them in a view of their own, once they are published.
        const told =
          kind === 'policy' && version !== null
            ? []
            : specs.map((spec) => ({ spec, words: toldField(part.fields[spec.name]) }));
        const shown = told.filter(({ words }) => words !== '');
        return (
          <li key={part.id} id={`part-${part.id}`} className={css.part}>
            <span className={css.number}>{part.id === String(at + 1) ? `${at + 1}.` : part.id}</span>
            <div className={css.beside}>
              <Markdown text={part.text} />
              {shown.length === 0 ? null : (
                <dl className={css.told}>
                  {shown.map(({ spec, words }) => (
                    <Pair key={spec.name} label={spec.label} words={words} />
                  ))}
                </dl>
              )}
              {kind === 'policy' && version !== null ? null : (
                <>
                  <Standards label="Helps to keep" ids={part.serves} />
                  <Standards label="Stands in the way of" ids={part.obstructs} />
                </>
              )}
              {version === null ? null : <Slot id={id} version={version} part={part.id} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Pair({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </>
  );
}

function Standards({ label, ids }: { readonly label: string; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <ul className={css.links} aria-label={label}>
      <li className={css.soft}>{label}:</li>
      {ids.map((id) => (
        <li key={id}>
          <Link to="/standards/$id" params={{ id } as never}>
            {id}
          </Link>
        </li>
      ))}
    </ul>
  );
}
