// Coaching and lessons: a note from a mark, read and replied to on a phone in the dark, and in the record from then on; and a moment,
// its words looked at and hidden, that a lesson shows to a rep who learns nothing of whose contact it was.
import type { APIRequestContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundEverywhere, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();

interface Told {
  readonly person?: { readonly id: string; readonly name: string };
  readonly site?: { readonly name: string };
  readonly marks: readonly { id: string; verdict: string; evidence: readonly unknown[] }[];
}

/** A miss in a contact of somebody, with words that it rests on. */
async function missOf(request: APIRequestContext, person: string) {
  const { items } = (await (await request.get(`/v1/contacts?person=${person}&limit=50`)).json()) as {
    items: { id: string }[];
  };
  for (const { id } of items) {
    const contact = (await (await request.get(`/v1/contacts/${id}`)).json()) as Told;
    const mark = contact.marks.find((one) => one.verdict === 'failed' && one.evidence.length > 0);
    if (mark) return { id, mark: mark.id, ...contact };
  }
  throw new Error('They missed nothing that words show.');
}

it('a note from a mark is replied to on a phone, stands in the record, and what it is about becomes a lesson', async () => {
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: true });
  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const { person } = (await (await rep.context.request.get('/v1/me')).json()) as { person: { id: string } };
  const miss = await missOf(owner.context.request, person.id);
  const tab = await openedAt(owner.context, `/contacts/${miss.id}?mark=${miss.mark}`);
  await tab.getByRole('link', { name: 'Coach from this' }).click({ timeout: 60_000 });
  await tab.getByRole('heading', { name: 'What good sounds like' }).waitFor({ timeout: 60_000 });
  await tab.getByLabel('What you say of it').fill('They asked you twice, and you looked for the key.');
  await tab.getByLabel('What to try next time').fill('Say that you heard them, then look for it.');
  await assertSoundEverywhere(tab, 'coaching-new');
  await tab.getByRole('button', { name: /^Give it to / }).click();
  await tab.getByText(/, from you, not read yet$/).waitFor({ timeout: 60_000 });
  await tab.getByRole('button', { name: 'Take it back unread' }).waitFor();

  const phone = await openedAt(rep.context, '/');
  const note = phone.getByRole('region', { name: '1 note to you from who coaches you' });
  await note.getByRole('link').click({ timeout: 60_000 });
  await phone.getByRole('heading', { name: 'What good sounds like' }).waitFor({ timeout: 60_000 });
  await phone.getByLabel('Your reply').fill('I will. I was alone at the desk.');
  await assertSound(phone, 'coaching-note-390-dark');
  await phone.getByRole('button', { name: 'Send this reply' }).click();
  await phone.getByText(/^You replied, /).waitFor({ timeout: 60_000 });

  await tab.goto('/coaching');
  await tab.getByRole('region', { name: 'Replied to' }).getByRole('link').click({ timeout: 60_000 });
  await tab.getByText('I will. I was alone at the desk.').waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(tab, 'coaching-note');
  await tab.goto(`/people/${person.id}`);
  const helped = tab.getByRole('region', { name: 'Watched, helped, guided' });
  await helped
    .getByRole('link', { name: /^Guided by / })
    .first()
    .click({ timeout: 60_000 });
  await tab.getByText('coaching from a contact').waitFor({ timeout: 60_000 });

  await tab.goto(`/contacts/${miss.id}/pin?mark=${miss.mark}`);
  await tab.getByRole('region', { name: 'Its words' }).getByRole('button').first().click({ timeout: 60_000 });
  await tab
    .getByRole('region', { name: 'What everybody will read' })
    .getByText(/\[HIDDEN\]/)
    .first()
    .waitFor();
  await tab.getByLabel('Title').fill('Twice asked');
  await assertSoundEverywhere(tab, 'pin');
  await tab.getByRole('button', { name: 'Pin it' }).click();
  await tab.getByRole('link', { name: 'Make a lesson of it' }).click({ timeout: 60_000 });
  await tab.getByLabel('Your words to it').fill('What would you have said first?');
  await assertSoundEverywhere(tab, 'lesson-edit');
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await tab.getByRole('button', { name: 'Give it out' }).click({ timeout: 60_000 });
  await tab.getByText('It is out: everybody it is for reads it.').waitFor({ timeout: 60_000 });

  await phone.goto('/lessons');
  await phone.getByRole('link', { name: /^Twice asked/ }).click({ timeout: 60_000 });
  await phone.getByText('What would you have said first?').waitFor({ timeout: 60_000 });
  await assertSound(phone, 'lesson-390-dark');
  const words = await phone.locator('main').innerText();
  expect(words).toContain('[HIDDEN]');
  for (const telling of [miss.site?.name, miss.person?.name]) expect(words).not.toContain(telling);
  await tab.goto('/lessons?of=moments');
  await tab.getByRole('heading', { name: 'Twice asked' }).waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(tab, 'lessons-moments');
  expect([...rep.trouble, ...owner.trouble]).toEqual([]);
  for (const { context } of [rep, owner]) await context.close();
}, 300_000);
