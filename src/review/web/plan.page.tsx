// A plan made or changed: what is looked at, how many contacts a week, by whom; what that is worth stands beside it while it is written.
import { Button, MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { useMe } from '../../web/me.ts';
import { type PlanSaid, usualWaitForSecond } from '../plan.core.ts';
import type { ReviewPlans } from '../plans.shape.ts';
import { MoreOfPlan, Whole } from './plan-fields.view.tsx';
import { evenlyWord } from './plan-words.core.ts';
import { PlanWorth } from './plan-worth.view.tsx';
import css from './reviews.module.css';

type Choices = NonNullable<ReviewPlans['choices']>;

const mostStandards = 10;
const parts = [1, 0.5, 0.2];
const dayMs = 86_400_000;

export function Page() {
  const { plan = 'new' } = useParams({ strict: false }) as { readonly plan?: string };
  const asked = useSearch({ strict: false }) as Asked;
  const { readsOnly } = useMe();
  const fresh = plan === 'new';
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/reviews/plans">Plans</Link>
        </p>
        <h1>{fresh ? 'Make a plan' : 'Change a plan'}</h1>
      </header>
      <Ask<ReviewPlans> path="/v1/review-plans">
        {({ plans, choices, can }) => {
          const kept = plans.find((one) => one.id === plan);
          if (choices === null || !can.make || readsOnly || (!fresh && !kept?.can.change))
            return (
              <Empty
                title="There is no plan here for you to change"
                action={<Link to="/reviews/plans">All plans</Link>}
              >
                Plans are made and changed by those who answer for the service at all of their sites.
              </Empty>
            );
          return <PlanForm key={plan} id={fresh ? null : plan} begun={kept ?? firstPlan(asked)} choices={choices} />;
        }}
      </Ask>
    </div>
  );
}

/** What another page would have more reviews of, and how many. */
interface Asked {
  readonly standard?: unknown;
  readonly reviews?: unknown;
}

/** In how many weeks so many reviews are asked. */
const weeksToCome = 4;
const mostAWeek = 500;

function firstPlan({ standard, reviews }: Asked): PlanSaid {
  const wanted = Math.ceil((Number(reviews) || 0) / weeksToCome);
  return {
    name: 'Weekly review',
    standards: [standard]
      .flat()
      .filter((one) => typeof one === 'string')
      .slice(0, mostStandards),
    sites: [],
    channels: [],
    fromDay: new Date(Date.now() - 365 * dayMs).toISOString().slice(0, 10),
    aWeek: wanted > 0 ? Math.min(mostAWeek, wanted) : 20,
    atRandom: 0.5,
    seenByTwo: 0.1,
    dueInDays: 7,
    reviewers: [],
    targets: [],
    targetedAWeek: 0,
    waitForSecondDays: usualWaitForSecond,
  };
}

interface PlanFormProps {
  /** Null: a new one. */
  readonly id: string | null;
  readonly begun: PlanSaid;
  readonly choices: Choices;
}

function PlanForm({ id, begun, choices }: PlanFormProps) {
  const [said, setSaid] = useState<PlanSaid>(begun);
  const set = (change: Partial<PlanSaid>): void => setSaid((now) => ({ ...now, ...change }));
  const queries = useQueryClient();
  const go = useNavigate();
  const keep = useMutation({
    mutationFn: async () =>
      id === null
        ? send('POST', '/v1/review-plans', toSend(said))
        : send('PUT', `/v1/review-plans/${encodeURIComponent(id)}`, toSend(said)),
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/review') });
      await go({ to: '/reviews/plans' });
    },
  });
  const shares = parts.includes(said.atRandom) ? parts : [...parts, said.atRandom];
  return (
    <form
      className={css.form}
      aria-label="Plan"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <TextInput
        label="Its name"
        required
        maxLength={120}
        value={said.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <MultiSelect
        label="Standards that are looked at"
        description={`Ten at most, so that a contact takes under two minutes: ${said.standards.length} of ${mostStandards}.`}
        placeholder={said.standards.length === 0 ? 'Choose some' : ''}
        required
        searchable
        maxValues={mostStandards}
        data={choices.standards.map(({ id: value, title }) => ({ value, label: title }))}
        value={[...said.standards]}
        onChange={(standards) => set({ standards })}
      />
      <div className={css.pair}>
        <Whole label="Contacts a week" max={5000} value={said.aWeek} change={(aWeek) => set({ aWeek })} />
        <Whole
          label="Days to do them"
          min={1}
          max={365}
          value={said.dueInDays}
          change={(dueInDays) => set({ dueInDays })}
        />
      </div>
      <Whole
        label="Of 100 contacts, how many are read by two people"
        description="Each blind to the other. Where they differ a third decides."
        max={100}
        value={Math.round(said.seenByTwo * 100)}
        change={(share) => set({ seenByTwo: share / 100 })}
      />
      {said.seenByTwo > 0 ? (
        <Whole
          label="Days to wait for the second"
          description="Counted from the day it was due. Then the one review that is in counts alone."
          max={365}
          value={said.waitForSecondDays}
          change={(waitForSecondDays) => set({ waitForSecondDays })}
        />
      ) : null}
      <Radio.Group
        label="How they are drawn"
        description="Whichever it is, each contact’s chance is written down."
        value={String(said.atRandom)}
        onChange={(value) => set({ atRandom: Number(value) })}
      >
        <Stack gap="xs" mt="xs">
          {shares.map((share) => (
            <Radio key={share} value={String(share)} label={startLarge(evenlyWord(share))} />
          ))}
        </Stack>
      </Radio.Group>
      <PlanWorth
        asked={{ ...said, reviewers: said.reviewers.length || choices.reviewers.length, contacts: choices.contacts }}
        whoever={said.reviewers.length === 0}
      />
      <MoreOfPlan said={said} set={set} choices={choices} />
      {keep.error ? <ProblemNotice problem={keep.error} /> : null}
      <div className={css.actions}>
        <Button type="submit" loading={keep.isPending} disabled={said.standards.length === 0}>
          {id === null ? 'Make this plan' : 'Keep these changes'}
        </Button>
        <Link to="/reviews/plans">Leave it</Link>
      </div>
      <p className={css.soft}>
        {id === null
          ? 'It draws by itself from then on, each week; “Draw now” draws at once.'
          : 'What was drawn already stays as it was drawn.'}
      </p>
    </form>
  );
}

function toSend(said: PlanSaid): PlanSaid {
  const { name, standards, sites, channels, fromDay, aWeek, atRandom, seenByTwo, dueInDays, reviewers } = said;
  const { waitForSecondDays } = said;
  const targeted = { targets: said.targets, targetedAWeek: said.targets.length === 0 ? 0 : said.targetedAWeek };
  return {
    name,
    standards,
    sites,
    channels,
    fromDay,
    aWeek,
    atRandom,
    seenByTwo,
    dueInDays,
    reviewers,
    waitForSecondDays,
    ...targeted,
  };
}

const startLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
