// Commands about the standards: check, list, explain, try.
import { join } from 'node:path';
import type { Command } from 'commander';
import { dataFolderUsedLast } from '../../platform/config.ts';
import type { Client } from '../client.ts';
import type { SharedOptions } from '../shared-options.ts';
import { holdsData, type Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadStandardsCommands = async () => import('../standards-commands.cli.ts');

export function standardsCommands(program: Command, { terminal, ended, withSession }: Frame): void {
  const standards = program
    .command('standards')
    .description('the standards that contacts are marked by')
    .exitOverride();
  shared(standards.command('check [file...]'))
    .description('check packs and run their examples')
    .action(async (files: string[], options: SharedOptions) =>
      ended(await (await loadStandardsCommands()).standardsCheck(await packsClient(options), terminal, files, options)),
    );
  shared(standards.command('list'))
    .description('every standard and atrocity, and which of them are in use')
    .action(async (options: SharedOptions) => {
      // Which are in use stands in the record; without one all of them are.
      const folder = await dataFolderUsedLast(options.data);
      if (!holdsData(folder))
        return ended(
          await (await loadStandardsCommands()).standardsList(await packsClient(options), terminal, options),
        );
      await withSession(folder, async ({ client }) =>
        (await loadStandardsCommands()).standardsList(client, terminal, options),
      );
    });
  shared(standards.command('explain <id>'))
    .description('one standard: when it applies, what counts, its examples')
    .action(async (id: string, options: SharedOptions) =>
      ended(await (await loadStandardsCommands()).standardsExplain(await packsClient(options), terminal, id, options)),
    );
  shared(standards.command('try <text>'))
    .description('mark a few lines, e.g. "Customer: how much? Rep: $90."; - reads standard input')
    .action(async (text: string, options: SharedOptions) =>
      ended(await (await loadStandardsCommands()).standardsTry(await packsClient(options), terminal, text, options)),
    );
}

// Packs are files: the other commands need no store, only to know where the organisation's own packs lie.
async function packsClient(options: SharedOptions): Promise<Client> {
  const [{ path }, { standardsApi }, { newClient }] = await Promise.all([
    dataFolderUsedLast(options.data),
    import('../../standards/standards.api.ts'),
    import('../client.ts'),
  ]);
  const api = standardsApi({ ownPacks: join(path, 'packs') });
  return newClient((request) => api.fetch(request));
}
