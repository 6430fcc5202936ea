// The file of published rates as text: YAML, parsed and checked.
import { parseDocument } from 'yaml';
import { Fault } from '../kernel/fault.ts';
import { toBaseRates, type BaseRates } from './base-rates.core.ts';

/** @throws Fault `base-rates-malformed`, naming every line or place that is wrong */
export function parseBaseRates(text: string): BaseRates {
  const file = parseDocument(text);
  if (file.errors.length > 0)
    throw new Fault(
      'base-rates-malformed',
      'malformed',
      'The file of published rates is not valid YAML; correct the lines named.',
      file.errors.map((one) => ({
        pointer: `line ${one.linePos?.[0].line ?? '?'}`,
        detail: one.message.split('\n')[0] ?? '',
      })),
    );
  return toBaseRates(file.toJS() ?? {});
}
