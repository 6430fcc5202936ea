// Options that several commands share, said once so that they mean the same everywhere.
import { Option, type Command } from 'commander';

/** Below the command’s own. */
const everywhere = 'Options that mean the same everywhere:';

/** What every command takes. */
export function shared(command: Command): Command {
  return command
    .exitOverride()
    .addOption(
      new Option('--data <dir>', 'the data folder (else CUSTOMARY_DATA, else one in the clone)').helpGroup(everywhere),
    )
    .addOption(new Option('--json <file>', 'write the result as JSON; - is standard output').helpGroup(everywhere))
    .addOption(new Option('--html <file>', 'write the report page to this file').helpGroup(everywhere))
    .addOption(new Option('--no-open', 'do not open the page').helpGroup(everywhere))
    .addOption(
      new Option('--yes', 'do not ask for confirmation; overwrite files that are no earlier results').helpGroup(
        everywhere,
      ),
    );
}

/** What is told of tables and speakers. */
export function tables(command: Command): Command {
  return command
    .option(
      '--column <name=field>',
      'what a column of a table is; may be repeated',
      (said: string, before: string[]) => [...before, said],
      [] as string[],
    )
    .addOption(
      new Option('--table <kind>', 'what one row of a table is').choices([
        'turns',
        'transcripts',
        'messages',
        'visits',
        'facts',
      ]),
    )
    .option('--rep <label>', 'the speaker label that is the rep’s')
    .addOption(
      new Option('--channel <channel>', 'the channel of contacts that don’t say').choices([
        'phone',
        'visit',
        'chat',
        'email',
        'complaint',
        'shop',
      ]),
    )
    .addOption(
      new Option('--transcripts <by>', 'who wrote down calls and visits that don’t say').choices(['machine', 'person']),
    );
}

/** What a report is written to. */
export function reporting(command: Command): Command {
  return command
    .option('--csv <file>', 'write every mark as CSV, safe to open in a spreadsheet')
    .option('--full <dir>', 'write the report as a folder with every failure')
    .option('--people', 'show reps’ names in the page and the JSON (else nobody is named)');
}
