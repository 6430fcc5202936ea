// A thread that makes the demo's files from its scenario and seed, while the others are taken in: it plans at once; when they
// are asked for it writes the record and the last contacts, then all the others, month by month, and what was planted in
// them. Each part is told once it is whole.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { addDays } from '../kernel/moment.ts';
import { contactFiles, type ContactFile } from '../simulate/contact-files.ts';
import { loadWording } from '../simulate/dialogue/load-wording.ts';
import { planOrganisation } from '../simulate/plan-organisation.ts';
import type { Planned } from '../simulate/planned-organisation.core.ts';
import { recordFiles } from '../simulate/record-files.ts';
import { voiceFiles, voicesFolder } from '../simulate/written/voice-files.ts';
import { reviewedFile } from '../simulate/reviewed-file.ts';
import { toldFixes } from '../simulate/told-fixes.core.ts';
import { truthFile } from '../simulate/truth-file.ts';
import type { DemoAsked, DemoFirst, DemoOrder, DemoTold } from './demo-parts.ts';
import { writeText } from './write-file.ts';

/** Contacts that are shown first: enough to say something of each site, few enough to be there at once. */
const mostFirst = 200;
/** The longest tables are taken in with the contacts of the year: nobody waits for them at first. */
const laterTables = ['outcomes.csv', 'shifts.csv'];

const { scenario, seed } = workerData as DemoOrder;
const tell = (told: DemoTold): void => parentPort?.postMessage(told);

const planned = planOrganisation(scenario, seed);
const byDay = planned.contacts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
const first = Math.min(mostFirst, Math.ceil(byDay.length / 4));
const since = byDay[byDay.length - first]?.day ?? planned.firstDay;
const recent = { ...planned, records: { ...planned.records, shifts: shiftsSince(planned, since) } };

const recordOfRecent = recordFiles(recent);
const latest = [...contactFiles(planned, loadWording(), byDay.slice(-first))];
let folder = '';
let made = false;

parentPort?.on('message', (asked: DemoAsked) => {
  if (asked.part === 'first') void writeFirst(asked);
  else void (asked.part === 'year' ? writeYear() : writeRest());
});

async function writeFirst(asked: DemoFirst): Promise<void> {
  ({ folder, made } = asked);
  if (!made)
    for (const { path, text } of recordOfRecent)
      if (path !== 'outcomes.csv') await writeText(join(folder, 'record', path), [text]);
  tell({ part: 'record' });
  if (!made) await writeContacts('latest', latest);
  tell({ part: 'latest' });
}

async function writeYear(): Promise<void> {
  const months = Map.groupBy(byDay.slice(0, -first), (one) => one.day.slice(0, 7));
  let written = 0;
  for (const month of [...months.keys()].toSorted().toReversed()) {
    const contacts = months.get(month)!;
    if (!made) await writeContacts('year', contactFiles(planned, loadWording(), contacts));
    written += contacts.length;
    tell({ part: 'progress', written, of: byDay.length - first });
    tell({ part: 'month', folder: join(folder, 'contacts', 'year', month) });
  }
  if (!made) {
    await writeText(join(folder, 'reviewed.csv'), [reviewedFile(planned)]);
    // Written last: it says that all the others are there.
    await writeText(join(folder, 'truth.json'), [truthFile(planned)]);
  }
  tell({ part: 'year' });
}

async function writeRest(): Promise<void> {
  const later = recordFiles(planned).filter(({ path }) => laterTables.includes(path));
  const voices = voiceFiles(planned);
  const record = join(folder, 'record');
  for (const { path, text } of [...later, ...voices]) await writeText(join(record, path), [text]);
  const tables = later.map(({ path }) => join(record, path));
  if (voices.length > 0) tables.push(join(record, voicesFolder));
  tell({ part: 'rest', tables, fixes: toldFixes(planned) });
}

async function writeContacts(part: string, files: Iterable<ContactFile>): Promise<void> {
  for (const file of files) await writeText(join(folder, 'contacts', part, file.path), [file.text]);
}

// A day earlier counts too: a shift may end on the next.
function shiftsSince({ records }: Planned, day: string): Planned['records']['shifts'] {
  const from = addDays(day, -1);
  return records.shifts.filter((shift) => shift.to.slice(0, 10) >= from);
}
