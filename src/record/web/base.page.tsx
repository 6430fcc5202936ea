// The base for the rest: each duty of each role, and what it rests on. Gaps are said in words, those that lack most first.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { Rows, type Column } from '../../web/kit/rows.view.tsx';
import { counted, sentence, taskWord } from '../../web/kit/words.ts';
import type { Base } from '../oral-tradition/oral-tradition.shape.ts';
import css from './dark-ages.module.css';

type Row = Base['items'][number];

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>What each duty rests on</h1>
        <p className={css.soft}>
          A duty is safe once it is written as a procedure, whoever has it was shown able, readers are asked whether
          they understood it, standards say how well is well, and somebody looks. What is missing is said in words.
        </p>
        <p>
          <Link to="/dark-ages">Not in writing: the Dark Ages</Link>
        </p>
      </header>
      <Ask<Base>
        path="/v1/base"
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title="No duty is on record yet" action={<Link to="/duties">Job descriptions</Link>}>
            Duties come from job descriptions that both sides agreed on, or from the record.
          </Empty>
        }
      >
        {({ items }) => (
          <Rows<Row>
            label="Duties and what they rest on"
            rows={items}
            columns={columns}
            keyOf={({ role, task }) => `${role} ${task}`}
          />
        )}
      </Ask>
    </div>
  );
}

const columns: readonly Column<Row>[] = [
  {
    name: 'Duty',
    of: ({ role, task }) => (
      <>
        {sentence(taskWord(task))} <span className={css.small}>{taskWord(role)}</span>
      </>
    ),
  },
  {
    name: 'Procedure',
    of: ({ procedure, steps, stepsWithStandard }) =>
      procedure ? (
        <span className={css.says}>
          <Link to="/procedures/$id" params={{ id: procedure.id } as never}>
            {procedure.title}
          </Link>
          <span className={css.small}>
            {stepsWithStandard} of {steps} steps with a standard
          </span>
        </span>
      ) : (
        <Missing>not written</Missing>
      ),
  },
  {
    name: 'Shown able',
    of: ({ people, trained }) =>
      people === 0 ? (
        'nobody has it'
      ) : trained < people ? (
        <Missing>
          {trained} of {people}
        </Missing>
      ) : (
        `${trained} of ${people}`
      ),
  },
  {
    name: 'Check questions',
    of: ({ procedure, questions }) => (questions > 0 ? counted(questions) : procedure ? <Missing>none</Missing> : ''),
  },
  { name: 'Standards', of: ({ standards }) => (standards > 0 ? counted(standards) : <Missing>none</Missing>) },
  {
    name: 'Watched, last quarter',
    of: ({ observed, people }) => (observed > 0 ? counted(observed) : people > 0 ? <Missing>never</Missing> : ''),
  },
  { name: 'Run, last quarter', of: ({ runs }) => counted(runs) },
];

function Missing({ children }: { readonly children: ReactNode }) {
  return <span className={css.gap}>{children}</span>;
}
