// The report's long lists as lines, page by page, each page in a transaction of its own: memory stays flat however many
// contacts there are.
import type { Actor } from '../../kernel/actor.ts';
import type { MarkedContact } from '../../marking/marks.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Store } from '../../platform/db/open.ts';
import { readFindings } from '../findings.use.ts';
import type { FailureLine } from '../report-lines.shape.ts';
import type { ContactLine, FindingLine, MarkLine } from '../stream.shape.ts';
import { readFailedPage, readMarkedPage } from './report-page.use.ts';
import { contactLine, findingLine, markLine, namesOf, shownContact, shownFailure, type Names } from './shown.core.ts';

const page = 200;

/** Every contact, in order of id. */
export async function* contactLines(store: Store, actor: Actor, people: boolean): AsyncGenerator<ContactLine> {
  const names = people ? await readNames(store, actor) : null;
  for await (const one of everyMarked(store, actor)) yield contactLine(one, names);
}

/** Every mark in use, in order of contact and standard. */
export async function* markLines(store: Store, actor: Actor): AsyncGenerator<MarkLine> {
  for await (const one of everyMarked(store, actor)) for (const mark of one.marks) yield markLine(mark, one.contact);
}

/** Every finding of the last run, in order of id. */
export async function* findingLines(store: Store, actor: Actor): AsyncGenerator<FindingLine> {
  for (let after = ''; ;) {
    const found = await store.inWork(actor, async (work) => readFindings(work, after, page));
    for (const one of found) yield findingLine(one);
    if (found.length < page) return;
    after = found.at(-1)!.id;
  }
}

/** Every failure with its contact and its ladder, in order of contact. */
export async function* failureLines(store: Store, actor: Actor, people: boolean): AsyncGenerator<FailureLine> {
  const names = people ? await readNames(store, actor) : null;
  for (let after = ''; ;) {
    const { contacts, findings } = await store.inWork(actor, async (work) => readFailedPage(work, after, page));
    for (const one of contacts) {
      const contact = shownContact(one, names);
      for (const mark of one.marks)
        if (mark.verdict === 'failed')
          yield { failure: shownFailure(mark, one.contact, findings.get(mark.id)), contact };
    }
    if (contacts.length < page) return;
    after = contacts.at(-1)!.contact.id;
  }
}

async function readNames(store: Store, actor: Actor): Promise<Names> {
  return namesOf((await store.inWork(actor, readSitesAndPeople)).people);
}

async function* everyMarked(store: Store, actor: Actor): AsyncGenerator<MarkedContact> {
  for (let after = ''; ;) {
    const found = await store.inWork(actor, async (work) => readMarkedPage(work, after, page));
    yield* found;
    if (found.length < page) return;
    after = found.at(-1)!.contact.id;
  }
}
