// What somebody is given: a role a line, each at all sites or some.
import { ActionIcon, Button, MultiSelect, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { everyRole, type Grant, type Role } from '../../kernel/actor.ts';
import { roleWords } from './grant-words.ts';
import css from './settings.module.css';

export interface GrantFieldsProps {
  readonly grants: readonly Grant[];
  readonly onChange: (grants: readonly Grant[]) => void;
  readonly sites: ReadonlyMap<string, string>;
}

const roles = everyRole.map((role) => ({ value: role, label: roleWords[role][0] }));

export function GrantFields({ grants, onChange, sites }: GrantFieldsProps) {
  const replace = (nth: number, grant: Grant): void => onChange(grants.map((one, own) => (own === nth ? grant : one)));
  return (
    <>
      {grants.map((grant, nth) => (
        <div key={`${nth}`} className={css.grant}>
          <NativeSelect
            label={nth === 0 ? 'Role' : 'And'}
            data={roles}
            value={grant.role}
            onChange={(event) => {
              const role = event.currentTarget.value as Role;
              replace(nth, { role, sites: role === 'owner' ? null : grant.sites });
            }}
          />
          {grant.role === 'owner' ? (
            <p className={css.soft}>{roleWords.owner[1]}</p>
          ) : (
            <MultiSelect
              label="Where"
              placeholder={grant.sites === null ? 'Everywhere' : ''}
              data={[...sites].map(([value, label]) => ({ value, label }))}
              value={[...(grant.sites ?? [])]}
              onChange={(chosen) => replace(nth, { ...grant, sites: chosen.length === 0 ? null : chosen })}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
          )}
          {grants.length > 1 ? (
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={`Without ${roleWords[grant.role][0]}`}
              onClick={() => onChange(grants.filter((_one, own) => own !== nth))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...grants, { role: 'rep', sites: null }])}
        >
          Another role
        </Button>
      </div>
    </>
  );
}
