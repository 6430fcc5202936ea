// The command line's entry. Only wires.
import { makeApp } from './app.ts';
import { runCommandLine } from './cli/command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), makeApp);
