// The ladder's file as text: YAML, parsed and checked.
import { parseDocument } from 'yaml';
import { Fault } from '../kernel/fault.ts';
import { type LadderSettings, toLadderSettings } from './ladder-settings.core.ts';

/** @throws Fault `ladder-malformed`, naming every line or place that is wrong */
export function parseLadder(text: string): LadderSettings {
  const file = parseDocument(text);
  if (file.errors.length > 0) {
    const errors = file.errors.map((one) => ({
      pointer: `line ${one.linePos?.[0].line ?? '?'}`,
      detail: one.message.split('\n')[0] ?? '',
    }));
    throw new Fault(
      'ladder-malformed',
      'malformed',
      "The ladder's file is not valid YAML; correct the lines named.",
      errors,
    );
  }
  return toLadderSettings(file.toJS());
}
