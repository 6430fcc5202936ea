// A letter written: what is wrong, why, and what to do instead; what it cites and is about; under one's name or shielded. Under
// one's name it is kept as a draft while it is written. Shielded nothing is kept until it is handed in.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LetterChoices } from '../../fixes/letters/letters-followed.shape.ts';
import kit from '../../web/kit/answered.module.css';
import { Ask } from '../../web/kit/ask.view.tsx';
import { withQuery } from '../../web/api.ts';
import type { KeptLetterDraft } from '../letter-draft.shape.ts';
import { CodeShown } from './code-shown.view.tsx';
import type { Begun } from './letter-fields.view.tsx';
import { LetterForm } from './letter-form.view.tsx';

interface Asked {
  readonly mark?: unknown;
  readonly kind?: unknown;
  readonly document?: unknown;
  readonly part?: unknown;
  readonly site?: unknown;
  readonly wrong?: unknown;
}

export function Page() {
  const asked = useSearch({ strict: false }) as Asked;
  const [handedIn, setHandedIn] = useState<{ readonly code: string; readonly comesTo: string } | null>(null);
  if (handedIn) return <CodeShown {...handedIn} />;
  return (
    <div className={kit.page}>
      <header className={kit.head}>
        <h1>Write a letter</h1>
        <p className={kit.soft}>
          A line about what is wrong is enough: it is a flag then, and you can write the rest later. Everybody inside
          may read it, a named person answers it by a named day, and it never counts against you.
        </p>
      </header>
      <Ask<KeptLetterDraft> path="/v1/letter-draft">
        {({ draft }) => <WithChoices begun={begin(asked, draft)} setHandedIn={setHandedIn} />}
      </Ask>
    </div>
  );
}

function WithChoices({
  begun,
  setHandedIn,
}: {
  readonly begun: Begun;
  readonly setHandedIn: (told: { code: string; comesTo: string }) => void;
}) {
  return (
    <Ask<LetterChoices> path={withQuery('/v1/letter-choices', { mark: begun.cites })}>
      {(choices) => <LetterForm begun={begun} choices={choices} handedIn={setHandedIn} />}
    </Ask>
  );
}

/** From the address; else from the draft that was kept. */
function begin({ mark, kind, document, part, site, wrong }: Asked, draft: KeptLetterDraft['draft']): Begun {
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const marks = (Array.isArray(mark) ? mark : [mark]).map(text).filter((one) => one !== '');
  const fresh = marks.length > 0 || text(document) !== '' || text(wrong) !== '';
  const own = fresh ? null : draft;
  return {
    wrong: own?.wrong ?? text(wrong),
    why: own?.why ?? '',
    solution: own?.solution ?? '',
    cites: own?.aboutMark === undefined ? marks : [own.aboutMark],
    document: text(document) === '' ? '' : `${kind === 'procedure' ? 'procedure' : 'policy'}/${text(document)}`,
    part: text(part),
    site: text(site),
    drafted: own !== null,
  };
}
