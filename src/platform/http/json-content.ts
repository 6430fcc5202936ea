// What a route's description says of JSON: a reply's content, and a body that must be sent.

/** Content of a reply. @param schema its shape */
export function json<T>(schema: T): { 'application/json': { schema: T } } {
  return { 'application/json': { schema } };
}

/** What a request must send, for a route's `request`. @param schema its shape */
export function jsonBody<T>(schema: T): { body: { content: ReturnType<typeof json<T>>; required: true } } {
  return { body: { content: json(schema), required: true } };
}

/** Done, with nothing to tell: responses of a route that answers without words. */
export const done = (description: string) => ({ 204: { description } });
