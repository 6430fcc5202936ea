// Past mystery shops: a file looked into, its columns said, the first shops as they would be kept, what can't be read row by row; then
// brought in, and out again where it was wrong.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import { send } from '../../web/api.ts';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import { FollowJob } from '../../web/kit/follow-job.view.tsx';
import kit from '../../web/kit/looked-into.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { type LookedInto, useLookedInto } from '../../web/kit/use-looked-into.ts';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { ShopsPreview } from '../shops.shape.ts';
import { MappingTable } from './mapping-table.view.tsx';
import { ShopsCame } from './shops-came.view.tsx';
import { ShopsShown } from './shops-shown.view.tsx';
import css from './shops.module.css';

type Asked = Partial<Pick<ShopsPreview, 'sheet' | 'mapping'>> & { readonly likeThat?: string };

export function Page() {
  const { job: asked } = useSearch({ strict: false }) as { job?: string };
  const navigate = useNavigate();
  const go = (job: string | undefined): void =>
    void navigate({ to: '/shops/bring', search: (job === undefined ? {} : { job }) as never });
  const { chosen, choose, change, looking, coming, ...file } = useLookedInto<ShopsPreview, Asked>('/v1/shops/preview');
  const [keepAs, setKeepAs] = useState('');
  const bring = useMutation({
    mutationFn: async ({ upload, name, preview }: LookedInto<ShopsPreview>) => {
      const { sheet, mapping } = preview;
      const kept = keepAs.trim() === '' ? {} : { keepAs: keepAs.trim() };
      const files = JSON.stringify([{ upload, name, shops: { sheet, mapping, ...kept } }]);
      return send<JobOnWire>('POST', '/v1/jobs', { work: 'import', input: { files, name, afterwards: 'all' } });
    },
    onSuccess: ({ id }) => go(id),
  });
  const again = (): void => {
    if (asked !== undefined) go(undefined);
    file.again();
    setKeepAs('');
    bring.reset();
  };
  const problem = file.problem ?? bring.error;
  return (
    <div className={kit.page}>
      <header>
        <p>
          <Link to="/by-hand">Enter by hand</Link>
        </p>
        <h1>Past mystery shops</h1>
      </header>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {asked !== undefined ? (
        <FollowJob id={asked} says="Reading mystery shops" again={again}>
          {(job) => <ShopsCame job={job} again={again} />}
        </FollowJob>
      ) : chosen ? (
        <>
          <Sheets chosen={chosen} change={change} />
          <MappingTable preview={chosen.preview} busy={looking} change={(mapping) => change({ mapping })} />
          <ShopsShown preview={chosen.preview} />
          <div className={css.go}>
            <TextInput
              label="Keep what the columns are for the next file, by a name"
              placeholder="e.g. Quarterly shops"
              value={keepAs}
              maxLength={200}
              onChange={(event) => setKeepAs(event.currentTarget.value)}
            />
            <p className={kit.verbs}>
              <Button
                loading={bring.isPending}
                disabled={looking || chosen.preview.counts.shops === 0}
                onClick={() => bring.mutate(chosen)}
              >
                {chosen.preview.counts.shops === 0
                  ? 'Nothing to bring in yet'
                  : `Bring ${countOf(chosen.preview.counts.shops, 'shop')} in`}
              </Button>
              <Button variant="default" onClick={again}>
                Another file
              </Button>
            </p>
          </div>
        </>
      ) : coming ? (
        <Waiting says="Being looked into" />
      ) : (
        <DropFiles
          label="File of mystery shops"
          single
          accept=".xlsx,.csv,.tsv,.txt"
          bring={([one]) => one && choose(one)}
        >
          A workbook or a CSV with a row for each shop, and a column for each question: yes or no, points, or N/A. You
          say which standard each question speaks of, and see the first shops before anything is kept.
        </DropFiles>
      )}
    </div>
  );
}

function Sheets({
  chosen,
  change,
}: {
  readonly chosen: LookedInto<ShopsPreview>;
  readonly change: (asked: Asked) => void;
}) {
  const { name, preview } = chosen;
  return (
    <section className={kit.card} aria-label="The file">
      <h2>{name}</h2>
      <div className={kit.verbs}>
        {preview.sheets.length > 1 ? (
          <NativeSelect
            label="Sheet"
            value={preview.sheet}
            onChange={(event) => change({ sheet: event.currentTarget.value })}
            data={preview.sheets.map(({ sheet, shops }) => ({
              value: sheet,
              label: `${sheet}: ${countOf(shops, 'row')}`,
            }))}
          />
        ) : null}
        {preview.kept.length > 0 ? (
          <NativeSelect
            label="Columns as in"
            value=""
            onChange={(event) => event.currentTarget.value !== '' && change({ likeThat: event.currentTarget.value })}
            data={[
              { value: '', label: 'choose an earlier file' },
              ...preview.kept.map((one) => ({ value: one, label: one })),
            ]}
          />
        ) : null}
      </div>
    </section>
  );
}
