// Markdown shown: read into a tree and made into elements one by one, so that no text can bring markup of its own.
import { Link } from '@tanstack/react-router';
import { createContext, Fragment, use, type ReactNode } from 'react';
import { readMarkdown, type Block, type Inline } from '../../documents/markdown/markdown.core.ts';
import css from './markdown.module.css';

/** @param under the heading's rank above it: its own headings come below that @param lit words that are lit where they stand in it */
export function Markdown({
  text,
  under = 2,
  lit = [],
}: {
  readonly text: string;
  readonly under?: number;
  readonly lit?: readonly string[];
}) {
  return (
    <div className={css.text}>
      <Lit value={lit}>{blocks(readMarkdown(text), under)}</Lit>
    </div>
  );
}

/** Words to be lit in all that is inside. */
const LitWords = createContext<readonly string[]>([]);

function Lit({ value, children }: { readonly value: readonly string[]; readonly children: ReactNode }) {
  return value.length === 0 ? children : <LitWords value={value}>{children}</LitWords>;
}

function Words({ text }: { readonly text: string }) {
  const words = use(LitWords).filter((one) => one !== '');
  if (words.length === 0) return text;
  const parts: ReactNode[] = [];
  for (let at = 0; at < text.length;) {
    const next = words
      .map((word) => ({ word, from: text.indexOf(word, at) }))
      .filter(({ from }) => from >= 0)
      .toSorted((one, other) => one.from - other.from || other.word.length - one.word.length)[0];
    if (!next) {
      parts.push(text.slice(at));
      break;
    }
    parts.push(text.slice(at, next.from), <mark key={next.from}>{next.word}</mark>);
    at = next.from + next.word.length;
  }
  return parts;
}

function blocks(all: readonly Block[], under: number): ReactNode {
  return all.map((block, at) => <Fragment key={at}>{one(block, under)}</Fragment>);
}

function one(block: Block, under: number): ReactNode {
  switch (block.kind) {
    case 'rule':
      return <hr />;
    case 'code':
      return <pre tabIndex={0}>{block.text}</pre>;
    case 'quote':
      return <blockquote>{blocks(block.inside, under)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{blocks(item, under)}</li>);
      return block.ordered ? <ol start={block.first}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'heading': {
      const rank = Math.min(6, under + block.level);
      const Heading = `h${rank}` as 'h3';
      return <Heading>{inlines(block.inside)}</Heading>;
    }
    default:
      return <p>{inlines(block.inside)}</p>;
  }
}

function inlines(pieces: readonly Inline[]): ReactNode {
  return pieces.map((piece, at) => <Fragment key={at}>{inline(piece)}</Fragment>);
}

function inline(piece: Inline): ReactNode {
  switch (piece.kind) {
    case 'text':
      return <Words text={piece.text} />;
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{inlines(piece.inside)}</strong>;
    case 'emphasis':
      return <em>{inlines(piece.inside)}</em>;
    default:
      return piece.to.startsWith('/') ? (
        <Link to={piece.to}>{inlines(piece.inside)}</Link>
      ) : (
        <a href={piece.to} rel="noreferrer noopener">
          {inlines(piece.inside)}
        </a>
      );
  }
}
