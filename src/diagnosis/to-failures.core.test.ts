import { describe, expect, it } from 'vitest';
import type { Contact } from '../contacts/contact.core.ts';
import type { Mark } from '../marking/mark.core.ts';
import type { Standard } from '../standards/standard.core.ts';
import { RecordBook } from './book.core.ts';
import { inOrder } from './ladder/harbor.test-data.ts';
import { toFailures } from './to-failures.core.ts';

const contact: Contact = {
  id: 'c1',
  version: 1,
  source: { file: 'a.vtt', originalId: 'a', format: 'webvtt' },
  channel: 'phone',
  language: 'en',
  timing: 'none',
  turns: [],
  answers: [],
  repCertainty: 1,
  repFrom: 'stated',
  consentBasis: 'not stated',
  notes: [],
  siteId: 'harbor',
  personId: 'p1',
  startedAt: '2026-03-03T05:30:00.000Z',
};
const standard: Standard = {
  id: 'opening.greeting',
  version: 'v',
  pack: 'core',
  kind: 'standard',
  says: 'Greets.',
  weight: 2,
  channels: [],
  few: true,
  firstImpression: true,
};
const mark = (marker: Mark['marker'], verdict: Mark['verdict']): Mark => ({
  id: `${marker}-${verdict}`,
  contact: 'c1',
  contactVersion: 1,
  standard: standard.id,
  version: 'v',
  marker,
  verdict,
  confidence: 0.9,
  evidence: [],
});
const book = new RecordBook(inOrder);
const failures = (marks: Mark[], more: Partial<Contact> = {}) =>
  toFailures(
    { contact: { ...contact, ...more }, kinds: [], heard: [], marks },
    new Map([[standard.id, standard]]),
    book,
  );

describe('toFailures', () => {
  it("takes the day from the site's own time zone", () => {
    expect(failures([mark('cue', 'failed')])[0]!.day).toBe('2026-03-02');
    expect(failures([mark('cue', 'failed')], { siteId: 'elsewhere' })[0]!.day).toBe('2026-03-03');
  });
  it('takes a day written without a zone as it stands, and no moment from it', () => {
    const [one] = failures([mark('cue', 'failed')], {
      startedAt: '2026-03-02T20:00:00.000Z',
      startedLocal: '2026-03-02',
    });
    expect([one!.day, Object.hasOwn(one!, 'startedAt')]).toEqual(['2026-03-02', false]);
  });
  it("takes the moment of a clock time without a zone only where the site's zone is known", () => {
    const late = { startedAt: '2026-03-03T07:30:00.000Z', startedLocal: '2026-03-02T23:30:00' };
    const known = failures([mark('cue', 'failed')], late)[0]!;
    expect([known.day, known.startedAt]).toEqual(['2026-03-02', late.startedAt]);
    const unknown = failures([mark('cue', 'failed')], { ...late, siteId: 'elsewhere' })[0]!;
    expect([unknown.day, unknown.startedAt]).toEqual(['2026-03-02', undefined]);
  });
  describe.each(['America/Los_Angeles', 'America/New_York'])(
    'a policy in force from 2 to 4 March in %s',
    (timeZone) => {
      const dated = new RecordBook({
        ...inOrder,
        sites: [{ id: 'harbor', name: 'Harbor', timeZone }],
        policies: inOrder.policies.map((one) => ({ ...one, from: '2026-03-02', to: '2026-03-04' })),
      });
      it.each([
        ['2026-03-01', 0],
        ['2026-03-02', 1],
        ['2026-03-03', 1],
        ['2026-03-04', 0],
        ['2026-03-02T00:00:00', 1],
        ['2026-03-03T23:59:00', 1],
        ['2026-03-04T00:00:00', 0],
      ])('is asked about for a contact of %s on that very day', (startedLocal, versions) => {
        const marked = { contact: { ...contact, startedLocal }, kinds: [], heard: [], marks: [mark('cue', 'failed')] };
        const [one] = toFailures(marked, new Map([[standard.id, standard]]), dated);
        expect(dated.inForceCount('policy', one!.day!)).toBe(versions);
      });
    },
  );
  it("lets a reviewer's mark stand over a machine's, both ways", () => {
    expect(failures([mark('cue', 'failed'), mark('reviewer', 'met')])).toEqual([]);
    const [one] = failures([mark('cue', 'met'), mark('reviewer', 'failed')]);
    expect([one?.mark.marker, one?.readers]).toEqual(['reviewer', 1]);
  });
  it('counts readers that agree, and no unsure one', () => {
    expect(failures([mark('cue', 'failed'), mark('reviewer', 'failed'), mark('model', 'unsure')])[0]!.readers).toBe(2);
    expect(failures([mark('cue', 'unsure')])).toEqual([]);
  });
  it('keeps a rep whom the record does not know for rates alone', () => {
    const [one] = failures([mark('cue', 'failed')], { personId: 'rep-0a1b2c3d' });
    expect([one!.person, one!.ratedAs]).toEqual([undefined, 'rep-0a1b2c3d']);
  });
  it('leaves out what the contact does not say, and standards no longer in use', () => {
    const { siteId: _s, personId: _p, startedAt: _t, ...bare } = contact;
    const [one] = toFailures(
      { contact: bare, kinds: [], heard: [], marks: [mark('cue', 'failed')] },
      new Map([[standard.id, standard]]),
      book,
    );
    expect(Object.keys(one!)).not.toContain('day');
    expect(toFailures({ contact, kinds: [], heard: [], marks: [mark('cue', 'failed')] }, new Map(), book)).toEqual([]);
  });
});
