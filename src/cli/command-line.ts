// The command line: every group of commands put together, and what a failure looks like. Options mean the same everywhere;
// docs/guide/commands.md is held to these commands by a test.
import { Command, CommanderError } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { machineFault } from '../platform/machine-failure.ts';
import { bringingCommands } from './commands/bringing.ts';
import { causesCommands } from './commands/causes.ts';
import { diagnosingCommands } from './commands/diagnosing.ts';
import { dissatisfiedCommands } from './commands/dissatisfied.ts';
import { markersCommands } from './commands/markers.ts';
import { erasingCommands } from './commands/erasing.ts';
import { fixingCommands } from './commands/fixing.ts';
import { disputesCommands } from './commands/disputes.ts';
import { lettersCommands } from './commands/letters.ts';
import { reviewsCommands } from './commands/reviews.ts';
import { documentsCommands } from './commands/documents.ts';
import { policiesCommands } from './commands/policies.ts';
import { forecastingCommands } from './commands/forecasting.ts';
import { newFrame } from './commands/frame.ts';
import { explained } from './commands/help.ts';
import { keepingCommands } from './commands/keeping.ts';
import { pricingCommands } from './commands/pricing.ts';
import { lessonsCommands } from './commands/lessons.ts';
import { proceduresCommands } from './commands/procedures.ts';
import { servingCommands } from './commands/serving.ts';
import { simulatingCommands } from './commands/simulating.ts';
import { standardsCommands } from './commands/standards.ts';
import { watchingCommands } from './commands/watching.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { assertMayWrite, type ResultFiles } from './overwrite.ts';
import type { LoadApp } from './session.ts';
import { ownTerminal, plain, type Terminal } from './terminal.ts';

/** Run one command line. Returns the exit code; never throws. */
export async function runCommandLine(
  args: readonly string[],
  loadApp: LoadApp,
  terminal: Terminal = ownTerminal(),
): Promise<number> {
  let code: number = exitCode.done;
  const program = buildProgram(loadApp, terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (thrown) {
    code = explainFailure(thrown, terminal);
  } finally {
    terminal.close();
  }
  return code;
}

function explainFailure(thrown: unknown, terminal: Terminal): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.done : exitCode.notUnderstood;
  const fault = thrown instanceof Fault ? thrown : machineFault(thrown);
  if (fault) {
    terminal.say(plain(fault.message));
    for (const one of fault.errors) terminal.say(plain(`  ${one.pointer}: ${one.detail}`));
    return exitCodeOf(fault);
  }
  if (process.env.CUSTOMARY_DEBUG) console.error(thrown);
  terminal.say(
    'Something went wrong that should not have; nothing half-done was kept. Run again with CUSTOMARY_DEBUG=1 to see where, and report it.',
  );
  return exitCode.broken;
}

/** The whole command line as commander sees it; exported for the docs' test. */
export function buildProgram(loadApp: LoadApp, terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command('customary')
    .description('Finds why customers get bad service: contacts in, marks with quotes, causes out.')
    .version('0.1.0', '--version', 'print the version')
    .commandsGroup('More:')
    .helpCommand('help [command]', 'explain a command, with an example of it')
    .helpOption('-h, --help', 'explain the command')
    // Every command takes options; saying so on each line only hides what differs.
    .configureHelp({
      subcommandTerm: (command) => [command.name(), command.usage().replace(/\[options\]\s*/, '')].join(' ').trim(),
    })
    .exitOverride()
    .configureOutput({
      writeErr: (text) => terminal.say(text.trimEnd()),
      writeOut: (text) => terminal.print(text.trimEnd()),
    })
    .showHelpAfterError('(customary help shows every command)')
    .hook('preAction', async (_program, command) => assertMayWrite(command.opts<ResultFiles>()));

  const frame = newFrame(loadApp, terminal, ended);
  for (const add of [
    diagnosingCommands,
    causesCommands,
    bringingCommands,
    standardsCommands,
    dissatisfiedCommands,
    markersCommands,
    watchingCommands,
    forecastingCommands,
    pricingCommands,
    simulatingCommands,
    fixingCommands,
    lessonsCommands,
    proceduresCommands,
    lettersCommands,
    disputesCommands,
    reviewsCommands,
    documentsCommands,
    policiesCommands,
    keepingCommands,
    erasingCommands,
    servingCommands,
  ])
    add(program, frame);
  explained(program);
  return program;
}
