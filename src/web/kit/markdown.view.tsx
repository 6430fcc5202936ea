// Markdown shown: read into a tree and made into elements one by one, so that no text can bring markup of its own.
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { readMarkdown, type Block, type Inline } from '../../documents/markdown/markdown.core.ts';
import css from './markdown.module.css';

/** @param under the heading's rank above it: its own headings come below that */
export function Markdown({ text, under = 2 }: { readonly text: string; readonly under?: number }) {
  return <div className={css.text}>{blocks(readMarkdown(text), under)}</div>;
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
      return piece.text;
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
