import { expect, it } from 'vitest';
import { formQuestions } from './form-questions.ts';
import { loadPacks } from './packs.use.ts';

it('a form asks whoever fills it in, in whole questions, and each answer decides its standard', async () => {
  const packs = await loadPacks();
  for (const channel of ['visit', 'shop'] as const) {
    const questions = formQuestions(packs, channel);
    expect(questions.length).toBeGreaterThan(5);
    for (const { question, yes, no } of questions) {
      expect(question).toMatch(/^(Did|Was|Were) \S+ .+/);
      expect([yes, no].toSorted()).toEqual(['failed', 'met']);
    }
  }
});

it('what no standard asks of a channel is no form', async () => {
  expect(formQuestions(await loadPacks(), 'email')).toEqual([]);
});
