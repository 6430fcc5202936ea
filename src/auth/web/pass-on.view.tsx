// A link that was made: on its way by mail, or shown so that it can be passed on.
import { CopyButton, Button } from '@mantine/core';
import css from './settings.module.css';

export interface PassOnProps {
  readonly says: string;
  /** null: it was sent by mail. */
  readonly address: string | null;
}

export function PassOn({ says, address }: PassOnProps) {
  return (
    <div className={css.panel} role="status">
      <p>
        <strong>{says}</strong>{' '}
        {address === null
          ? 'The link is on its way by mail.'
          : 'No mail server is set: pass this link on. It opens once.'}
      </p>
      {address === null ? null : (
        <>
          <p className={css.address}>{address}</p>
          <div>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" size="sm" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the link'}
                </Button>
              )}
            </CopyButton>
          </div>
        </>
      )}
    </div>
  );
}
