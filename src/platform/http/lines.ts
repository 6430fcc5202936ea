// Long work answers as lines of JSON, one an event, so that a caller can show progress and read results in flat memory.
import { problemOf } from './problem.ts';

/** A reply whose body is one JSON document a line. What is thrown becomes a last line `{kind: 'problem', problem}`. */
export function streamLines(lines: AsyncIterable<unknown>): Response {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
      } catch (thrown) {
        if (process.env.CUSTOMARY_DEBUG) console.error(thrown);
        controller.enqueue(encoder.encode(`${JSON.stringify({ kind: 'problem', problem: problemOf(thrown) })}\n`));
        controller.close();
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}

/** The lines of such a reply, parsed. */
export async function* readLines(reply: Response): AsyncGenerator<unknown> {
  if (!reply.body) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of reply.body) {
    rest += decoder.decode(chunk, { stream: true });
    let end = rest.indexOf('\n');
    while (end >= 0) {
      yield JSON.parse(rest.slice(0, end));
      rest = rest.slice(end + 1);
      end = rest.indexOf('\n');
    }
  }
  if (rest.trim() !== '') yield JSON.parse(rest);
}
