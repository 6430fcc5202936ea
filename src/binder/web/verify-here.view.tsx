// Checks a judge's file in this page, by the same code as the page that goes with it: nothing is sent anywhere.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { verdictOf, type BundleVerdict } from '../verify/verdict.core.ts';
import { checkBundle, type BundleTold, type BundleWrong } from '../verify/verify-bundle.core.ts';
import type { CheckpointsOnWire } from '../binder.shape.ts';
import css from './binder.module.css';
import { wrongSignatures } from './signature.ts';

type Checked =
  | { readonly state: 'nothing' | 'checking' | 'broken' }
  | {
      readonly state: 'checked';
      readonly name: string;
      readonly wrong: readonly BundleWrong[];
      readonly told: BundleTold | null;
      readonly verdict: BundleVerdict;
    };

const mostShown = 50;

export function VerifyHere() {
  const [checked, setChecked] = useState<Checked>({ state: 'nothing' });
  const { data } = useAsked<CheckpointsOnWire>('/v1/checkpoints');
  const [named, setNamed] = useState<string | null>(null);
  const key = named ?? data?.key ?? '';
  const check = async (file: File): Promise<void> => {
    setChecked({ state: 'checking' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { wrong, told, signatures, signedBy } = checkBundle(bytes, key.trim() === '' ? undefined : key.trim());
    const all = [...wrong, ...(await wrongSignatures(signatures))];
    setChecked({ state: 'checked', name: file.name, wrong: all, told, verdict: verdictOf(all, signedBy) });
  };
  return (
    <section className={css.section} aria-labelledby="verify">
      <h2 id="verify">Check a file</h2>
      <p className={css.soft}>
        It is read here in your browser and sent nowhere. Whoever gets a file checks it the same way with the page
        verify.html in it.
      </p>
      <TextInput
        label="The key that it should be signed with"
        description="This organisation’s own, unless the file is somebody else’s."
        value={key}
        classNames={{ input: css.key }}
        onChange={(event) => setNamed(event.currentTarget.value)}
      />
      <DropFiles
        label="The judge’s file to check"
        single
        accept=".zip"
        again={checked.state === 'checked'}
        bring={([file]) => {
          if (file) check(file).catch(() => setChecked({ state: 'broken' }));
        }}
      />
      {checked.state === 'checking' ? <Waiting says="Being checked" /> : null}
      {checked.state === 'broken' ? (
        <p role="alert">This browser could not check it. Take a newer one, or `customary verify` on a machine.</p>
      ) : null}
      {checked.state === 'checked' ? <Result {...checked} /> : null}
      <div>
        <Button component="a" variant="default" href="/v1/verifier" download>
          Take the page that checks files offline
        </Button>
      </div>
    </section>
  );
}

function Result({ name, wrong, told, verdict }: Extract<Checked, { state: 'checked' }>) {
  return (
    <div className={`${css.form} ${verdict.look === 'good' ? '' : css.bad}`} role="status">
      <p className={verdict.look === 'good' ? css.good : undefined}>
        <strong>{verdict.first}</strong>
      </p>
      <p>{`${name}. ${verdict.more}`}</p>
      {wrong.length === 0 ? null : (
        <div>
          <ul className={css.wrong}>
            {wrong.slice(0, mostShown).map(({ file, where, sentence }) => (
              <li key={`${file} ${where} ${sentence}`}>
                <strong>{where === '' ? file : `${file}, ${where}`}</strong> {sentence}
              </li>
            ))}
          </ul>
          {wrong.length > mostShown ? <p>{`And ${wrong.length - mostShown} more.`}</p> : null}
        </div>
      )}
      {told ? (
        <>
          <p className={css.soft}>
            {`Of ${told.organisation}, made ${told.madeAt.slice(0, 10)}: ${countOf(told.rows, 'row')}, ${countOf(told.files, 'file')}, over ${countOf(told.covers, 'line')} of the history. Its key:`}
          </p>
          <p className={css.code}>{told.key}</p>
        </>
      ) : null}
    </div>
  );
}
