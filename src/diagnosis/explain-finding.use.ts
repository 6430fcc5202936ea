// One finding, told whole.
import { Fault } from '../kernel/fault.ts';
import { findContacts } from '../contacts/contacts.use.ts';
import { markedContacts } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import type { Work } from '../platform/db/work.ts';
import { withContactsThen } from './diagnose.use.ts';
import { assertMayDiagnose } from './diagnosis.access.ts';
import { type Explanation, toExplanation } from './explanation.core.ts';
import { findingById } from './finding.store.ts';
import type { LadderSettings } from './ladder-settings.core.ts';
import { readBook } from './read-book.use.ts';
import { rulingsOn } from './rulings.use.ts';
import { toFailures } from './to-failures.core.ts';

/**
 * Tells a finding, by its own id or its mark's.
 * @throws Fault `finding-missing`, `finding-outdated`, `diagnosis-forbidden`
 */
export async function explainFinding(work: Work, id: string, settings: LadderSettings): Promise<Explanation> {
  assertMayDiagnose(work.actor);
  const finding = await findingById(work.tx, work.actor.orgId, id);
  if (!finding) {
    throw new Fault(
      'finding-missing',
      'missing',
      'No failure goes by this id. Take an id from the report, or run diagnose first.',
    );
  }
  const book = await readBook(work);
  const found = await markedContacts(work, await findContacts(work, [finding.contact]));
  const [marked] = await withContactsThen(work, book, found);
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const rulings = await rulingsOn(
    work,
    found.map((one) => one.contact),
  );
  const failure = marked && toFailures(marked, standards, book, rulings).find((one) => one.mark.id === finding.mark);
  if (!marked || !failure) {
    throw new Fault(
      'finding-outdated',
      'conflict',
      'The contact was marked again since causes were last found. Run diagnose again.',
    );
  }
  return toExplanation({
    finding,
    failure,
    turns: marked.contact.turns,
    siteName: book.site(failure.site)?.name ?? failure.site ?? null,
    settings,
    recordBrought: book.brought,
    answered: (rung, about, value) => book.ownAnswer(rung, about, value) !== undefined,
  });
}
