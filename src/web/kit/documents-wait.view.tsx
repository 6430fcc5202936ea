// On Today, for those who write documents: drafts that wait for approval, and documents that somebody has to look at again.
import { Link } from '@tanstack/react-router';
import { thoseWhoWriteDocuments } from '../../documents/web/writers.core.ts';
import type { ListedDocumentOnWire } from '../../record/publish/documents.shape.ts';
import type { Page } from '../api.ts';
import { sees, useMe } from '../me.ts';
import css from './answers.module.css';
import { useAsked } from './ask.view.tsx';
import { countOf } from './words.ts';

const shown = 5;

export function DocumentsWait() {
  return sees(useMe(), thoseWhoWriteDocuments) ? <Waiting /> : null;
}

function Waiting() {
  const asked = useAsked<Page<ListedDocumentOnWire>>('/v1/documents?asked=yes&limit=20').data?.items ?? [];
  const suspended = useAsked<Page<ListedDocumentOnWire>>('/v1/documents?state=suspended&limit=20').data?.items ?? [];
  const all = [
    ...asked,
    ...suspended.filter((one) => !asked.some((other) => other.kind === one.kind && other.id === one.id)),
  ];
  if (all.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="documents-wait">
      <h2 id="documents-wait">{countOf(all.length, 'document waits', 'documents wait')} for a decision</h2>
      <ul className={css.list}>
        {all.slice(0, shown).map((one) => (
          <li key={`${one.kind} ${one.id}`}>
            <Link to={`/documents/${one.kind}/${encodeURIComponent(one.id)}${one.asked ? '/edit' : ''}`}>
              {one.title}
            </Link>
            <span className={css.soft}>{one.asked ? 'Waits for approval' : 'Suspended: nobody re-justified it'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
