// Who may write documents, decide the rules of approving, publish, and look at drafts. What somebody approves is their rule's to
// say; which documents they see at all is the database's.
import { heldTo, type Actor, type Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const writers: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer', 'counsel'];
const publishers: readonly Role[] = ['owner', 'district-manager', 'hr'];
const readers: readonly Role[] = [...writers, 'auditor'];

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** Those who answer for rules write them. */
export function mayWriteDocuments(actor: Actor): boolean {
  return has(actor, writers);
}

/** @throws Fault `document-forbidden` */
export function assertMayWriteDocuments(actor: Actor): void {
  if (!mayWriteDocuments(actor))
    throw new Fault(
      'document-forbidden',
      'forbidden',
      'Documents are written by owners, managers, trainers, HR and counsel. Anyone may write a letter about one.',
    );
}

/** Whether they see drafts, and who has still to read what. */
export function mayReadDraftsOf(actor: Actor): boolean {
  return has(actor, readers);
}

/** @throws Fault `document-forbidden` */
export function assertMayReadDrafts(actor: Actor): void {
  if (!mayReadDraftsOf(actor))
    throw new Fault(
      'document-forbidden',
      'forbidden',
      'Drafts are seen by those who write documents, and by auditors. Ask one of them.',
    );
}

/** Whether they may publish a document for these sites; whoever is held to sites publishes for some of those alone. */
export function mayPublish(actor: Actor, sites: readonly string[]): boolean {
  return has(actor, publishers) && allTheirs(actor, sites);
}

/** Whether these are sites of theirs and no others. @param sites empty: everywhere */
export function allTheirs(actor: Actor, sites: readonly string[]): boolean {
  const held = heldTo(actor);
  return held === null || (sites.length > 0 && sites.every((site) => held.sites.includes(site)));
}

/** @throws Fault `document-publish-forbidden` */
export function assertMayPublish(actor: Actor, sites: readonly string[]): void {
  if (!mayPublish(actor, sites))
    throw new Fault(
      'document-publish-forbidden',
      'forbidden',
      'An owner, a district manager or HR publishes documents, for the sites that are theirs. Ask one of them.',
    );
}

/** @throws Fault `document-rules-forbidden` */
export function assertMaySetRules(actor: Actor): void {
  if (!actor.roles.includes('owner'))
    throw new Fault('document-rules-forbidden', 'forbidden', 'Only an owner says how documents are approved. Ask one.');
}
