// The organisation's own words, read and changed by hand: the row that organisation.yaml fills, by the same checks.
import { Fault } from '../../kernel/fault.ts';
import type { Organisation } from '../../people/organisation.core.ts';
import { importPeople, readOrganisation } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readRecord } from '../../record/read-record.core.ts';

/** What is changed here; which standards are kept is chosen elsewhere. */
export interface Words {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly customerWord: string;
  readonly products: readonly string[];
  readonly currency: string;
  readonly enquiriesAMonth: number | null;
  readonly conversion: number | null;
  readonly worthOfAStay: number | null;
}

const here = 'entered by hand';
const nothing = { sites: [], people: [], posts: [], policies: [], procedures: [] };

/** Null where nothing is known of the organisation yet. */
export async function readWords(work: Work): Promise<Words | null> {
  const organisation = await readOrganisation(work);
  return organisation ? wordsOf(organisation) : null;
}

/** @throws Fault `record-import-forbidden`, `words-refused` with every field that is amiss */
export async function saveWords(work: Work, words: Words): Promise<Words> {
  const standards = (await readOrganisation(work))?.standards ?? [];
  const cells = {
    name: words.name,
    'other-names': [...words.otherNames],
    'customer-word': words.customerWord,
    products: [...words.products],
    currency: words.currency,
    'enquiries-a-month': said(words.enquiriesAMonth),
    conversion: said(words.conversion),
    'worth-of-a-stay': said(words.worthOfAStay),
    standards: [...standards],
  };
  const table = { file: here, hint: 'organisation', columns: Object.keys(cells), rows: [{ cells }] };
  const { rows, rejects } = readRecord([table], nothing, null);
  if (rejects.length > 0 || rows.organisation.length === 0)
    throw new Fault(
      'words-refused',
      'malformed',
      'Some of this is not as it should be, and nothing was changed; see each field.',
      rejects.map(({ field = 'name', expected, remedy }) => ({
        pointer: `/${pointerOf(field)}`,
        detail: `expected ${expected}. ${remedy}`,
      })),
    );
  await importPeople(work, rows);
  return wordsOf(rows.organisation[0]!.row);
}

function wordsOf({ name, otherNames, customerWord, products, currency, ...assumed }: Organisation): Words {
  const { enquiriesAMonth = null, conversion = null, worthOfAStay = null } = assumed;
  return { name, otherNames, customerWord, products, currency, enquiriesAMonth, conversion, worthOfAStay };
}

const said = (amount: number | null): string => (amount === null ? '' : String(amount));
const pointerOf = (column: string): string =>
  column.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
