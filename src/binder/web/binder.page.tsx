// "Could you hand it to a judge?": pick a day or a period and what it is about, see what would be in the file and what is missing,
// have it made, take it, check one; and the signed checkpoints that it all leans on.
import { Link } from '@tanstack/react-router';
import { Empty } from '../../web/kit/empty.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import { AskForm } from './ask-form.view.tsx';
import css from './binder.module.css';
import { BundleList } from './bundle-list.view.tsx';
import { Checkpoints } from './checkpoints.view.tsx';
import { VerifyHere } from './verify-here.view.tsx';

export function Page() {
  const me = useMe();
  const makes = sees(me, ['owner', 'counsel', 'hr']);
  if (!makes && !sees(me, ['auditor']))
    return (
      <div className={css.page}>
        <h1>The judge’s file</h1>
        <Empty title="This is not for you to see" action={<Link to="/">Today</Link>}>
          Owners, counsel and HR make these files, and auditors look at them: they hold what is on record of everybody.
          Ask one of them. A file that was handed to you is checked by the page verify.html that is in it.
        </Empty>
      </div>
    );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Could you hand it to a judge?</h1>
        <p className={css.lede}>
          One sealed file for a day or a period: what was in force, how it came to be, who knew it, who was trained,
          what was marked. Anybody can check it, without this program and without a network.
        </p>
      </header>
      <AskForm makes={makes} />
      <BundleList makes={makes} />
      <VerifyHere />
      <Checkpoints makes={makes} />
    </div>
  );
}
