// Sends a file that is looked into before anything of it is kept; its id is what routes take as `upload`.
import { ApiProblem, newKey } from '../api.ts';

/** @throws ApiProblem */
export async function sendFile(file: File): Promise<string> {
  const reply = await fetch('/v1/uploads', {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'idempotency-key': newKey(), 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiProblem(
      'server-gone',
      0,
      'The server does not answer. Check that it still runs, then choose the file again.',
    );
  });
  const told = (await reply.json()) as { id?: string; detail?: string; type?: string };
  if (reply.ok && told.id !== undefined) return told.id;
  throw new ApiProblem(
    told.type?.split('/').at(-1) ?? 'unexpected-reply',
    reply.status,
    told.detail ?? 'The file was refused. Try again.',
  );
}
