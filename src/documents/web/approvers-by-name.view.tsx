// Who may approve by their name, beside those of the roles that a rule names.
import { MultiSelect } from '@mantine/core';
import type { MembersOnWire } from '../../auth/members/member.shape.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import css from './documents.module.css';

/** Who signs in is for owners to see: others are told how many. */
export function ByName({
  approvers,
  may,
  change,
}: {
  readonly approvers: readonly string[];
  readonly may: boolean;
  readonly change: (approvers: string[]) => void;
}) {
  const named = approvers.filter((one) => one.startsWith('member:'));
  if (!may) return named.length === 0 ? null : <p className={css.small}>{`And ${named.length} by name.`}</p>;
  return (
    <Names named={named} change={(some) => change([...approvers.filter((one) => !named.includes(one)), ...some])} />
  );
}

function Names({
  named,
  change,
}: {
  readonly named: readonly string[];
  readonly change: (named: readonly string[]) => void;
}) {
  const members = useAsked<MembersOnWire>('/v1/members').data?.members ?? [];
  const here = members.filter((one) => one.endedAt === null || named.includes(`member:${one.id}`));
  return (
    <MultiSelect
      label="And these by name"
      placeholder={named.length === 0 ? 'Nobody by name' : ''}
      searchable
      value={[...named]}
      onChange={change}
      data={[
        ...here.map(({ id, name }) => ({ value: `member:${id}`, label: name })),
        ...named
          .filter((one) => !here.some(({ id }) => one === `member:${id}`))
          .map((one) => ({ value: one, label: 'Somebody who signs in no more' })),
      ]}
    />
  );
}
