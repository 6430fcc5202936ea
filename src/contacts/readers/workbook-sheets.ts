// The sheets of a workbook, by the library that knows the format. It fills every gap between cells: one cell far out makes a small
// file huge, so that only a process of its own, with a memory of its own, may call this.
import readWorkbook from 'read-excel-file/universal';

export interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

/** What the format allows in a sheet. */
const mostColumns = 16_384;

/**
 * Every sheet, whole. Of the archive only those members are unpacked that its list names, at the size that it says.
 * @throws Error of the library, or where a sheet is wider than the format allows
 */
export async function sheetsIn(bytes: Uint8Array): Promise<readonly Sheet[]> {
  // Memory of its own: the library takes no part of a larger one.
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const sheets = await readWorkbook(whole);
  if (sheets.some(({ data }) => data.some((row) => row.length > mostColumns))) throw new Error('a sheet too wide');
  return sheets;
}
