// Labels that state a role in themselves. A person's name or "Speaker 1" states none and is left to be worked out.
import type { Speaker } from '../../standards/encounter.core.ts';

const repWords =
  /^(?:(?:call|contact|live|human|support|service|sales|customer service|customer support|customer care|help ?desk|front desk|store|shop|branch)[ -]?)*(?:agent|rep|representative|advisor|adviser|associate|employee|staff|operator|csr|cashier|clerk|receptionist|teller|assistant|specialist|consultant|wizard|seller|salesperson|salesman|support|manager|technician|dispatcher|counsell?or|help ?desk)$/;
const customerWords =
  /^(?:(?:the|end|external)[ -]?)*(?:customer|caller|client|user|end ?user|guest|member|patient|visitor|shopper|tenant|consumer|prospect|buyer|contact|constituent|applicant|passenger|resident|subscriber|policy ?holder)$/;
const otherWords =
  /^(?:ivr|bot|chat ?bot|virtual (?:agent|assistant)|voice ?bot|system|recording|recorded message|machine|automated(?: system| message)?|action|narrator|voicemail|music|announcement|supervisor|third party|interpreter|translator)$/;
// These serve the customer where nobody else does: a two-party log of "user" and "system" has a desk behind the system.
const stoodInFor = /^(?:system|bot|chat ?bot|assistant|virtual (?:agent|assistant))$/;

/** Characters of the longest label that may state a role: beyond it stands a text, and the patterns below take time by its square. */
const longest = 80;

const plain = (label: string): string =>
  label
    .slice(0, longest + 1)
    .toLowerCase()
    .replace(/[_*[\]().:]+/g, ' ')
    .replace(/\s*#?\d+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The role that a label states, or null. `Agent 2`, `CUSTOMER`, `[caller]` and the like are seen through. */
export function statedRole(label: string): Speaker | null {
  if (label.length > longest) return null;
  const word = plain(label);
  if (otherWords.test(word)) return 'other';
  if (repWords.test(word)) return 'rep';
  return customerWords.test(word) ? 'customer' : null;
}

/** The roles that a contact's labels state together: `system` is the rep where no other rep stands beside a customer. */
export function statedRoles(labels: Iterable<string>): ReadonlyMap<string, Speaker> {
  const roles = new Map<string, Speaker>();
  for (const label of labels) {
    const role = statedRole(label);
    if (role) roles.set(label, role);
  }
  const has = (role: Speaker): boolean => [...roles.values()].includes(role);
  if (has('customer') && !has('rep')) {
    for (const [label, role] of roles) if (role === 'other' && stoodInFor.test(plain(label))) roles.set(label, 'rep');
  }
  return roles;
}
