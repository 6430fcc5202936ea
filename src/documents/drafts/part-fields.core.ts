// What a document of each kind asks beside its text: fields of its head and of each clause or step. The editor, the page of a
// document and what is exported all read this list.
import type { DocumentKind } from '../document.core.ts';

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** `factor` is an answer (yes, no, partly) with its reason. */
  readonly input: 'line' | 'text' | 'choice' | 'factor';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Asked only where the head's field holds one of these. */
  readonly onlyWhere?: { readonly field: string; readonly isOneOf: readonly string[] };
}

/** The word for one part of a kind, and for several. */
export const partWords: Readonly<Record<DocumentKind, { readonly one: string; readonly many: string }>> = {
  policy: { one: 'clause', many: 'clauses' },
  procedure: { one: 'step', many: 'steps' },
};

export const kindWords: Readonly<Record<DocumentKind, { readonly one: string; readonly many: string }>> = {
  policy: { one: 'Policy', many: 'Policies' },
  procedure: { one: 'Procedure', many: 'Procedures' },
};

export const headFields: Readonly<Record<DocumentKind, readonly FieldSpec[]>> = {
  policy: [
    {
      name: 'class',
      label: 'Class',
      help: 'Rules about customers answer for each clause whether it lets staff help them. House rules are hours, dress, computers, lights. Safety, ordering and benefits are exempt.',
      input: 'choice',
      choices: [
        { value: 'customer-service', label: 'Customer service' },
        { value: 'house-rules', label: 'House rules' },
        { value: 'exempt', label: 'Exempt: safety, ordering, benefits' },
      ],
    },
    {
      name: 'legalBasis',
      label: 'Law that demands it',
      help: 'The law and its section, if one demands this policy. Leave it empty for none.',
      input: 'line',
    },
  ],
  procedure: [
    {
      name: 'sort',
      label: 'What it is for',
      help: 'Which of the three kinds of procedure it is.',
      input: 'choice',
      choices: [
        { value: 'help', label: 'Help a customer through a process' },
        { value: 'task', label: 'Do a task' },
        { value: 'response', label: 'Respond to a request, an act or a behaviour' },
      ],
    },
    {
      name: 'trigger',
      label: 'What sets it off',
      help: 'The request, act or behaviour that it responds to, as it is met: “A customer asks to leave early.”',
      input: 'line',
      onlyWhere: { field: 'sort', isOneOf: ['response', 'help'] },
    },
    {
      name: 'task',
      label: 'Task',
      help: 'The short name by which standards, certificates and duties speak of it, e.g. new-enquiry.',
      input: 'line',
    },
  ],
};

const notExempt = { field: 'class', isOneOf: ['customer-service', 'house-rules', ''] } as const;

export const partFields: Readonly<Record<DocumentKind, readonly FieldSpec[]>> = {
  policy: [
    { name: 'purpose', label: 'Purpose', help: 'Why the clause is there.', input: 'text', onlyWhere: notExempt },
    {
      name: 'protects',
      label: 'Whom it protects',
      help: 'The customer, staff, the company ...',
      input: 'line',
      onlyWhere: notExempt,
    },
    {
      name: 'legalBasis',
      label: 'Legal basis',
      help: 'The law and section, or “none”.',
      input: 'line',
      onlyWhere: notExempt,
    },
    {
      name: 'authority',
      label: 'On their own authority',
      help: 'What the employee may do without asking anybody.',
      input: 'text',
      onlyWhere: notExempt,
    },
    {
      name: 'factor',
      label: 'Customer Factor',
      help: 'Does it let the employee perform a duty, act on behalf of and in the name of the company, for the benefit of the customer?',
      input: 'factor',
      onlyWhere: notExempt,
    },
  ],
  procedure: [
    { name: 'actor', label: 'Who does it', help: 'The role that takes this step.', input: 'line' },
    { name: 'say', label: 'Words to use', help: 'What to say, as it would be said.', input: 'text' },
    {
      name: 'limit',
      label: 'Limit of authority',
      help: 'Up to where they decide alone, and whom they ask beyond it.',
      input: 'line',
    },
    { name: 'goesWrong', label: 'What can go wrong', help: 'And what to do then.', input: 'text' },
  ],
};

/** Whether a field is asked, given the head's fields. */
export function isAsked(spec: FieldSpec, head: Readonly<Record<string, unknown>>): boolean {
  if (!spec.onlyWhere) return true;
  const value = head[spec.onlyWhere.field];
  return spec.onlyWhere.isOneOf.includes(typeof value === 'string' ? value : '');
}
