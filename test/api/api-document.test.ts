import assert from 'node:assert/strict';
import { endpointsOf } from '../../server/endpoints.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Some inner value of a document; an empty record where there is none. */
function inside(value: unknown, ...path: string[]): Record<string, unknown> {
  let found = value;
  for (const key of path) found = isRecord(found) ? found[key] : undefined;
  return isRecord(found) ? found : {};
}

/** Every value of a document by one key, however deep. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...valuesOf(inner, key),
  ]);
}

describe('the document of the API', () => {
  let test: TestHouse;
  let document: Record<string, unknown>;

  before(async () => {
    test = await openTestHouse();
    document = (await test.call('GET', '/openapi.json')).body;
  });

  after(() => test.close());

  const operations = () => endpointsOf(test.house.app.services);

  it('is OpenAPI 3.1 and holds every endpoint, and nothing else', () => {
    const documented = Object.entries(inside(document, 'paths')).flatMap(([path, methods]) =>
      Object.keys(inside(methods))
        .filter((key) => key !== 'parameters')
        .map((method) => `${method} ${path}`),
    );

    assert.match(String(document.openapi), /^3\.1\./);
    assert.deepEqual(
      documented.sort(),
      operations()
        .map(({ method, path }) => `${method} /api${path}`)
        .sort(),
    );
  });

  it('says of each what it takes, what it gives and how it refuses', () => {
    const lacking = operations().filter((row) => {
      const { method, path, query, body, status = 200, mediaType = 'application/json' } = row;
      const operation = inside(document, 'paths', `/api${path}`, method);
      const json = (...keys: string[]) => Object.keys(inside(operation, ...keys)).length > 0;
      const reads = valuesOf(operation.parameters ?? [], 'in').filter((place) => place === 'query').length;
      return !(
        json('responses', String(status), 'content', mediaType, 'schema') &&
        json('responses', 'default', 'content', 'application/problem+json', 'schema') &&
        json('requestBody', 'content', 'application/json', 'schema') === (body !== undefined) &&
        reads > 0 === (query !== undefined) &&
        typeof operation.summary === 'string'
      );
    });

    assert.deepEqual(
      lacking.map(({ method, path }) => `${method} ${path}`),
      [],
    );
  });

  it('names every parameter of every path', () => {
    const wrong = operations().filter(({ path }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const documented = valuesOf(inside(document, 'paths', `/api${path}`), 'parameters')
        .flatMap((list) => (Array.isArray(list) ? list : []))
        .filter((one) => inside(one).in === 'path')
        .map((one) => inside(one).name);
      return named.join() !== documented.join();
    });

    assert.deepEqual(wrong, []);
  });

  it('points to nothing that is not in it', () => {
    const references = valuesOf(document, '$ref').map(String);

    const lost = references.filter((reference) => {
      const path = reference.replace(/^#\//, '').split('/');
      return Object.keys(inside(document, ...path)).length === 0;
    });

    assert.deepEqual(lost, []);
  });

  it('refuses in its schemas what the server refuses: unknown fields', () => {
    const bodies = operations()
      .filter(({ body }) => body !== undefined)
      .map(({ path, method }) => inside(document, 'paths', `/api${path}`, method, 'requestBody'));

    const open = bodies
      .flatMap((body) => [body, ...valuesOf(body, 'schema'), ...valuesOf(body, 'items')])
      .filter((schema) => inside(schema).type === 'object' && isRecord(inside(schema).properties))
      .filter((schema) => inside(schema).additionalProperties !== false);

    assert.deepEqual(open, []);
  });
});
