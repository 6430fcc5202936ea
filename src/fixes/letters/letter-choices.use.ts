// What a letter may be about, as far as whoever writes may see it: documents in force with their parts, sites, and the words of what
// it cites.
import { tellFailures } from '../../diagnosis/overview/tell-failures.use.ts';
import { inForce } from '../../kernel/moment.ts';
import { mayReadContacts } from '../../marking/search/contacts.access.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { citedAmong } from '../../policies/letters/follow-letters.use.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { readProcedures } from '../../procedures/procedures.use.ts';

export async function letterChoices(work: Work, marks: readonly string[]) {
  const today = work.now.slice(0, 10);
  const policies = (await readPolicies(work))
    .filter((one) => inForce(one, today))
    .map(({ id, title, clauses }) => ({ kind: 'policy' as const, id, title, parts: clauses.map(partOf) }));
  const procedures = (await readProcedures(work))
    .filter((one) => inForce(one, today))
    .map(({ id, title, steps }) => ({ kind: 'procedure' as const, id, title, parts: steps.map(partOf) }));
  const { sites } = await readSitesAndPeople(work);
  return {
    documents: [...policies, ...procedures].toSorted((a, b) => a.title.localeCompare(b.title)),
    sites: sites.map(({ id, name }) => ({ id, name })),
    quotes: mayReadContacts(work.actor) ? await tellFailures(work, await citedAmong(work, marks)) : [],
  };
}

const partOf = ({ id, text }: { readonly id: string; readonly text: string }) => ({ id, text });
