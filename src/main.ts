// The command line's entry. Only wires.
import { runCommandLine } from './cli/command-line.ts';
import { keepResolutions } from './platform/kept-resolutions.ts';

keepResolutions();
process.exitCode = await runCommandLine(process.argv.slice(2), async () => (await import('./app.ts')).makeApp);
