// A file that a command names, read whole, or sent to be looked into before anything of it is kept.
import { readFile } from 'node:fs/promises';
import { Fault } from '../kernel/fault.ts';
import { UploadShape } from '../platform/jobs/jobs.shape.ts';
import type { Client } from './client.ts';

/** @throws Fault `path-missing` */
export async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new Fault(
      'path-missing',
      'missing',
      `There is no file ${path}. Check the path; it is read from the folder you stand in.`,
    );
  });
}

/** Its id is what routes take as `upload`. @throws Fault `path-missing`, `upload-missing` */
export async function sendFile(client: Client, path: string): Promise<string> {
  const body = new Blob([new Uint8Array(await bytesOf(path))]).stream() as ReadableStream<Uint8Array>;
  for await (const { id } of client.lines(UploadShape, '/v1/uploads', { method: 'PUT', body })) return id;
  throw new Fault('upload-missing', 'missing', 'The file did not arrive. Run the same command again.');
}
