// A server for journeys with nothing in it yet, as `customary serve` starts it: whoever comes first sets it up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { makeApp } from '../src/app.ts';
import { serve } from '../src/cli/serve/serve.cli.ts';
import { unwatchedTerminal } from '../src/cli/terminal.test-data.ts';

export interface NewServer {
  /** The address with the token that the terminal printed, which opens the first set-up. */
  readonly link: string;
  readonly address: string;
  readonly token: string;
  /** Ends it, and clears away what it kept. */
  end(): Promise<void>;
}

/** Starts one on any free port, with a data folder of its own. */
export async function newServer(): Promise<NewServer> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-new-'));
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  let stop: (why: string) => void = () => undefined;
  const stopping = new Promise<string>((resolve) => {
    stop = resolve;
  });
  const ended = serve(terminal, { path: folder, from: 'told' }, { port: '0' }, makeApp, stopping, {
    log: () => undefined,
  });
  const linkIn = (): RegExpExecArray | null => /Set up: ((http:\/\/localhost:\d+)\/#(\S+))/.exec(said.join('\n'));
  await Promise.race([ended, vi.waitFor(() => expect(linkIn()).not.toBeNull(), { timeout: 90_000, interval: 100 })]);
  const [, link = '', address = '', token = ''] = linkIn() ?? [];
  return {
    link,
    address,
    token,
    end: async () => {
      stop('the end of the test');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
