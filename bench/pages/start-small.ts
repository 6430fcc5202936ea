// `customary start` on a small made-up organisation: what a quick look at pages can wait for. Its one argument is the folder.
import { makeApp } from '../../src/app.ts';
import { startApp } from '../../src/cli/start-app.cli.ts';
import { ownTerminal } from '../../src/cli/terminal.ts';
import { readScenario } from '../../src/simulate/scenario/read-scenario.ts';

const scenario = readScenario(`scenario: small
says: A month at four sites.
sizes: {sites: 4, days: 30, contacts-a-day: 4, team-least: 3, team-most: 4}
failing: -1
`);

await startApp(ownTerminal(), { path: process.argv[2]!, from: 'told' }, { open: false }, makeApp, {
  plan: { scenario, seed: 2 },
  port: 0,
});
