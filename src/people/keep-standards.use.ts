// Which standards the organisation keeps, changed by hand: the same column that organisation.yaml fills.
import { Fault } from '../kernel/fault.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { keepOrganisation, organisationOf } from './people.store.ts';

/**
 * Keep these standards and no others. Who may is for the caller to have asked.
 * @param standards ids, and names of packs for all of theirs
 * @throws Fault `organisation-unknown`
 */
export async function keepStandards(work: Work, standards: readonly string[]): Promise<void> {
  const organisation = await organisationOf(work);
  if (!organisation)
    throw new Fault(
      'organisation-unknown',
      'unready',
      'Nothing is known of the organisation yet. Bring organisation.yaml with its name first; until then every standard is kept.',
    );
  await keepOrganisation(work, [{ row: { ...organisation, standards }, from: { file: 'chosen here' } }]);
  await append(work, { kind: 'standards.chosen', subjects: [work.actor.orgId], digestOf: standards.join('\n') });
}
