// What one is asked to read: what holds already first. What was read is gone from here.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ToReadItem } from '../../web/kit/to-read.view.tsx';
import type { ToRead } from '../reading/reading.shape.ts';
import css from './reading.module.css';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>To read</h1>
        <p className={css.soft}>
          Policies and procedures for your role at your site. Only what changes what somebody must, may or may not do
          comes again.
        </p>
      </header>
      <Ask<ToRead>
        path="/v1/reading"
        isEmpty={(told) => told.all === 0}
        empty={
          <Empty title="You have read all that is asked of you" action={<Link to="/record">Look at the record</Link>}>
            When a policy or a procedure for your role is new, or changes in what it asks of you, it stands here. It
            takes a minute: what changed is lit, and three buttons are the answer. Whoever isn’t named in the record has
            nothing to read: ask whoever keeps it to link you to your name.
          </Empty>
        }
      >
        {(told) => (
          <ul className={css.list}>
            {told.items.map((one) => (
              <ToReadItem key={`${one.kind} ${one.id} ${one.version}`} one={one} />
            ))}
          </ul>
        )}
      </Ask>
    </div>
  );
}
