// At which sites a fix is done: all that wait for it, or some first, so that the others show what would have been without it.
import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';

export function DoneAt({
  sites,
  pending,
  done,
  leave,
}: {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly pending: boolean;
  readonly done: (sites: readonly string[]) => void;
  readonly leave: () => void;
}) {
  const [chosen, setChosen] = useState<string[]>(sites.map(({ id }) => id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done(chosen);
      }}
    >
      <Checkbox.Group
        label="Where is it done?"
        description="Where it is done at some sites first, the others show what would have been without it. Done everywhere at once, nothing is left to compare with."
        value={chosen}
        onChange={setChosen}
      >
        <Group gap="sm" my="xs">
          {sites.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="xs">
        <Button type="submit" variant="filled" size="sm" disabled={chosen.length === 0} loading={pending}>
          Done there from today
        </Button>
        <Button variant="default" size="sm" onClick={leave}>
          Leave it
        </Button>
      </Group>
    </form>
  );
}
