// A job description as a text that its writer takes along: Markdown, with what was said of each line.
import { dutyParts, type DutyPart, type Evaluation, type Written, type WrittenDuty } from './job-description.core.ts';

/** What each part of a duty is called. */
export const partWords: Readonly<Record<DutyPart, { readonly label: string; readonly help: string }>> = {
  task: { label: 'What I do', help: 'In a few words: “Let a tenant in who lost the key”.' },
  trigger: { label: 'When', help: 'What makes you take it up.' },
  standard: { label: 'How well', help: 'By when, how often, how exactly.' },
  method: { label: 'How', help: 'The steps, or the procedure’s name.' },
  tools: { label: 'With what', help: 'Forms, keys, programs.' },
  authority: { label: 'How far I may go alone', help: 'Up to which sum, until which hour; whom I ask beyond it.' },
  outcome: { label: 'What the customer has of it', help: 'What is better for them when it is done well.' },
};

const verdictWords = { agree: 'Agreed', amend: 'Amended', remove: 'Taken out' } as const;

export interface TextOf {
  readonly name: string;
  readonly role: string;
  readonly written: Written;
  readonly sentOn?: string | undefined;
  readonly evaluatedOn?: string | undefined;
  readonly evaluation?: Evaluation | undefined;
}

/** The whole of it. Lines that look like Markdown of their own are kept from becoming headings or lists. */
export function asMarkdown({ name, role, written, sentOn, evaluatedOn, evaluation }: TextOf): string {
  const lines = [`# Job description: ${plain(name)}, ${plain(role)}`, ''];
  if (sentOn) lines.push(`Sent on ${sentOn}.${evaluatedOn ? ` Evaluated on ${evaluatedOn}.` : ''}`, '');
  if (evaluation) lines.push(...quoted(evaluation.thanks), '');
  for (const [at, duty] of written.duties.entries()) {
    lines.push(`## ${at + 1}. ${plain(duty.task)}`, '', ...partsOf(duty));
    const said = evaluation?.lines.find((one) => one.duty === duty.id);
    if (said) {
      lines.push(`**${verdictWords[said.verdict]}.** ${plain(said.reason)}`.trim(), '');
      if (said.verdict === 'amend' && said.amended)
        lines.push(`As amended: ${plain(said.amended.task)}`, '', ...partsOf(said.amended));
    }
  }
  for (const { duty, reason } of evaluation?.added ?? [])
    lines.push(`## Added: ${plain(duty.task)}`, '', ...partsOf(duty), plain(reason), '');
  if (written.daily.trim() !== '') lines.push('## A usual day', '', ...quoted(written.daily), '');
  if (written.suggestions.length > 0)
    lines.push('## Suggestions', '', ...written.suggestions.map((one) => `- ${plain(one)}`), '');
  return `${lines.join('\n').trim()}\n`;
}

function partsOf(duty: WrittenDuty): string[] {
  const said = dutyParts.slice(1).flatMap((part) => {
    const text = plain(duty[part]);
    return text === '' ? [] : [`- ${partWords[part].label}: ${text}`];
  });
  return said.length === 0 ? [] : [...said, ''];
}

const quoted = (text: string): string[] => text.split(/\r?\n/).map((one) => `> ${plain(one)}`);

/** One line, in which nothing stands for anything but itself. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
}
