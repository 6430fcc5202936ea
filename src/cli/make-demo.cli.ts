// The demo's files, made from a fixed seed as each is asked for: the record, the last contacts, all the others.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../kernel/moment.ts';
import { contactFiles } from '../simulate/contact-files.ts';
import { loadWording } from '../simulate/dialogue/load-wording.ts';
import { planOrganisation } from '../simulate/plan-organisation.ts';
import type { Planned } from '../simulate/planned-organisation.core.ts';
import type { PlannedContact } from '../simulate/planned.core.ts';
import { recordFiles } from '../simulate/record-files.ts';
import { shippedScenario } from '../simulate/shipped-scenarios.ts';
import { truthFile } from '../simulate/truth-file.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

const seed = 8;

/**
 * Contacts a day over all sites: a quarter of what the scenario plans, since every standard of every pack is marked and each
 * failure climbs the ladder; `customary simulate harbor` writes them all.
 */
const contactsADay = 8;

/** Harbor Self Storage, as the scenario plans it, with fewer contacts. */
export function planHarbor(): Planned {
  const file = shippedScenario('harbor');
  const sizes = { ...file.ranges.sizes, 'contacts-a-day': [contactsADay, contactsADay] as const };
  return planOrganisation({ ...file, ranges: { ...file.ranges, sizes } }, seed);
}

/** Contacts that are shown first: enough to say something of each site, few enough to be there at once. */
const mostFirst = 200;
/** The longest tables are taken in with the contacts of the year: nobody waits for them at first. */
const outcomes = 'outcomes.csv';
const shifts = 'shifts.csv';

/** Each part is written when it is asked for, and its path given; what is there already is left. */
export interface Demo {
  readonly record: () => Promise<string>;
  readonly latest: () => Promise<string>;
  readonly contacts: () => Promise<string>;
  /** The tables that `record` left for later. */
  readonly tables: () => Promise<string[]>;
}

/** @param folder where the organisation's files go, below the data folder */
export function makeDemo(planned: Planned, folder: string, terminal: Terminal): Demo {
  const byDay = planned.contacts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const first = Math.min(mostFirst, Math.ceil(byDay.length / 4));
  const since = byDay[byDay.length - first]?.day ?? planned.firstDay;
  const recent = { ...planned, records: { ...planned.records, shifts: shiftsSince(planned, since) } };
  const progress = new Progress(terminal, 'making Harbor Self Storage');
  const record = join(folder, 'record');
  return {
    record: async () => {
      for (const file of recordFiles(recent))
        if (file.path !== outcomes) await writeText(join(record, file.path), [file.text]);
      return record;
    },
    latest: async () => write('latest', byDay.slice(-first)),
    contacts: async () => {
      await write('latest', byDay.slice(-first));
      await write('year', byDay.slice(0, -first));
      // Written last: it says that all the others are there.
      await writeText(join(folder, 'truth.json'), [truthFile(planned)]);
      return join(folder, 'contacts');
    },
    tables: async () => {
      const tables = recordFiles(planned).filter(({ path }) => path === shifts || path === outcomes);
      for (const { path, text } of tables) await writeText(join(record, path), [text]);
      return tables.map(({ path }) => join(record, path));
    },
  };

  async function write(part: string, contacts: readonly PlannedContact[]): Promise<string> {
    const into = join(folder, 'contacts', part);
    if (existsSync(join(folder, 'truth.json'))) return into;
    let written = 0;
    for (const file of contactFiles(planned, loadWording(), contacts)) {
      await writeText(join(into, file.path), [file.text]);
      written += file.contacts;
      progress.show(`${written} of ${contacts.length} contacts`);
    }
    return into;
  }
}

// A day earlier counts too: a shift may end on the next.
function shiftsSince({ records }: Planned, day: string): Planned['records']['shifts'] {
  const from = addDays(day, -1);
  return records.shifts.filter((shift) => shift.to.slice(0, 10) >= from);
}
