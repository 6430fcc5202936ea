// How documents are approved: how many, who, whether counsel looks and an owner signs, and whether what nobody re-justifies lapses; of
// all policies or procedures, of a class of policies, and of one document. Approvers are roles, or people by name.
import { Button, NativeSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send, withQuery } from '../../web/api.ts';
import type { ListedDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import type { DocumentKind } from '../document.core.ts';
import type { RuleOnWire, RulesOnWire } from '../drafts/drafts.shape.ts';
import { headFields, kindWords } from '../drafts/part-fields.core.ts';
import { ByName } from './approvers-by-name.view.tsx';
import css from './documents.module.css';

const roles = ['owner', 'district-manager', 'manager', 'hr', 'counsel', 'trainer'] as const;

export function Page() {
  const asked = useSearch({ strict: false }) as { readonly kind?: string; readonly document?: string };
  return (
    <div className={css.main}>
      <header className={css.title}>
        <p>
          <Link to="/documents">Policies and procedures</Link>
        </p>
        <h1>How they are approved</h1>
        <p className={css.soft}>
          Nobody approves what they wrote alone, unless nobody else may. Counsel objects only by naming a law or a risk,
          and has a clock: silence lets the document go on.
        </p>
      </header>
      {(['policy', 'procedure'] as const).map((kind) => (
        <section key={kind} className={css.page} aria-label={kindWords[kind].many}>
          <h2>{kindWords[kind].many}</h2>
          <Ask<RulesOnWire> path={`/v1/document-rules/${kind}`}>
            {({ rules }) => (
              <Rules kind={kind} rules={rules} first={asked.kind === kind ? String(asked.document ?? '') : ''} />
            )}
          </Ask>
        </section>
      ))}
    </div>
  );
}

function Rules({
  kind,
  rules,
  first,
}: {
  readonly kind: DocumentKind;
  readonly rules: RulesOnWire['rules'];
  /** The document whose rule somebody came to set. */
  readonly first: string;
}) {
  const me = useMe();
  const may = sees(me, ['owner']) && !me.readsOnly;
  const [added, setAdded] = useState<string | null>(first === '' ? null : `document:${first}`);
  const documents =
    useAsked<{ items: ListedDocumentOnWire[] }>(withQuery('/v1/documents', { kind, limit: 200 })).data?.items ?? [];
  const titles = new Map(documents.map((one) => [one.id, one.title]));
  const classes = headFields[kind].find((spec) => spec.name === 'class')?.choices ?? [];
  const free = classes.filter(
    ({ value }) => !rules.some((rule) => rule.scope === `class:${value}`) && added !== `class:${value}`,
  );
  const widest = rules[0]!;
  const shown =
    added !== null && !rules.some((rule) => rule.scope === added)
      ? [...rules, { ...widest, scope: added, set: false }]
      : rules;
  return (
    <>
      {shown.map((rule) => (
        <Rule
          key={`${rule.scope} ${JSON.stringify(rule)}`}
          kind={kind}
          rule={rule}
          name={nameOf(kind, rule.scope, titles)}
          may={may}
        />
      ))}
      {may && free.length > 0 ? (
        <NativeSelect
          label="Another rule for one class"
          value=""
          onChange={(event) => {
            if (event.currentTarget.value !== '') setAdded(`class:${event.currentTarget.value}`);
          }}
          data={[{ value: '', label: 'Choose a class' }, ...free.map(({ value, label }) => ({ value, label }))]}
        />
      ) : null}
      {may && documents.length > 0 ? (
        <Select
          label={`Another rule for one ${kindWords[kind].one.toLowerCase()}`}
          placeholder="Find it by its title"
          searchable
          value={null}
          onChange={(id) => {
            if (id !== null) setAdded(`document:${id}`);
          }}
          data={documents
            .filter(({ id }) => !shown.some(({ scope }) => scope === `document:${id}`))
            .map(({ id, title }) => ({ value: id, label: title === '' ? id : title }))}
        />
      ) : null}
    </>
  );
}

function nameOf(kind: DocumentKind, scope: string, titles: ReadonlyMap<string, string>): string {
  if (scope === '*') return `All ${kindWords[kind].many.toLowerCase()}`;
  const [of, value = ''] = scope.split(/:(.*)/);
  if (of === 'document') return `“${titles.get(value) ?? value}” alone`;
  return (
    headFields[kind].find((spec) => spec.name === 'class')?.choices?.find((one) => one.value === value)?.label ?? value
  );
}

function Rule({
  kind,
  rule,
  name,
  may,
}: {
  readonly kind: DocumentKind;
  readonly rule: RulesOnWire['rules'][number];
  readonly name: string;
  readonly may: boolean;
}) {
  const queries = useQueryClient();
  const { scope, set: wasSet, ...given } = rule;
  const [now, setNow] = useState<RuleOnWire>(given);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const change = (more: Partial<RuleOnWire>): void => setNow({ ...now, ...more });
  const path = withQuery(`/v1/document-rules/${kind}`, { scope });
  const act = async (method: 'PUT' | 'DELETE'): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await send(method, path, method === 'PUT' ? now : undefined);
      await queries.invalidateQueries({ queryKey: [`/v1/document-rules/${kind}`] });
    } catch (error) {
      setProblem(error as Error);
    }
    setBusy(false);
  };
  return (
    <form
      className={css.card}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void act('PUT');
      }}
    >
      <h3>{name}</h3>
      <div className={css.pair}>
        <NumberInput
          label="How many approve"
          min={1}
          max={20}
          value={now.quorum}
          disabled={!may}
          onChange={(value) => change({ quorum: Number(value) || 1 })}
        />
        <NumberInput
          label="Looked at again after, in months"
          min={1}
          max={120}
          value={now.reviewMonths}
          disabled={!may}
          onChange={(value) => change({ reviewMonths: Number(value) || 12 })}
        />
      </div>
      <fieldset className={css.group}>
        <legend>Who may approve</legend>
        <div className={css.checks}>
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                disabled={!may}
                checked={now.approvers.includes(role)}
                onChange={(event) =>
                  change({
                    approvers: event.currentTarget.checked
                      ? [...now.approvers, role]
                      : now.approvers.filter((one) => one !== role),
                  })
                }
              />
              {role.replace('-', ' ')}
            </label>
          ))}
        </div>
        <ByName approvers={now.approvers} may={may} change={(approvers) => change({ approvers })} />
      </fieldset>
      <Switch
        label="Counsel looks at it"
        checked={now.counsel}
        disabled={!may}
        onChange={(event) => change({ counsel: event.currentTarget.checked })}
      />
      {now.counsel ? (
        <NumberInput
          label="Within so many working days"
          min={1}
          max={60}
          value={now.counselDays}
          disabled={!may}
          onChange={(value) => change({ counselDays: Number(value) || 3 })}
        />
      ) : null}
      <Switch
        label="An owner signs for the chief executive"
        checked={now.signOff}
        disabled={!may}
        onChange={(event) => change({ signOff: event.currentTarget.checked })}
      />
      {scope === '*' ? (
        <Switch
          label="What was brought from elsewhere lapses at its review too"
          description="What is published here always does, unless a law demands it."
          checked={now.sunsetAll}
          disabled={!may}
          onChange={(event) => change({ sunsetAll: event.currentTarget.checked })}
        />
      ) : null}
      {may ? (
        <p className={css.actions}>
          <Button type="submit" loading={busy}>
            Keep it so
          </Button>
          {wasSet ? (
            <Button variant="default" disabled={busy} onClick={() => void act('DELETE')}>
              {scope === '*' ? 'As usual again' : 'As the others again'}
            </Button>
          ) : null}
        </p>
      ) : (
        <p className={css.small}>An owner sets this.</p>
      )}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </form>
  );
}
