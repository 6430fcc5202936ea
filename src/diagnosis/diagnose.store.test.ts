import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { importPeople } from '../people/people-record.use.ts';
import { importProcedures } from '../procedures/procedures.use.ts';
import { answerQuestion, readQuestions } from './answer-question.use.ts';
import { diagnoseAll } from './diagnose.job.ts';
import { beginDiagnosis, diagnose, diagnoseBatch, readDiagnosis, settleDiagnosis } from './diagnose.use.ts';
import { explainFinding } from './explain-finding.use.ts';
import { findingRungTable, findingTable } from './finding.table.ts';
import { readFindings, readFindingsOfMarks } from './findings.use.ts';
import { settings } from './ladder/harbor.test-data.ts';
import { writeContacts } from '../contacts/contact.store.ts';
import { contactTable } from '../contacts/contact.table.ts';
import { writeImport } from '../contacts/import.store.ts';
import type { MarkingRow } from '../marking/marking.store.ts';
import { writeMarks } from '../marking/marking.store.ts';
import { usePackSet } from '../marking/pack-set.use.ts';
import { toMark } from '../marking/mark.core.ts';
import type { Work } from '../platform/db/work.ts';
import type { Standard, Verdict } from '../standards/standard.core.ts';
import { diagnosisApi } from './diagnosis.api.ts';
import { ExplanationShape, KeptAnswerShape, QuestionsShape } from './diagnosis.shape.ts';

const standard: Standard = {
  id: 'enquiry.need-before-price',
  version: 'v1',
  pack: 'core',
  kind: 'standard',
  says: 'Asks what the customer needs before quoting a price.',
  weight: 2,
  channels: [],
  task: 'new-enquiry',
  few: true,
  firstImpression: false,
};

interface Seed {
  readonly id: string;
  readonly verdict: Verdict;
  readonly person?: string;
  readonly heard?: readonly string[];
}

