// From a draft to a version: what it changes and whether that is material, who is asked and what they said, and publishing.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import { saidWords } from './document-words.ts';
import css from './documents.module.css';

type Said = DraftStateOnWire['said'][number]['said'];

export interface ApprovalProps {
  readonly told: DraftStateOnWire;
  /** Whether whoever is signed in changes things at all. */
  readonly acts: boolean;
  /** All that was typed is saved first; false where it could not be. */
  readonly saveNow: () => Promise<boolean>;
  readonly again: () => Promise<void>;
  readonly published: (version: string) => void;
}

export function Approval({ told, acts, saveNow, again, published }: ApprovalProps) {
  const { draft, standing, rule, can, said, names } = told;
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const [objecting, setObjecting] = useState<Said | null>(null);
  const [why, setWhy] = useState('');
  const asked = draft.askedRevision === draft.revision;
  const blocked = told.items.filter((item) => item.place !== 'approval' && item.weight === 'must').length > 0;
  // A deed that ends the draft answers true: there is nothing to read again then.
  const act = async (name: string, deed: () => Promise<unknown>): Promise<void> => {
    setBusy(name);
    setProblem(null);
    try {
      if ((await saveNow()) && (await deed()) === true) return;
    } catch (error) {
      setProblem(error as Error);
    }
    await again().catch(() => undefined);
    setBusy('');
  };
  const path = `/v1/document-drafts/${draft.id}`;
  const say = (word: Said): void =>
    void act(word, async () => {
      await send('POST', `${path}/says`, {
        revision: draft.revision,
        said: word,
        ...(why.trim() === '' ? {} : { why }),
      });
      setObjecting(null);
      setWhy('');
    });
  const current = said.filter((one) => one.revision === draft.revision);
  const words = (['approve', 'counsel-clear', 'sign'] as const).filter(
    (word) => can.includes(word) && (word !== 'counsel-clear' || rule.counsel) && (word !== 'sign' || rule.signOff),
  );
  const against = (['object', 'counsel-object'] as const).filter((word) => can.includes(word));
  return (
    <section className={css.card} aria-labelledby="approval" id="approval-card">
      <h2 id="approval">Approval</h2>
      <p className={css.small}>
        {rule.quorum === 1 ? 'One' : rule.quorum} of: {rule.approvers.map((one) => whoWord(one, names)).join(', ')}.
        {rule.counsel ? ` Counsel looks, within ${rule.counselDays} working days.` : ''}
        {rule.signOff ? ' An owner signs.' : ''}
      </p>
      <MaterialChoice
        key={`${String(draft.material)} ${told.proposed}`}
        told={told}
        acts={acts && can.includes('write')}
        decide={(decisions) => act('decide', async () => send('PUT', `${path}/decisions`, decisions))}
      />
      {current.length === 0 ? null : (
        <ul className={css.items}>
          {current.map((one) => (
            <li key={`${one.member} ${one.said} ${one.at}`}>
              {saidWords[one.said]}: {names[one.member] ?? 'somebody'}, {day(one.at.slice(0, 10))}
              {one.alone ? ' (wrote it alone; nobody else may approve)' : ''}
              {one.why ? <>: “{one.why}”</> : null}
            </li>
          ))}
        </ul>
      )}
      {asked ? (
        <p role="status">
          {standing.approved} of {standing.quorum} approved.
          {standing.counsel === 'waits' ? ` Counsel has until ${day(standing.counselBy ?? '')}.` : ''}
          {standing.counsel === 'late' ? ' Counsel’s days have passed without a word.' : ''}
          {standing.signOff && !standing.signed ? ' It waits for a signature.' : ''}
        </p>
      ) : null}
      {acts ? (
        <p className={css.actions}>
          {!asked && can.includes('write') ? (
            <Button
              disabled={blocked}
              loading={busy === 'ask'}
              onClick={() => void act('ask', async () => send('POST', `${path}/ask`, { revision: draft.revision }))}
            >
              Ask for approval
            </Button>
          ) : null}
          {asked && told.ready && can.includes('publish') ? (
            <Button
              loading={busy === 'publish'}
              onClick={() =>
                void act('publish', async () => {
                  const { version } = await send<{ version: string }>('POST', `${path}/publish`, {
                    revision: draft.revision,
                  });
                  published(version);
                  return true;
                })
              }
            >
              Publish it
            </Button>
          ) : null}
          {asked && objecting === null
            ? words.map((word) => (
                <Button key={word} variant="default" loading={busy === word} onClick={() => say(word)}>
                  {sayWords[word]}
                </Button>
              ))
            : null}
          {asked && objecting === null
            ? against.map((word) => (
                <Button key={word} variant="default" onClick={() => setObjecting(word)}>
                  {sayWords[word]}
                </Button>
              ))
            : null}
        </p>
      ) : null}
      {!asked && blocked ? <p className={css.small}>First add what is missing.</p> : null}
      {objecting ? (
        <form
          className={css.group}
          onSubmit={(event) => {
            event.preventDefault();
            say(objecting);
          }}
        >
          <TextInput
            label={objecting === 'object' ? 'What is wrong with it' : 'The law or the risk that stands against it'}
            required
            maxLength={4000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <p className={css.actions}>
            <Button type="submit" size="sm" loading={busy === objecting}>
              Object
            </Button>
            <Button size="sm" variant="default" onClick={() => setObjecting(null)}>
              Leave it
            </Button>
          </p>
        </form>
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </section>
  );
}

const sayWords: Readonly<Record<Said, string>> = {
  approve: 'Approve',
  object: 'Object',
  'counsel-clear': 'Nothing against it (counsel)',
  'counsel-object': 'Object as counsel',
  sign: 'Sign',
};

function whoWord(approver: string, names: Readonly<Record<string, string>>): string {
  return approver.startsWith('member:') ? (names[approver.slice(7)] ?? 'a named member') : approver.replace('-', ' ');
}

function MaterialChoice({
  told,
  acts,
  decide,
}: {
  readonly told: DraftStateOnWire;
  readonly acts: boolean;
  readonly decide: (decisions: { material?: boolean | null; materialWhy?: string }) => Promise<void>;
}) {
  const { draft, proposed, before } = told;
  const [why, setWhy] = useState(draft.materialWhy ?? '');
  if (before === null) return <p>It is new: everybody it is for is asked to read it.</p>;
  const decided = draft.material === null ? proposed : draft.material ? 'material' : 'editorial';
  return (
    <div className={css.group} id="head-material">
      <NativeSelect
        label="What the change does"
        description={`The comparison says: ${proposed === 'material' ? 'it changes what people do' : 'only wording'}.`}
        value={decided}
        disabled={!acts}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void decide({ material: value === proposed ? null : value === 'material' });
        }}
        data={[
          { value: 'material', label: 'Changes what people do: they read it again' },
          { value: 'editorial', label: 'Only wording: nobody is asked again' },
        ]}
      />
      {decided === proposed ? null : (
        <TextInput
          label="Why, against the comparison"
          maxLength={2000}
          value={why}
          disabled={!acts}
          onChange={(event) => setWhy(event.currentTarget.value)}
          onBlur={() => void decide({ materialWhy: why })}
        />
      )}
    </div>
  );
}
