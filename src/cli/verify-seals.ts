// Rows of the record checked against their seals, and the history against a checkpoint: what `ledger verify` does beside the chain.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sealAll } from '../binder/seal/seal.job.ts';
import { giveCheckpoint, sealer } from '../binder/seal/checkpoint.use.ts';
import { verifyRows } from '../binder/seal/verify-rows.use.ts';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import { openStore, type Store, type StoreConfig } from '../platform/db/open.ts';
import { compareCheckpoint } from '../platform/ledger/checkpoints.ts';
import { writeText } from './write-file.ts';

interface Asked {
  readonly checkpoint: string | undefined;
  readonly print: (line: string) => void;
}

/** Whether all holds. @throws Fault `checkpoint-missing`, `checkpoint-malformed`, `checkpoint-of-another` */
export async function verifySeals(store: Store, orgId: string, { checkpoint, print }: Asked): Promise<boolean> {
  const actor: Actor = { orgId, id: 'cli', roles: [] };
  const { rows, wrong } = await store.inWork(actor, verifyRows);
  print(
    wrong.length === 0
      ? `Rows that it vouches for: ${rows.toLocaleString('en-US')}, each as it was sealed.`
      : 'Rows are not as they were sealed:',
  );
  for (const { sentence } of wrong) print(`  ${sentence}`);
  if (checkpoint === undefined) return wrong.length === 0;
  const text = await readFile(checkpoint, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      'checkpoint-missing',
      'missing',
      `${checkpoint} can’t be read (${error.code ?? 'unknown'}). Check the path.`,
    );
  });
  const compared = await store.inWork(actor, async (work) => compareCheckpoint(work, text));
  print(
    compared.wrong.length === 0
      ? `The history begins with the ${compared.size.toLocaleString('en-US')} lines that the checkpoint was signed over.`
      : 'The history is not the one that the checkpoint was signed over:',
  );
  for (const { sentence } of compared.wrong) print(`  ${sentence}`);
  return wrong.length === 0 && compared.wrong.length === 0;
}

/** Seals and signs, and writes the checkpoint to a file. @throws Fault `file-would-be-overwritten` */
export async function writeCheckpoint(
  config: StoreConfig,
  orgId: string,
  file: string,
  print: (line: string) => void,
): Promise<void> {
  if (existsSync(file))
    throw new Fault(
      'file-would-be-overwritten',
      'conflict',
      `${file} is there already, and a checkpoint that was kept is never written over. Give another name.`,
    );
  const store = await openStore(config);
  try {
    const actor = sealer(orgId);
    const { size } = await sealAll(store, actor);
    const note = await store.inWork(actor, async (work) => giveCheckpoint(work, size));
    await writeText(file, [note]);
    print(
      `${file}: a checkpoint over ${size.toLocaleString('en-US')} lines. Keep it where whoever keeps the data can’t change it.`,
    );
  } finally {
    await store.close();
  }
}
