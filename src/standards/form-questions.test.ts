import { expect, it } from 'vitest';
import { formQuestions } from './form-questions.ts';
import { loadPacks } from './packs.use.ts';

it('a form asks whoever fills it in, in whole questions, and each answer decides its standard', async () => {
  const packs = await loadPacks();
  for (const channel of ['visit', 'shop', 'phone', 'complaint'] as const) {
    const questions = formQuestions(packs, channel);
    expect([channel, questions.length >= 8 && questions.length <= 15]).toEqual([channel, true]);
    expect(new Set(questions.map((one) => one.question)).size).toBe(questions.length);
    for (const { question, yes, no } of questions) {
      expect(question).toMatch(/^(Did|Was|Were) \S+ .+/);
      expect([yes, no].toSorted()).toEqual(['failed', 'met']);
    }
  }
});

it('a complaint’s form asks of the complaint, and no other form does', async () => {
  const packs = await loadPacks();
  const about = (channel: 'visit' | 'phone' | 'complaint') =>
    formQuestions(packs, channel).filter((one) => /complain/.test(one.question + one.standard)).length;
  expect(about('complaint')).toBeGreaterThan(8);
  expect([about('visit'), about('phone')]).toEqual([0, 0]);
});

it('what no standard asks of a channel is no form', async () => {
  expect(formQuestions(await loadPacks(), 'email')).toEqual([]);
});
