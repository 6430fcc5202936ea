// In with the organisation's own accounts: the server says where to go, and the browser goes there.
import { Button } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { send } from '../../web/api.ts';
import { Refused } from './refused.view.tsx';
import { useAct } from './use-act.ts';

export function SingleSignOn({ name }: { readonly name: string }) {
  const act = useAct();
  const go = async (): Promise<void> => {
    await act.run(async () => {
      const { address } = await send<{ address: string }>('POST', '/v1/sign-in/single-sign-on');
      window.location.assign(address);
    });
  };
  return (
    <>
      <Button
        variant="default"
        size="md"
        loading={act.busy}
        leftSection={<IconBuilding size={20} aria-hidden />}
        onClick={() => void go()}
      >
        Use {name}
      </Button>
      <Refused problem={act.problem} />
    </>
  );
}
