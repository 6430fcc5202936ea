// Knows when a reply has gone out whole or was given up: a reply of lines ends long after its headers.

/** The reply, with `ended` called once: at once for a reply that is at hand, at the end of its stream for lines. */
export function whenEnded(reply: Response, ended: () => void): Response {
  const streams = reply.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
  if (!streams || !reply.body) {
    ended();
    return reply;
  }
  const reader = reply.body.getReader();
  let over = false;
  const end = (): void => {
    if (!over) ended();
    over = true;
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          end();
          controller.close();
        } else controller.enqueue(value);
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel(reason) {
      try {
        await reader.cancel(reason);
      } finally {
        end();
      }
    },
  });
  return new Response(body, { status: reply.status, headers: reply.headers });
}
