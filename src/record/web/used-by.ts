// Which questions read a table: where a row of it bears when a miss is traced to its cause. In the words of the ladder
// (docs/guide/causes.md), told to whoever looks at the row.
import type { EntryKind } from '../entries/entry.core.ts';

export const usedBy: Readonly<Record<EntryKind, string>> = {
  people: 'Contacts are matched to their rep by it; posts, certificates and observations name it.',
  posts: 'Says who served where, in which role and under whom: every question about a person begins with it.',
  sites: 'Contacts, posts and documents belong to it; its clock tells which day it was.',
  'site-months': 'Says what the site could have produced, beside what it did.',
  shifts: 'Answers whether there were enough people for the contacts that came at once.',
  'authority-limits': 'Answers whether the rep was allowed to do what the standard asks, without asking first.',
  policies: 'Answers whether a rule of ours stood in the way, or asked for it, on the day of a contact.',
  procedures: 'Answers whether it was in writing how the thing is done, on the day of a contact.',
  duties: 'Answers whether it was the job of whoever served.',
  acknowledgements: 'Answers whether whoever served had read it, and understood it.',
  certificates: 'Answers whether whoever served had been shown able to do it, and whether that still held.',
  observations: 'Answers whether anybody watched, helped or guided, and how often the same thing was helped with.',
  targets: 'Answers whether people were asked or paid for something that makes it sensible to miss the standard.',
  approvals: 'Answers whether somebody waited for a sign-off when the customer stood there.',
  outages: 'Answers whether something had failed at the site at that hour.',
  attempts: 'Answers what was tried with the person before, and what came of it.',
  outcomes: 'Says what keeping a standard goes with, and what failing costs.',
};
