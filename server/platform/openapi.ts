import { ZodObject } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problem } from '#contract/platform';
import type { Endpoint } from './endpoint.ts';

const JSON_TYPE = 'application/json';

const bytes = { type: 'string' as const, format: 'binary' };

function operationOf(row: Endpoint): ZodOpenApiOperationObject {
  return {
    summary: row.summary,
    description: `Needs the permission \`${row.allow}\`.`,
    ...(row.query instanceof ZodObject ? { requestParams: { query: row.query } } : {}),
    tags: [row.path.split('/')[1] ?? ''],
    ...(row.body ? { requestBody: { required: true, content: { [JSON_TYPE]: { schema: row.body } } } } : {}),
    responses: {
      [`${row.status ?? 200}`]: {
        description: 'Done',
        content: row.mediaType
          ? { [row.mediaType]: { schema: bytes } }
          : { [JSON_TYPE]: { schema: row.reply } },
      },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

/** The OpenAPI 3.1 document of the very table that is served, so that the two cannot differ. */
export function openApiOf(table: readonly Endpoint[], version: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const row of table) {
    const parameters = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name: name ?? '',
      in: 'path' as const,
      required: true,
      schema: { type: 'string' as const },
    }));
    paths[`/api${row.path}`] = {
      ...paths[`/api${row.path}`],
      ...(parameters.length > 0 ? { parameters } : {}),
      [row.method]: operationOf(row),
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Common Table', version, license: { name: 'MIT', identifier: 'MIT' } },
    paths,
  });
}
