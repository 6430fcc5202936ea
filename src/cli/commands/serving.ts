// Commands of a server: serve, and the tokens by which others call it.
import { type Command, Option } from 'commander';
import { everyRole } from '../../kernel/actor.ts';
import { dataFolderUsedLast } from '../../platform/config.ts';
import type { ServeOptions } from '../serve/serve.cli.ts';
import type { AddTokenOptions } from '../serve/token.cli.ts';
import type { SharedOptions } from '../shared-options.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadServe = async () => import('../serve/serve.cli.ts');
const loadToken = async () => import('../serve/token.cli.ts');

export function servingCommands(program: Command, { terminal, ended, loadApp, reading }: Frame): void {
  program
    .command('serve')
    .exitOverride()
    .description('answer the API over HTTP until stopped, on this machine alone unless told otherwise')
    .addOption(new Option('--data <dir>', 'the data folder (else CUSTOMARY_DATA, else the one used last)'))
    .option('--port <number>', 'where it answers; 0 is any free port', '4747')
    .option('--host <address>', 'an address of this machine to answer at beyond it, e.g. 0.0.0.0')
    .option('--name <names>', 'the names that it may be called by, parted by commas')
    .option('--proxy <addresses>', 'proxies before it, whose word for where a request came from is taken')
    .action(async (options: ServeOptions & { data?: string }) =>
      ended(
        await (await loadServe()).serve(terminal, await dataFolderUsedLast(options.data), options, await loadApp()),
      ),
    );

  const token = program.command('token').description('tokens by which programs call a server').exitOverride();
  shared(token.command('add'))
    .description('make a token and print it, this once')
    .requiredOption('--says <sentence>', 'what it is for')
    .requiredOption('--role <roles>', `what it may, parted by commas: ${everyRole.join(', ')}`)
    .option('--sites <ids>', 'only these sites, parted by commas')
    .option('--read-only', 'it changes nothing')
    .option('--until <day>', 'the last day on which it is good (UTC)')
    .action(async (options: AddTokenOptions) =>
      reading(options, async (session) => (await loadToken()).addToken(session, terminal, options)),
    );
  shared(token.command('list'))
    .description('every token there ever was, and how it stands')
    .action(async (options: SharedOptions) =>
      reading(options, async (session) => (await loadToken()).listTokens(session, terminal, options)),
    );
  shared(token.command('end <id>'))
    .description('let a token open nothing any more')
    .action(async (id: string, options: SharedOptions) =>
      reading(options, async (session) => (await loadToken()).endToken(session, terminal, id, options)),
    );
}
