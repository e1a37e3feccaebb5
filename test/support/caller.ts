/** What came back of one request; `undefined` when the server was gone before it answered. */
export type Heard = { status: number; body: Record<string, unknown> } | undefined;

/** One request to a server that may die at any moment. */
export async function ask(
  url: string,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Heard> {
  try {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  } catch (fault) {
    // A connection that broke off is what this is for; anything else is a fault of the test.
    if (fault instanceof TypeError || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
