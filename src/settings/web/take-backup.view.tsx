// Takes a backup: everything that is kept as one file, saved by the browser once all of it is there.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './settings.module.css';

export function TakeBackup() {
  const take = useMutation({ mutationFn: async () => save(await taken()) });
  return (
    <section className={css.section} aria-labelledby="backup">
      <h2 id="backup">Backup</h2>
      <p className={css.soft}>
        Everything that is kept, the keys too, in one file that isn’t encrypted: guard it like the server itself.{' '}
        <code>customary restore</code> brings it back.
      </p>
      <div>
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          Take a backup
        </Button>
      </div>
      {take.isPending ? (
        <p role="status">It is being written. Where much is kept that takes some minutes; leave this page open.</p>
      ) : null}
      {take.error ? <ProblemNotice problem={take.error} /> : null}
      {take.isSuccess ? <p role="status">It is saved where your browser saves files.</p> : null}
    </section>
  );
}

/** Not by `send`, which reads JSON: this is a file, and is not kept for a second try. */
async function taken(): Promise<{ readonly file: Blob; readonly name: string }> {
  const reply = await fetch('/v1/backup', { method: 'POST', credentials: 'same-origin' });
  if (!reply.ok) {
    const { type, detail } = (await reply.json()) as { type: string; detail: string };
    throw new ApiProblem(type.split('/').at(-1) ?? 'backup', reply.status, detail);
  }
  const name = /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1];
  return { file: await reply.blob(), name: name ?? 'customary.backup' };
}

function save({ file, name }: { readonly file: Blob; readonly name: string }): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
