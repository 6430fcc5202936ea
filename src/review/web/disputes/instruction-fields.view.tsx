// Which instruction was followed: a clause or a step that held that day, or somebody's word and when.
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import type { DisputeForm } from '../../../diagnosis/disputes/open-dispute.shape.ts';
import kit from '../../../web/kit/answered.module.css';
import css from './disputes.module.css';

export interface Followed {
  readonly by: 'written' | 'word';
  /** `["policy","quotes","1"]`, or empty. */
  readonly part: string;
  readonly saidBy: string;
  readonly on: string;
}

export const nothingFollowed: Followed = { by: 'written', part: '', saidBy: '', on: '' };

interface FieldsProps {
  readonly form: DisputeForm;
  readonly followed: Followed;
  readonly change: (followed: Followed) => void;
}

export function InstructionFields({ form, followed, change }: FieldsProps) {
  const written = form.instructions.length > 0;
  const by = written ? followed.by : 'word';
  return (
    <div className={css.form}>
      {written ? (
        <Radio.Group
          label="The instruction was"
          value={by}
          onChange={(value) => change({ ...followed, by: value as Followed['by'] })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="written" label="In writing: a policy or a procedure" />
            <Radio value="word" label="Told to me by somebody" />
          </Stack>
        </Radio.Group>
      ) : (
        <p className={kit.soft}>Nothing written is on record for that day. Say who told you, and when.</p>
      )}
      {by === 'written' ? (
        <Written form={form} followed={followed} change={change} />
      ) : (
        <Word form={form} followed={{ ...followed, by }} change={change} />
      )}
    </div>
  );
}

function Written({ form, followed, change }: FieldsProps) {
  const options = form.instructions.map(({ kind, document, part, text, title, against }) => ({
    value: JSON.stringify([kind, document, part]),
    label: `${title}, ${kind === 'policy' ? 'clause' : 'step'} ${part}: ${short(text)}${against ? ' (known to stand in the way)' : ''}`,
  }));
  const chosen = form.instructions.find((one) => JSON.stringify([one.kind, one.document, one.part]) === followed.part);
  return (
    <>
      <Select
        label="Which clause or step"
        description="Type a word of it. Those that stand in the way of this standard come first."
        required
        searchable
        data={options}
        limit={60}
        nothingFoundMessage="No clause or step has this word. Was it told to you?"
        value={followed.part === '' ? null : followed.part}
        onChange={(value) => change({ ...followed, part: value ?? '' })}
      />
      {chosen ? (
        <blockquote className={css.clause}>
          <span className={kit.said}>{chosen.text}</span>
          <span className={kit.soft}>
            {chosen.title}, version {chosen.version}
          </span>
        </blockquote>
      ) : null}
    </>
  );
}

function Word({ form, followed, change }: FieldsProps) {
  return (
    <>
      {form.people.length > 0 ? (
        <Select
          label="Who said it"
          description="They don’t answer this and don’t read it. Leave it open where it was somebody else."
          clearable
          data={form.people.map(({ id, name }) => ({ value: id, label: name }))}
          value={followed.saidBy === '' ? null : followed.saidBy}
          onChange={(value) => change({ ...followed, by: 'word', saidBy: value ?? '' })}
        />
      ) : null}
      <TextInput
        type="date"
        label="When it was said"
        description="About which day is enough."
        required
        {...(form.day === null ? {} : { max: form.day })}
        value={followed.on}
        onChange={(event) => change({ ...followed, by: 'word', on: event.currentTarget.value })}
      />
    </>
  );
}

const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 78)} …`);
