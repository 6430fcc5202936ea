// A step against a person: a reprimand, or another role. Where a letter was written lately nobody takes one alone.
import type { Day, Moment } from '../../kernel/moment.ts';

export const adverseActs = ['reprimand', 'another-role'] as const;
export type AdverseAct = (typeof adverseActs)[number];

export interface AdverseStep {
  readonly id: string;
  readonly person: string;
  readonly act: AdverseAct;
  readonly on: Day;
  readonly says: string;
  readonly askedBy: string;
  readonly askedAt: Moment;
  /** Null while it waits. */
  readonly answer: { readonly by: string; readonly at: Moment; readonly agreed: boolean; readonly says: string } | null;
}

export const adverseActWords: Readonly<Record<AdverseAct, string>> = {
  reprimand: 'a reprimand',
  'another-role': 'another role',
};

/** The record's tables that hold such steps, and what their rows have in common. */
export type AdverseTable = 'observations' | 'attempts';
export interface AdverseRow {
  readonly id: string;
  readonly person: string;
  readonly on: Day;
}

/** The step that a row of the record is; null where it is none. @param kind the record's table */
export function adverseIn(kind: string, row: unknown): Pick<AdverseStep, 'person' | 'act' | 'on'> | null {
  const { person, act, tried, on } = row as Readonly<Record<'person' | 'act' | 'tried' | 'on', string>>;
  if (kind === 'observations' && act === 'reprimand') return { person, act, on };
  if (kind === 'attempts' && tried === 'another-role') return { person, act: tried, on };
  return null;
}
