// The rows of the model, read page by page from all marked contacts and the dated record.
import { type ContactToCompare, readToCompare } from '../../contacts/contacts.use.ts';
import { type DecidedContact, readDecided } from '../../marking/decided-marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { RecordBook } from '../book.core.ts';
import { withContactsThen } from '../diagnose.use.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import { readBook } from '../read-book.use.ts';
import { decided, knownRep, whenOf } from '../to-failures.core.ts';
import { readExcuses } from './excuses.core.ts';
import { ExposureReader } from './exposures.core.ts';
import { type RowContact, RowMaker } from './row-maker.core.ts';

/** What reading keeps between pages. */
export interface RowsReading {
  readonly book: RecordBook;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly maker: RowMaker;
}

export async function beginRows(work: Work, settings: LadderSettings): Promise<RowsReading> {
  const book = await readBook(work);
  return {
    book,
    standards: new Map((await standardsInUse(work)).map((one) => [one.id, one])),
    maker: new RowMaker(new ExposureReader(book, settings.thresholds)),
  };
}

/** Takes in the next contacts after an id. @returns the contact to go on after; null where that was all */
export async function readRowsBatch(
  work: Work,
  reading: RowsReading,
  after: string,
  limit: number,
): Promise<string | null> {
  const contacts = await readToCompare(work, after, limit);
  const decided = await readDecided(work, contacts);
  const marked: Read[] = contacts.map((contact, index) => ({ contact, ...decided[index]! }));
  const then = await withContactsThen(work, reading.book, marked);
  for (const one of then) reading.maker.add(rowContact(one, reading));
  return contacts.length < limit ? null : contacts.at(-1)!.id;
}

type Read = DecidedContact & { readonly contact: ContactToCompare; readonly contactsThen?: number };

function rowContact({ contact, kind, marks, contactsThen }: Read, { book, standards }: RowsReading): RowContact {
  const { personId, siteId, productAsked, priceQuoted } = contact;
  const site = book.site(siteId);
  const when = whenOf(contact, site?.timeZone);
  const person = knownRep(personId);
  const hour = hourOf(contact, site?.timeZone);
  return {
    id: contact.id,
    kind: kind ?? 'unknown',
    ...(siteId === undefined ? {} : { site: siteId }),
    ...(personId === undefined ? {} : { ratedAs: personId }),
    ...(person === undefined ? {} : { person }),
    ...(when.day === undefined ? {} : { day: when.day }),
    ...(when.startedAt === undefined ? {} : { at: when.startedAt }),
    ...(contactsThen === undefined ? {} : { contactsThen }),
    excuses: readExcuses({
      id: contact.id,
      turns: contact.turns,
      ...(productAsked === undefined ? {} : { productAsked }),
      ...(priceQuoted === undefined ? {} : { priceQuoted }),
      ...(site?.locationClass === undefined ? {} : { locationClass: site.locationClass }),
      // A day without its hour still says how the moon stood.
      ...(when.startedAt === undefined
        ? when.day === undefined
          ? {}
          : { at: `${when.day}T12:00:00.000Z` }
        : { at: when.startedAt }),
      ...(hour === undefined ? {} : { hour }),
    }),
    marks: [...Map.groupBy(marks, (mark) => mark.standard)].flatMap(([id, all]) => {
      const standard = standards.get(id);
      const [mark] = decided(all);
      if (!standard || !mark) return [];
      return [
        {
          standard: id,
          marker: mark.marker,
          failed: mark.verdict === 'failed',
          ...(standard.task === undefined ? {} : { task: standard.task }),
        },
      ];
    }),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The hour by the clock of the site; undefined where only the day is known, or an instant without its place. */
function hourOf({ startedAt, startedLocal }: ContactToCompare, zone: string | undefined): number | undefined {
  if (startedLocal !== undefined) return startedLocal.length >= 13 ? Number(startedLocal.slice(11, 13)) : undefined;
  if (startedAt === undefined || zone === undefined) return undefined;
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    clocks.set(zone, clock);
  }
  return Number(clock.format(new Date(startedAt)));
}
