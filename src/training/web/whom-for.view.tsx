// Whom a lesson is for: sites, and tasks as certificates call them.
import { MultiSelect, TagsInput } from '@mantine/core';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { useMe } from '../../web/me.ts';
import css from './lessons.module.css';

export interface WhomForProps {
  readonly tasks: string[];
  readonly setTasks: (tasks: string[]) => void;
  readonly sites: string[];
  readonly setSites: (sites: string[]) => void;
}

export function WhomFor({ tasks, setTasks, sites, setSites }: WhomForProps) {
  const me = useMe();
  const { data } = useAsked<{ items: readonly { key: string; says: string }[] }>(
    '/v1/record/entries?kind=sites&limit=200',
  );
  const held = me.grants.every((grant) => grant.sites !== null);
  return (
    <div className={css.filters}>
      <MultiSelect
        label="For which sites"
        description={held ? 'One of yours, or more.' : 'None chosen: for everybody.'}
        searchable
        value={sites}
        onChange={setSites}
        data={(data?.items ?? []).map((one) => ({ value: one.key, label: one.says }))}
      />
      <TagsInput
        label="For which tasks"
        description="As certificates call them, e.g. new-enquiry."
        value={tasks}
        onChange={setTasks}
        maxTags={20}
      />
    </div>
  );
}
