// What somebody may, in words.
import type { Grant, Role } from '../../kernel/actor.ts';

/** What each role is called, and what it is for. */
export const roleWords: Readonly<Record<Role, readonly [name: string, says: string]>> = {
  owner: ['owner', 'Sees and decides everything, and who signs in.'],
  'district-manager': ['district manager', 'Answers for several sites.'],
  manager: ['manager', 'Answers for a site: sees its people and what they need.'],
  rep: ['rep', 'Sees their own calls and visits, and nobody else’s.'],
  trainer: ['trainer', 'Sees who needs what, and keeps the standards.'],
  reviewer: ['reviewer', 'Checks what the program marked.'],
  shopper: ['mystery shopper', 'Sees their own assignments.'],
  counsel: ['counsel', 'Reads letters and the judge’s file; places legal holds, and erases.'],
  hr: ['personnel', 'Keeps the record of people.'],
  auditor: ['auditor', 'Reads what an owner reads, and changes nothing.'],
};

/** `manager at Bay Street and Harbor Drive`, `auditor`; sites by id where their names aren't known. */
export function grantSays({ role, sites }: Grant, names: ReadonlyMap<string, string> = new Map()): string {
  const [name] = roleWords[role];
  if (sites === null) return name;
  const told = sites.map((site) => names.get(site) ?? site);
  return `${name} at ${told.length > 3 ? `${told.length} sites` : new Intl.ListFormat('en').format(told)}`;
}
