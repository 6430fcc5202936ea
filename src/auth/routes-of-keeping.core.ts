// Who may call the routes of sites, people, settings and the history.
import { everyRole } from '../kernel/actor.ts';
import { line, movesContacts, noSite, own, type RouteLine, writes } from './route-line.core.ts';
import {
  owner,
  thoseWhoBind,
  thoseWhoErase,
  thoseWhoHold,
  thoseWhoReadMoney,
  thoseWhoReadTheBinder,
  thoseWhoSeeSites,
} from './route-roles.core.ts';

/** How an organisation keeps its data, and who sees to it. */
export const routesOfKeeping: readonly RouteLine[] = [
  line('GET /v1/sites', 'listSites', 'List the sites with their figures', thoseWhoSeeSites, own),
  line('GET /v1/organisation', 'readWords', 'Read the organisation’s words', thoseWhoReadMoney),
  line('PUT /v1/organisation', 'saveWords', 'Change the organisation’s words', owner, writes),
  line('GET /v1/retention', 'readRetention', 'Read how long contacts are kept', [...thoseWhoErase, 'auditor']),
  line('GET /v1/retention/preview', 'previewRetention', 'See what would be erased', [...thoseWhoErase, 'auditor']),
  line('PUT /v1/retention', 'setRetention', 'Say how long contacts are kept', thoseWhoErase, writes),
  line('POST /v1/retention/erase', 'eraseOld', 'Erase what is older than that', thoseWhoErase, movesContacts),
  line('POST /v1/erasures/preview', 'previewErasing', 'See what is held of a customer', thoseWhoErase),
  line('POST /v1/erasures', 'erase', 'Erase a contact or a customer', thoseWhoErase, movesContacts),
  line('GET /v1/legal-holds', 'listLegalHolds', 'List the legal holds', [...thoseWhoHold, 'auditor']),
  line('POST /v1/legal-holds', 'placeLegalHold', 'Place a legal hold', thoseWhoHold, writes),
  line('POST /v1/legal-holds/{id}/release', 'releaseLegalHold', 'Release a legal hold', thoseWhoErase, writes),

  line('POST /v1/backup', 'makeBackup', 'Take a backup of everything, keys too', owner, writes),

  line('GET /v1/ledger', 'readLedgerHead', 'Read the last line of the history', thoseWhoReadMoney),
  line('GET /v1/ledger/lines', 'listHistory', 'Read the history', [...thoseWhoErase, 'auditor']),
  line('GET /v1/ledger/lines.csv', 'downloadHistory', 'Take the history out as a table', [...thoseWhoErase, 'auditor']),
  line('GET /v1/ledger/check', 'checkHistory', 'Check the history line by line', [...thoseWhoErase, 'auditor']),
  line('POST /v1/bundles/preview', 'previewBundle', 'See what a judge’s file would hold', thoseWhoReadTheBinder),
  line(
    'GET /v1/bundle-choices',
    'readBundleChoices',
    'Read what a judge’s file can be narrowed to',
    thoseWhoReadTheBinder,
  ),
  line('POST /v1/bundles', 'makeBundle', 'Have a judge’s file made', thoseWhoBind, writes),
  line('GET /v1/bundles', 'listBundles', 'List the judge’s files', thoseWhoReadTheBinder),
  line('GET /v1/bundles/{id}', 'readBundle', 'Read how far a judge’s file is', thoseWhoReadTheBinder),
  line('GET /v1/bundles/{id}/file', 'takeBundle', 'Take a judge’s file', thoseWhoReadTheBinder),
  line('DELETE /v1/bundles/{id}/file', 'dropBundle', 'Drop the copy of a judge’s file', thoseWhoBind, writes),
  line('GET /v1/checkpoints', 'listCheckpoints', 'List the signed checkpoints', thoseWhoReadTheBinder),
  line('POST /v1/checkpoints', 'signCheckpoint', 'Seal and sign everything on record', thoseWhoBind, writes),
  line('POST /v1/checkpoints/{size}/take', 'takeCheckpoint', 'Take a checkpoint away', thoseWhoBind, writes),
  line('PUT /v1/checkpoints/addresses', 'chooseCheckpointMail', 'Say who gets checkpoints by mail', owner, writes),
  line('GET /v1/verifier', 'readVerifier', 'Take the page that checks a judge’s file', everyRole, noSite),
  line('GET /v1/members', 'listMembers', 'List who signs in', owner),
  line('GET /v1/members/sites', 'listNamesOnRecord', 'List sites and people by name', owner),
  line('POST /v1/members/{id}/grants', 'changeGrants', 'Say what somebody may', owner, writes),
  line('POST /v1/members/{id}/end', 'endMember', 'Let somebody sign in no more', owner, writes),
  line('POST /v1/members/{id}/new-password', 'offerNewPassword', 'Offer somebody a new password', owner, writes),
  line('GET /v1/invitations', 'listInvitations', 'List the open invitations', owner),
  line('POST /v1/invitations', 'invite', 'Invite somebody', owner, writes),
  line('POST /v1/invitations/{id}/withdraw', 'withdrawInvitation', 'Take an invitation back', owner, writes),
  // It changes nothing, but a link in a letter lets in whoever reads it: not for whoever only reads.
  line('GET /v1/mail/outbox', 'readOutbox', 'Read the mail that waits', owner, writes),
  line('GET /v1/tokens', 'listTokens', 'List the tokens', owner),
  line('POST /v1/tokens', 'addToken', 'Add a token', owner, writes),
  line('POST /v1/tokens/{id}/end', 'endToken', 'End a token', owner, writes),
];
