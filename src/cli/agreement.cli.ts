// `customary agreement` and `customary calibrations ...`: how far people agree, and the sessions in which they find out why not.
import { AgreementShape } from '../review/agreement/agreement.shape.ts';
import { CalibrationShape, CalibrationsShape } from '../review/calibration/calibration.shape.ts';
import { agreementText, calibrationsText, calibrationText, oneAgreementText } from './agreement.view.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary agreement [STANDARD]`. */
export async function tellAgreement(
  session: Session,
  terminal: Terminal,
  standard: string | undefined,
  options: SharedOptions,
): Promise<number> {
  const query = standard === undefined ? '' : `?standard=${encodeURIComponent(standard)}`;
  const told = await session.client.get(AgreementShape, `/v1/agreement${query}`);
  const text =
    standard === undefined ? agreementText(told, terminal.columns) : oneAgreementText(told, standard, terminal.columns);
  await write(terminal, options, told, text);
  return exitCode.done;
}

/** `customary calibrations list`. */
export async function listCalibrations(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(CalibrationsShape, '/v1/calibrations');
  await write(terminal, options, told, calibrationsText(told, terminal.columns));
  return exitCode.done;
}

/** `customary calibrations show ID`. */
export async function showCalibration(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(CalibrationShape, `/v1/calibrations/${encodeURIComponent(id)}`);
  await write(terminal, options, told, calibrationText(told, terminal.columns));
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
