// Who is asked one after another, and what stays of a letter whose quotes go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import type { Grant } from '../../kernel/actor.ts';
import { answerersOf, nextAnswerer, type AnsweredFor } from './answerers.core.ts';
import { claimDigestOf, newClaimCode } from './claim-code.ts';
import { headlineOf, letterState, supportersTold, type LetterEvent } from './letter.core.ts';
import { unquoted } from './unquoted.core.ts';

const member = (id: string, grants: readonly Grant[], more: Partial<GrantedMember> = {}): GrantedMember => ({
  id,
  name: id,
  email: null,
  person: null,
  madeAt: `2026-01-0${(id.codePointAt(0)! % 9) + 1}T00:00:00.000Z`,
  endedAt: null,
  grants,
  ...more,
});

describe('who is asked', () => {
  const bo = member('bo', [{ role: 'manager', sites: ['north'] }], { person: 'p-bo' });
  const dee = member('dee', [{ role: 'district-manager', sites: null }]);
  const eve = member('eve', [{ role: 'owner', sites: null }]);
  const all = [bo, dee, eve];
  const asked: AnsweredFor = { site: 'north', documentOwner: null, writer: null, writerSites: [] };
  const ids = (members: GrantedMember[], of = asked) => answerersOf(members, of).map((one) => one.owner);
  it('goes up from the manager of the site, and of another site from the district manager', () => {
    expect(ids(all)).toEqual(['bo', 'dee', 'eve']);
    expect(ids(all, { ...asked, site: 'south' })).toEqual(['dee', 'eve']);
  });
  it('of no site goes to whose district the writer works in, and then to the owner', () => {
    const mid = member('mid', [{ role: 'district-manager', sites: ['south', 'west'] }]);
    const far = member('far', [{ role: 'district-manager', sites: ['east'] }]);
    const none = { ...asked, site: null, writer: 'ann' };
    expect(ids([bo, mid, far, eve], { ...none, writerSites: ['south'] })).toEqual(['mid', 'eve']);
    expect(ids([bo, mid, far, eve], { ...none, writerSites: ['north', 'east'] })).toEqual(['far', 'eve']);
    expect(ids([bo, mid, far, eve], { ...none, writerSites: ['north'] })).toEqual(['eve']);
    expect(ids([...all, mid], { ...none, writerSites: ['south'] })).toEqual(['mid', 'eve']);
    expect(ids([...all, mid], { ...none, writerSites: ['north'] })).toEqual(['dee', 'eve']);
    expect(ids([mid, eve], { ...none, writer: 'mid', writerSites: ['south'] })).toEqual(['eve']);
  });
  it('of no site and without a name goes the same way wherever its writer works', () => {
    const district = (id: string) =>
      fc
        .record({
          role: fc.constantFrom('manager' as const, 'district-manager' as const, 'owner' as const),
          sites: fc.option(fc.uniqueArray(fc.constantFrom('north', 'south', 'east'), { minLength: 1 }), { nil: null }),
        })
        .map((grant) => member(id, [grant]));
    const shielded = { ...asked, site: null };
    fc.assert(
      fc.property(
        fc.tuple(district('a'), district('b'), district('c'), district('d')),
        fc.uniqueArray(fc.constantFrom('north', 'south', 'east')),
        (members, writerSites) => {
          expect(answerersOf(members, { ...shielded, writerSites })).toEqual(answerersOf(members, shielded));
        },
      ),
    );
    expect(ids(all, shielded)).toEqual(['dee', 'eve']);
  });
  it('begins with who owns the document, by person, name or role, and asks nobody twice', () => {
    expect(ids(all, { ...asked, documentOwner: 'p-bo' })).toEqual(['bo', 'dee', 'eve']);
    expect(ids(all, { ...asked, documentOwner: 'District manager' })).toEqual(['dee', 'bo', 'eve']);
    expect(ids(all, { ...asked, documentOwner: 'somebody else' })).toEqual(['bo', 'dee', 'eve']);
  });
  it('is nobody who wrote it or left, unless there is nobody else', () => {
    expect(ids(all, { ...asked, writer: 'bo' })).toEqual(['dee', 'eve']);
    expect(ids([{ ...bo, endedAt: '2026-02-01T00:00:00.000Z' }, eve], { ...asked, writer: 'eve' })).toEqual(['eve']);
    expect(ids([])).toEqual([null]);
  });
  it('ends with the owner', () => {
    const chain = answerersOf(all, asked);
    expect(nextAnswerer(chain, 'manager')?.owner).toBe('dee');
    expect(nextAnswerer(chain, 'owner')).toBeNull();
  });
});

it('a state is read from the rows, and an objection sends a letter back', () => {
  const event = (more: Partial<LetterEvent>): LetterEvent => ({
    seq: 1,
    kind: 'sent',
    on: '2026-03-02',
    by: 'm',
    says: '',
    told: true,
    ...more,
  });
  const sent = event({ level: 'manager', owner: 'bo', due: '2026-03-16', next: 'open' });
  const adopted = event({ kind: 'answered', answer: 'adopted', next: 'counsel', due: '2026-03-05', by: 'bo' });
  expect(letterState([])).toBeNull();
  expect(letterState([sent, adopted])).toMatchObject({ name: 'counsel', answer: 'adopted', answeredBy: 'bo' });
  const objects = event({ kind: 'looked', law: 'section 4', next: 'open', due: '2026-03-20' });
  expect(letterState([sent, adopted, objects])).toMatchObject({
    name: 'open',
    answer: null,
    objection: { law: 'section 4' },
  });
  const unsigned = event({ kind: 'signed', next: 'refused', says: 'Too dear.', by: 'eve' });
  expect(letterState([sent, adopted, unsigned])).toMatchObject({
    name: 'refused',
    reason: 'Too dear.',
    answeredBy: 'eve',
  });
});

it('a code is read however it was typed, and no two are the same', () => {
  const key = new Uint8Array(32);
  const code = newClaimCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(
    claimDigestOf(key, ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
  ).toBe(claimDigestOf(key, code));
  expect(claimDigestOf(key, newClaimCode())).not.toBe(claimDigestOf(key, code));
  for (const odd of ['', 'x', code.slice(1), `${code}0`, 'é'.repeat(32)]) expect(claimDigestOf(key, odd)).toBeNull();
});

it('fewer than five supporters of a shielded letter are not told', () => {
  expect([supportersTold(4, true), supportersTold(5, true), supportersTold(1, false)]).toEqual([null, 5, 1]);
});

it('a headline is the first sentence, and no longer than a line', () => {
  expect(headlineOf({ wrong: 'It is shut. Callers leave.' })).toBe('It is shut.');
  expect(headlineOf({ wrong: 'word '.repeat(100) }).length).toBeLessThanOrEqual(142);
});

it('what stands between quotation marks goes, a single word stays', () => {
  expect(unquoted('She said “no, we can’t” and "go away now". The word "policy" stays.')).toBe(
    'She said “…” and “…”. The word "policy" stays.',
  );
});
