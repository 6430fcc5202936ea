// Fields of a plan: a whole number; and what most plans leave as it is, folded away.
import { Checkbox, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { type PlanSaid, reviewTargets } from '../plan.core.ts';
import type { ReviewPlans } from '../plans.shape.ts';
import { channelWord, targetWords, targetsTicked } from './plan-words.core.ts';
import css from './reviews.module.css';

export interface MoreProps {
  readonly said: PlanSaid;
  readonly set: (change: Partial<PlanSaid>) => void;
  readonly choices: NonNullable<ReviewPlans['choices']>;
}

export function MoreOfPlan({ said, set, choices }: MoreProps) {
  const named = (all: MoreProps['choices']['sites']) => all.map(({ id: value, name }) => ({ value, label: name }));
  return (
    <details className={css.more} open={said.sites.length + said.reviewers.length + said.targets.length > 0}>
      <summary>Who reviews, which contacts, and what is picked on purpose</summary>
      <div>
        {choices.reviewers.length === 0 ? null : (
          <MultiSelect
            label="Who reviews"
            description="Nobody named: whoever may review. Nobody is given a contact that they served."
            searchable
            data={named(choices.reviewers)}
            value={[...said.reviewers]}
            onChange={(reviewers) => set({ reviewers })}
          />
        )}
        <MultiSelect
          label="Sites"
          description="None named: all."
          searchable
          data={named(choices.sites)}
          value={[...said.sites]}
          onChange={(sites) => set({ sites })}
        />
        <Checkbox.Group
          label="Which contacts"
          description="None ticked: all."
          value={[...said.channels]}
          onChange={(channels) => set({ channels })}
        >
          <Stack gap="xs" mt="xs">
            {choices.channels.map((one) => (
              <Checkbox key={one} value={one} label={channelWord(one)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label="From this day on"
          description="Contacts of earlier days are left alone."
          type="date"
          required
          value={said.fromDay}
          onChange={(event) => set({ fromDay: event.currentTarget.value })}
        />
        <Checkbox.Group
          label="Picked on purpose besides"
          description="To learn from, and to be fair. It enters no rate."
          value={[...said.targets]}
          onChange={(targets) => set(targetsTicked(targets, said.targetedAWeek))}
        >
          <Stack gap="xs" mt="xs">
            {reviewTargets.map((one) => (
              <Checkbox key={one} value={one} label={targetWords[one]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {said.targets.length > 0 ? (
          <Whole
            label="How many of these a week"
            min={1}
            max={1000}
            value={said.targetedAWeek}
            change={(targetedAWeek) => set({ targetedAWeek })}
          />
        ) : null}
      </div>
    </details>
  );
}

export interface WholeProps {
  readonly label: string;
  readonly description?: string;
  readonly min?: number;
  readonly max: number;
  readonly value: number;
  readonly change: (value: number) => void;
}

/** A whole number; a field that is emptied on the way counts as the least. */
export function Whole({ label, description, min = 0, max, value, change }: WholeProps) {
  return (
    <NumberInput
      label={label}
      {...(description === undefined ? {} : { description })}
      required
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      value={value}
      onChange={(next) => change(Math.max(min, Number(next) || 0))}
    />
  );
}