/** Writes the contacts, on 3 March 2026 at the site `harbor`, each marked once. */
async function seedMarks(work: Work, seeds: readonly Seed[]): Promise<void> {
  const { orgId } = work.actor;
  await writeImport(work.tx, { orgId, id: `i-${seeds[0]?.id}`, label: 'test', startedAt: work.now, counts: {} });
  await usePackSet(work, 'set-1', [standard]);
  await writeContacts(
    work.tx,
    seeds.map(({ id, person }) => ({
      orgId,
      id,
      version: 1,
      latest: true,
      contentHash: id,
      importId: `i-${seeds[0]?.id}`,
      sourceFile: `${id}.vtt`,
      originalId: id,
      format: 'webvtt',
      channel: 'phone' as const,
      language: 'en',
      timing: 'none' as const,
      startedAt: '2026-03-03T18:05:00.000Z',
      siteId: 'harbor',
      personId: person ?? null,
      consentBasis: 'not stated' as const,
      repFrom: 'stated' as const,
      repCertainty: 1,
      words: 9,
      answers: [],
      holds: [],
      notes: [],
      markedWith: 'set-1',
      turns: [
        { speaker: 'customer' as const, text: 'How much is a small one?' },
        { speaker: 'rep' as const, text: 'Ninety dollars a month.' },
      ],
    })),
    [],
  );
  const marks = seeds.map(({ id, verdict }) =>
    toMark(
      { id, version: 1 },
      {
        standard: standard.id,
        version: standard.version,
        verdict,
        marker: 'cue',
        confidence: 0.9,
        evidence: [{ turn: 1, from: 0, to: 14 }],
      },
    ),
  );
  const markings = seeds.map(({ id, heard = [] }): MarkingRow => ({
    orgId,
    contactId: id,
    contactVersion: 1,
    packSet: 'set-1',
    kinds: ['new-enquiry'],
    reason: null,
    heard: heard.map((name) => ({ name, evidence: { turn: 1, from: 0, to: 6 } })),
    notApplicable: 0,
    markedAt: work.now,
  }));
  await writeMarks(work.tx, orgId, markings, marks, [standard.version]);
}

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
const rep: Actor = { orgId: 'harbor', id: 'p1', roles: ['rep'] };

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.inWork(owner, async (work) =>
      seedMarks(work, [
        { id: 'c1', verdict: 'failed', heard: ['policy-cited'] },
        { id: 'c2', verdict: 'failed' },
        { id: 'c3', verdict: 'met' },
        { id: 'c4', verdict: 'failed' },
      ]),
    );
  });

  const diagnosed = async () => store.inWork(owner, async (work) => diagnose(work, settings));
  const findings = async (actor = owner) => store.inWork(actor, async (work) => readFindings(work, '', 100));

  const bringShift = async () => {
    const from = { file: 'shifts.csv', row: 2 };
    const shift = { person: 'p1', site: 'harbor', from: '2026-03-03T16:00:00.000Z', to: '2026-03-04T00:00:00.000Z' };
    await store.inWork(owner, async (work) =>
      importPeople(work, {
        organisation: [],
        siteMonths: [],
        posts: [],
        correctedPosts: [],
        authorityLimits: [],
        sites: [{ row: { id: 'harbor', name: 'Harbor', timeZone: 'America/Los_Angeles' }, from }],
        people: [{ row: { id: 'p1', name: 'Pat' }, from }],
        shifts: [{ row: shift, from }],
      }),
    );
  };

  describe('diagnosing', () => {
    it('keeps one finding a failure, with its twelve answers, and what all came to', async () => {
      const found = await diagnosed();
      expect(found.failures).toBe(3);
      expect(await store.inWork(owner, readDiagnosis)).toEqual(found);
      const kept = await findings();
      expect(kept.map((one) => one.contact).toSorted()).toEqual(['c1', 'c2', 'c4']);
      for (const one of kept) expect(one.rungs).toHaveLength(12);
      expect(kept.find((one) => one.contact === 'c1')!.leading).toEqual(['policy']);
    });

    it('gives the same findings again, in the place of the old ones', async () => {
      await diagnosed();
      const first = await findings();
      await diagnosed();
      expect(await findings()).toEqual(first);
      expect(await store.inWork(owner, async ({ tx }) => tx.select().from(findingTable))).toHaveLength(3);
    });

    it('keeps equal answers once', async () => {
      await diagnosed();
      const answers = (await findings()).flatMap((one) => one.rungs.map((rung) => JSON.stringify(rung)));
      const kept = await store.inWork(owner, async ({ tx }) => tx.select().from(findingRungTable));
      expect(answers).toHaveLength(36);
      expect(kept.map((row) => JSON.stringify(row.rung)).length).toBe(new Set(answers).size);
      expect(kept.length).toBeLessThan(20);
    });

    it('leaves the last finished run in force while another is under way, and clears up what one has left behind', async () => {
      await diagnosed();
      const before = await findings();
      const run = await store.inWork(owner, async (work) => beginDiagnosis(work, settings));
      const { findings: count, next } = await store.inWork(owner, async (work) => diagnoseBatch(work, run, '', 1));
      expect([count, next]).toEqual([1, 'c1']);
      expect(await findings()).toEqual(before);
      await store.inWork(owner, async (work) => beginDiagnosis(work, settings));
      expect(await store.inWork(owner, async ({ tx }) => tx.select().from(findingTable))).toHaveLength(3);
    });

    it('comes to the same in small batches', async () => {
      const whole = await diagnosed();
      const run = await store.inWork(owner, async (work) => beginDiagnosis(work, settings));
      for (let after: string | null = ''; after !== null;) {
        const from: string = after;
        after = (await store.inWork(owner, async (work) => diagnoseBatch(work, run, from, 1))).next;
      }
      expect(await store.inWork(owner, async (work) => settleDiagnosis(work, run))).toEqual(whole);
    });

    it('says how far it has come, and finishes also where nothing failed', async () => {
      const lines = await Array.fromAsync(diagnoseAll(store, owner));
      expect(lines.at(-1)).toEqual({ findings: 3 });
      expect(await Array.fromAsync(diagnoseAll(store, rival))).toEqual([{ findings: 0 }]);
      expect((await store.inWork(rival, readDiagnosis))!.failures).toBe(0);
    });

    it("shows nothing of another organisation's", async () => {
      await diagnosed();
      expect(await findings(rival)).toEqual([]);
      expect(await store.inWork(rival, readDiagnosis)).toBeNull();
    });

    it('is not for reps', async () => {
      await expect(store.inWork(rep, async (work) => diagnose(work, settings))).rejects.toMatchObject({
        slug: 'diagnosis-forbidden',
      });
      await expect(findings(rep)).rejects.toMatchObject({ slug: 'diagnosis-forbidden' });
    });

    it('holds the contacts in progress at that moment against the people on shift, in the finding and where it is told', async () => {
      await bringShift();
      await diagnosed();
      const [one] = await findings();
      expect(one!.rungs[5]).toMatchObject({ answer: 'yes', detail: 'load' });
      // Four contacts began at that moment: the three that failed and the one that didn't.
      expect(one!.rungs[5]!.sentence).toMatch(/^4 contacts .* 1 person/);
      const told = await store.inWork(owner, async (work) => explainFinding(work, one!.id, settings));
      expect(told.rungs[5]!.sentence).toBe(one!.rungs[5]!.sentence);
    });

    it('takes a contact dated by its day for that very day, and has no record of what held at a minute of it', async () => {
      await bringShift();
      await store.inWork(owner, async ({ tx }) =>
        tx.update(contactTable).set({ startedLocal: '2026-03-03', startedAt: '2026-03-03T12:00:00.000Z' }),
      );
      await diagnosed();
      const [one] = await findings();
      expect(one!.rungs[5]!.answer).toBe('no-record');
      const told = await store.inWork(owner, async (work) => explainFinding(work, one!.id, settings));
      expect(told.day).toBe('2026-03-03');
    });

    it('reads the record as of the day of the contact', async () => {
      const procedure = (from: string) => ({
        id: 'enquiries',
        version: from,
        title: 'Answering an enquiry',
        from,
        roles: [],
        sites: [],
        task: 'new-enquiry',
        steps: [{ id: '1', text: 'Ask what they need.', serves: [standard.id], obstructs: [] }],
      });
      const firstAnswer = async () => (await findings())[0]!.rungs[0]!;
      await store.inWork(owner, async (work) =>
        importProcedures(work, [{ row: procedure('2026-03-04'), from: { file: 'p.md' } }]),
      );
      await diagnosed();
      expect(await firstAnswer()).toMatchObject({ answer: 'yes', detail: 'missing' });
      await store.inWork(owner, async (work) =>
        importProcedures(work, [{ row: { ...procedure('2026-01-01'), to: '2026-03-04' }, from: { file: 'p.md' } }]),
      );
      await diagnosed();
      expect(await firstAnswer()).toMatchObject({
        answer: 'no',
        readFrom: [{ kind: 'procedure', id: 'enquiries', version: '2026-01-01', part: '1' }],
      });
    });
  });

  describe('explaining', () => {
    it("tells a finding by its own id or its mark's, with the words said", async () => {
      await diagnosed();
      const [one] = await findings();
      const byMark = await store.inWork(owner, async (work) => explainFinding(work, one!.mark, settings));
      expect(await store.inWork(owner, async (work) => explainFinding(work, one!.id, settings))).toEqual(byMark);
      expect(byMark.said.map((turn) => turn.text)).toContain('Ninety dollars a month.');
      expect(
        (await store.inWork(owner, async (work) => readFindingsOfMarks(work, [one!.mark]))).map(
          (finding) => finding.id,
        ),
      ).toEqual([one!.id]);
    });
    it('knows nothing of an id that is none, or of another organisation', async () => {
      await diagnosed();
      const [one] = await findings();
      for (const [actor, id] of [
        [owner, 'nothing'],
        [rival, one!.id],
      ] as const)
        await expect(store.inWork(actor, async (work) => explainFinding(work, id, settings))).rejects.toMatchObject({
          slug: 'finding-missing',
        });
    });
  });

  describe('answering', () => {
    it("keeps an owner's answer, reads it in the next run, and does not ask again", async () => {
      await diagnosed();
      const open = await store.inWork(owner, readQuestions);
      const asked = open.find((one) => one.rung === 8)!;
      await store.inWork(owner, async (work) => answerQuestion(work, asked.id, 'no'));
      expect((await store.inWork(owner, readQuestions)).map((one) => one.id)).not.toContain(asked.id);
      await diagnosed();
      const training = (await findings()).map((one) => one.rungs[7]!);
      for (const rung of training)
        expect(rung).toMatchObject({
          answer: 'yes',
          pointsTo: 'training',
          fromWords: false,
          readFrom: [{ kind: 'own-answer', id: asked.id, version: '2026-03-01' }],
        });
    });
    it('keeps "don\'t know" as no record', async () => {
      await diagnosed();
      const [first] = await store.inWork(owner, readQuestions);
      const kept = await store.inWork(owner, async (work) => answerQuestion(work, first!.id, "don't know"));
      expect(kept.answer).toBe('no-record');
      await diagnosed();
      expect((await store.inWork(owner, readQuestions)).map((one) => one.id)).not.toContain(first!.id);
    });
    it('takes no answer to what was not asked, and none from a rep', async () => {
      await diagnosed();
      await expect(
        store.inWork(owner, async (work) => answerQuestion(work, '8:task:nothing', 'yes')),
      ).rejects.toMatchObject({ slug: 'question-unknown' });
      await expect(
        store.inWork(rep, async (work) => answerQuestion(work, '8:task:new-enquiry', 'yes')),
      ).rejects.toMatchObject({ slug: 'answer-forbidden' });
    });
  });

  describe('over the wire', () => {
    const api = (actor = owner) =>
      diagnosisApi({ store, actorOf: () => actor, spoolDir: '', ownPacks: store.dataDir, version: '0' });
    const post = (path: string, body?: unknown, actor = owner) =>
      api(actor).request(path, {
        method: 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });

    it('runs with a line a batch, tells a finding in its own shape and in plain text, asks and keeps answers', async () => {
      expect((await (await post('/v1/diagnosis')).text()).trim()).toBe('{"findings":3}');
      const [one] = await findings();
      const told = ExplanationShape.parse(await (await api().request(`/v1/findings/${one!.id}/explanation`)).json());
      expect(told.text).toContain('Ninety dollars a month.');
      const [question] = QuestionsShape.parse(await (await api().request('/v1/questions')).json());
      const reply = await post('/v1/answers', { question: question!.id, answer: 'yes', on: '2026-02-28' });
      expect(reply.status).toBe(201);
      const { rungAnswer, ...kept } = KeptAnswerShape.parse(await reply.json());
      expect(kept).toEqual({ question: question!.id, on: '2026-02-28', answer: 'yes' });
      expect(['yes', 'no']).toContain(rungAnswer);
      const unknown = { question: question!.id, answer: "don't know" };
      expect(await (await post('/v1/answers', unknown)).json()).toMatchObject({ answer: "don't know" });
      const ahead = await post('/v1/answers', { ...unknown, on: '2999-01-01' });
      expect([ahead.status, await ahead.text()]).toEqual([400, expect.stringContaining('answer-day')]);
    });
    it("answers 404 for another organisation's finding, 403 for a rep, 400 for an answer that is none", async () => {
      await (await post('/v1/diagnosis')).text();
      const [one] = await findings();
      expect((await api(rival).request(`/v1/findings/${one!.id}/explanation`)).status).toBe(404);
      expect((await api(rep).request('/v1/questions')).status).toBe(403);
      expect((await post('/v1/answers', { question: 1, answer: 'perhaps' })).status).toBe(400);
    });
  });
});
