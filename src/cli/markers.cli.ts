// `customary markers list | show | train | compare | promote | roll-back`.
import type { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import {
  MarkersShape,
  MarkerTrainingLineShape,
  OneMarkersShape,
  StandsShape,
} from '../learning/markers/markers.shape.ts';
import { exitCode } from './exit-code.ts';
import { compareText, listText, showText, trainedText } from './markers.view.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

type TrainingLine = z.infer<typeof MarkerTrainingLineShape>;

const steps = { hearing: 'hearing contacts', testing: 'testing', swapping: 'swapping people' } as const;

const pathOf = (standard: string): string => `/v1/markers/${encodeURIComponent(standard)}`;

export async function listMarkers({ client }: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await client.get(MarkersShape, '/v1/markers');
  return said(terminal, options, told, listText(told));
}

export async function showMarker(
  { client }: Session,
  terminal: Terminal,
  standard: string,
  options: SharedOptions,
): Promise<number> {
  const told = await client.get(OneMarkersShape, pathOf(standard));
  return said(terminal, options, told, showText(told));
}

export async function compareMarkers(
  { client }: Session,
  terminal: Terminal,
  standard: string,
  options: SharedOptions,
): Promise<number> {
  const told = await client.get(OneMarkersShape, pathOf(standard));
  return said(terminal, options, { standard, markers: told.markers }, compareText(told));
}

/** Each standard is told as it is done. */
export async function trainMarkers(
  { client }: Session,
  terminal: Terminal,
  standards: readonly string[],
  options: SharedOptions,
): Promise<number> {
  const progress = new Progress(terminal, 'Learning');
  const done: Exclude<TrainingLine, { kind: 'progress' }>[] = [];
  const body = JSON.stringify(standards.length > 0 ? { standards } : {});
  for await (const line of client.lines(MarkerTrainingLineShape, '/v1/markers/training', { method: 'POST', body })) {
    if (line.kind === 'progress') progress.show(`${line.title}: ${steps[line.step]}, ${line.done} of ${line.of}`);
    else {
      done.push(line);
      if (options.json !== '-') terminal.print(trainedText(line));
    }
  }
  if (done.length === 0 && options.json !== '-')
    terminal.print('Nobody marked any contact yet. People’s marks teach: see Reviews, or bring past marks in.');
  if (options.json) await writeText(options.json, [`${JSON.stringify({ markers: done }, null, 2)}\n`]);
  return exitCode.done;
}

export async function promoteMarker(
  { client }: Session,
  terminal: Terminal,
  { standard, marker }: { readonly standard: string; readonly marker?: string },
  options: SharedOptions,
): Promise<number> {
  const newest = marker ?? (await client.get(OneMarkersShape, pathOf(standard))).markers[0]?.id;
  if (newest === undefined)
    throw new Fault(
      'marker-unknown',
      'missing',
      `Nothing was learned of ${standard} yet: customary markers train ${standard}`,
    );
  const told = await client.post(StandsShape, `${pathOf(standard)}/promote`, { marker: newest });
  return said(
    terminal,
    options,
    told,
    'It takes the place of the cues from the next marking on, for old contacts too: the next customary diagnose, or Mark contacts now on its page.',
  );
}

export async function rollBackMarker(
  { client }: Session,
  terminal: Terminal,
  standard: string,
  options: SharedOptions,
): Promise<number> {
  const told = await client.post(StandsShape, `${pathOf(standard)}/roll-back`, {});
  return said(terminal, options, told, 'The cues mark again, and what they said before is back.');
}

async function said(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<number> {
  if (options.json !== '-') terminal.print(text);
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  return exitCode.done;
}
