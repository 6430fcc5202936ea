// Every version of a document: since when, what it changed, who approved it and which letters asked for it; two are compared word
// by word. And each time that somebody said that it still stands.
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartChangeOnWire, ToldVersionOnWire, WholeDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { ChangesTold } from './changes-told.view.tsx';
import { addressOf, saidWords } from './document-words.ts';
import css from './documents.module.css';
import { heldWords, publishedWords } from './history-words.core.ts';

export function HistoryTold({ document, path }: { readonly document: WholeDocumentOnWire; readonly path: string }) {
  const { versions, reviews, kind, names } = document;
  const [newer, older] = [versions[0]?.version ?? '', versions[1]?.version ?? ''];
  const [compared, setCompared] = useState<{ from: string; to: string } | null>(null);
  const choices = versions.map((one) => ({ value: one.version, label: `Version ${one.version}` }));
  return (
    <section className={css.page} aria-labelledby="history">
      <h2 id="history">How it came to be</h2>
      <ol className={css.history} reversed>
        {versions.map((version) => (
          <li key={version.version}>
            <VersionTold version={version} document={document} />
          </li>
        ))}
      </ol>
      {reviews.length === 0 ? null : (
        <ul className={css.history}>
          {reviews.map((review) => (
            <li key={`${review.version} ${review.at}`} className={css.small}>
              {day(review.on)}: {names[review.by] ?? 'somebody'} said that version {review.version} still stands, until{' '}
              {day(review.nextDue)}. “{review.why}”
            </li>
          ))}
        </ul>
      )}
      {versions.length < 2 ? null : compared ? (
        <div className={css.page}>
          <div className={css.two}>
            <NativeSelect
              label="What is different from"
              value={compared.from}
              data={choices}
              onChange={(event) => setCompared({ ...compared, from: event.currentTarget.value })}
            />
            <NativeSelect
              label="in"
              value={compared.to}
              data={choices}
              onChange={(event) => setCompared({ ...compared, to: event.currentTarget.value })}
            />
          </div>
          <Ask<{ changes: PartChangeOnWire[] }> path={withQuery(`${path}/changes`, compared)}>
            {({ changes }) => <ChangesTold kind={kind} changes={changes} />}
          </Ask>
        </div>
      ) : (
        <p>
          <Button variant="default" onClick={() => setCompared({ from: older, to: newer })}>
            Compare two versions
          </Button>
        </p>
      )}
    </section>
  );
}

function VersionTold({
  version,
  document,
}: {
  readonly version: ToldVersionOnWire;
  readonly document: WholeDocumentOnWire;
}) {
  const { kind, id, names, shown, versions } = document;
  const { text } = version;
  const said = text ? version.said.filter((one) => one.revision === version.said.at(-1)?.revision) : [];
  // Who may not see members is told what was done, and when.
  const by = (member: string): string => (names[member] === undefined ? '' : ` by ${names[member]}`);
  return (
    <div className={css.card}>
      <h3>
        {shown?.version === version.version ? (
          `Version ${version.version}, shown here`
        ) : (
          <Link to={addressOf({ kind, id })} search={{ version: version.version } as never}>
            Version {version.version}
          </Link>
        )}
      </h3>
      <p className={css.small}>{heldWords(version, versions)}</p>
      {text ? (
        <>
          <p>
            {versions.at(-1) === version
              ? 'The first version'
              : text.material
                ? 'Changed what people do'
                : 'Changed only wording'}
            {text.change.decided === text.change.proposed
              ? ''
              : `, though the comparison said ${text.change.proposed}: “${text.change.why ?? ''}”`}
            . Published{by(text.publishedBy)} on {publishedWords(text.publishedAt, versions)}.
          </p>
          {said.length === 0 ? null : (
            <ul className={css.links}>
              {said.map((one) => (
                <li key={`${one.member} ${one.said} ${one.at}`}>
                  {saidWords[one.said]}
                  {by(one.member)}, {day(one.at.slice(0, 10))}
                  {one.alone ? ' (who wrote it alone: nobody else may approve it)' : ''}
                  {one.why ? `: ${one.why}` : ''}
                </li>
              ))}
            </ul>
          )}
          {text.letters.length === 0 ? null : (
            <p>
              {countOf(text.letters.length, 'letter')} asked for it:{' '}
              {text.letters.map((letter, at) => (
                <span key={letter}>
                  {at > 0 ? ', ' : ''}
                  <Link to={`/letters/${encodeURIComponent(letter)}`}>
                    {text.letters.length === 1 ? 'read it' : at === 0 ? 'read one' : 'another'}
                  </Link>
                </span>
              ))}
            </p>
          )}
          <details>
            <summary className={css.small}>Its digest</summary>
            <p className={css.words}>
              <code>{text.sha256}</code>
            </p>
          </details>
        </>
      ) : (
        <p className={css.small}>Brought from {version.origin}.</p>
      )}
    </div>
  );
}
