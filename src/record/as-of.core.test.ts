import { describe, expect, it } from 'vitest';
import type { DatedRecord } from './as-of.core.ts';
import { heldOn } from './as-of.core.ts';

const version = { title: 'Quotes', roles: [], sites: [] };
const record: DatedRecord = {
  posts: [
    { person: 'p-1', site: 'bay', role: 'rep', from: '2026-01-05', to: '2026-02-01' },
    { person: 'p-2', site: 'mill', role: 'manager', from: '2025-01-01' },
  ],
  authorityLimits: [{ id: 'refund', role: 'rep', act: 'refund', limit: 0, from: '2026-01-01', standards: [] }],
  policies: [
    {
      ...version,
      id: 'quotes',
      version: '1',
      from: '2025-01-01',
      to: '2026-01-10',
      class: 'customer-service',
      clauses: [],
    },
    { ...version, id: 'quotes', version: '2', from: '2026-01-10', class: 'customer-service', clauses: [] },
    { ...version, id: 'desk', version: '1', sites: ['mill'], from: '2025-01-01', class: 'house-rules', clauses: [] },
  ],
  procedures: [{ ...version, id: 'calls', version: '1', roles: ['rep'], from: '2025-01-01', steps: [] }],
  duties: [{ id: 'd-1', role: 'manager', task: 'coaching', standards: [], from: '2025-01-01' }],
  acknowledgements: [
    { person: 'p-1', kind: 'policy', document: 'quotes', version: '1', on: '2026-01-06', answer: 'understood' },
  ],
  certificates: [{ id: 'c-1', person: 'p-1', task: 'calls', standards: [], on: '2026-01-07', expires: '2026-01-20' }],
  targets: [{ id: 't-1', says: 'Short calls', roles: ['rep'], sites: ['bay'], from: '2026-01-01', against: [] }],
  origins: new Map([['policy/quotes/2', { file: 'policies/quotes-2.md', row: 1 }]]),
};

const held = (day: string, more: { site?: string; person?: string } = {}) =>
  heldOn(record, { day, ...more }).map((one) => [one.kind, one.id, one.version].filter(Boolean).join(' '));

describe('what held on a day', () => {
  it('holds from its first day up to, not including, its last', () => {
    expect(held('2026-01-09')).toContain('policy quotes 1');
    expect(held('2026-01-10')).not.toContain('policy quotes 1');
    expect(held('2026-01-10')).toContain('policy quotes 2');
    expect(held('2026-01-04')).not.toContain('post p-1');
    expect(held('2026-01-05')).toContain('post p-1');
    expect(held('2026-02-01')).not.toContain('post p-1');
    expect(
      [held('2026-01-06'), held('2026-01-07'), held('2026-01-19'), held('2026-01-20')].map((one) =>
        one.includes('certificate c-1'),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('counts an acknowledgement only from its day, and only for the version in force', () => {
    expect(
      [held('2026-01-05'), held('2026-01-06'), held('2026-01-10')].map((one) => one.includes('acknowledgement p-1 1')),
    ).toEqual([false, true, false]);
  });

  it('is narrowed to a person’s role and site, or to a site', () => {
    expect(held('2026-01-08', { person: 'p-1' })).toEqual([
      'post p-1',
      'authority-limit refund',
      'policy quotes 1',
      'procedure calls 1',
      'acknowledgement p-1 1',
      'certificate c-1',
      'target t-1',
    ]);
    expect(held('2026-01-08', { person: 'p-2' })).toEqual(['post p-2', 'policy quotes 1', 'policy desk 1', 'duty d-1']);
    expect(held('2026-01-08', { site: 'mill' })).not.toContain('target t-1');
    expect(held('2026-01-08', { site: 'mill' })).not.toContain('certificate c-1');
  });

  it('says where each is written', () => {
    expect(heldOn(record, { day: '2026-01-10' }).find((one) => one.version === '2')?.origin).toEqual({
      file: 'policies/quotes-2.md',
      row: 1,
    });
  });
});
