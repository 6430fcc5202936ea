// Commands about markers: list, show, train, compare, promote, roll back.
import type { Command } from 'commander';
import { dataFolderUsedLast } from '../../platform/config.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadMarkers = async () => import('../markers.cli.ts');

export function markersCommands(program: Command, { terminal, withSession, reading }: Frame): void {
  const markers = program
    .command('markers')
    .description('who or what marks by each standard: its cues, or what was learned from people’s marks')
    .exitOverride();
  shared(markers.command('list'))
    .description('every standard, what marks by it, and how far that agrees with people')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadMarkers()).listMarkers(session, terminal, options)),
    );
  shared(markers.command('show <standard>'))
    .description('the learned marker of one standard: what it was taught by, how far to trust it, the words that weigh')
    .action(async (standard: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadMarkers()).showMarker(session, terminal, standard, options)),
    );
  shared(markers.command('train [standard...]'))
    .description('learn from people’s marks and test what was learned; all standards where none is named')
    .action(async (standards: string[], options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadMarkers()).trainMarkers(session, terminal, standards, options),
      ),
    );
  shared(markers.command('compare <standard>'))
    .description('every marker learned of a standard beside its cues')
    .action(async (standard: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadMarkers()).compareMarkers(session, terminal, standard, options)),
    );
  shared(markers.command('promote <standard> [marker]'))
    .description('let the newest learned marker, or the one named, take the place of the cues')
    .action(async (standard: string, marker: string | undefined, options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadMarkers()).promoteMarker(session, terminal, { standard, ...(marker ? { marker } : {}) }, options),
      ),
    );
  shared(markers.command('roll-back <standard>'))
    .description('let the cues mark again, at once')
    .action(async (standard: string, options: SharedOptions) =>
      withSession(await dataFolderUsedLast(options.data), async (session) =>
        (await loadMarkers()).rollBackMarker(session, terminal, standard, options),
      ),
    );
}
