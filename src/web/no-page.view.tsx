// What stands in a page's place: none at this address, one on its way, or one that broke.
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from './kit/problem.view.tsx';
import { Waiting } from './kit/waiting.view.tsx';
import { Empty } from './kit/empty.view.tsx';

export function NoSuchPage() {
  return (
    <>
      <h1>There is no page here</h1>
      <Empty title="Everything is in the menu" action={<Link to="/">To Today</Link>}>
        The address may be of an older version, or mistyped.
      </Empty>
    </>
  );
}

export function PageComing() {
  return <Waiting says="The page is coming" />;
}

export function PageBroke({ error }: ErrorComponentProps) {
  return (
    <ProblemNotice
      problem={error instanceof Error ? error : new Error('A page broke.')}
      again={() => location.reload()}
    />
  );
}
