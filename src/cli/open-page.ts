// Opens a page in the person's browser, where there is a person and a browser.
import { spawn } from 'node:child_process';

/** True where a browser was asked to open the file. Never waits and never fails: the path has been printed. */
export function openPage(file: string): boolean {
  const program = { darwin: 'open', linux: 'xdg-open' }[process.platform as string];
  const somebody =
    process.stdout.isTTY &&
    !process.env.CI &&
    (process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!program || !somebody) return false;
  const child = spawn(program, [file], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return true;
}
