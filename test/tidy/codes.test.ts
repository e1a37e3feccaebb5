import assert from 'node:assert/strict';
import { PERMISSIONS } from '../../server/auth/roles.ts';
import { filesBelow, program, textOf } from '../support/source-tree.ts';

const LANGUAGES = ['en', 'nl', 'ar', 'ja'];

/** The quoted words of `export const <name> = [ … ]` in every contract. */
function exportedBy(contracts: readonly string[], name: 'errors' | 'permissions'): string[] {
  return contracts.flatMap((text) => {
    const list = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
    return [...list.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  });
}

const contracts = () => filesBelow('server', /^contract\.ts$/).map(({ text }) => text);

const serverText = () =>
  filesBelow('server', /\.ts$/)
    .filter(({ path }) => !path.endsWith('/contract.ts') && !path.startsWith('server/platform/store/'))
    .map(({ text }) => text)
    .join('\n');

describe('the codes of the contracts', () => {
  it('have a text each in four languages', () => {
    const codes = [...exportedBy(contracts(), 'errors'), 'offline', 'reply_unreadable'];

    const silent = LANGUAGES.flatMap((language) => {
      const { errors }: { errors: Record<string, string> } = JSON.parse(
        textOf(`client/i18n/${language}/common.json`),
      );
      return codes.filter((code) => !errors[code]?.trim()).map((code) => `${language}: ${code}`);
    });

    assert.deepEqual(silent, []);
    assert(codes.length > 30, 'the codes have been found');
  });

  it('are declared, where the server refuses with one', () => {
    const declared = new Set(exportedBy(contracts(), 'errors'));
    const refusal = /\b(?:invalid|unauthenticated|forbidden|missing|conflict|limited)\(\s*'([a-z_]+)'/g;

    const used = [...serverText().matchAll(refusal)].map(([, code = '']) => code);

    assert.deepEqual(
      used.filter((code) => !declared.has(code)),
      [],
    );
    assert(used.length > 30, 'the refusals have been found');
  });

  it('are used, where a contract declares them', () => {
    const text =
      serverText() +
      contracts()
        .join('\n')
        .replace(/export const errors = \[[^\]]*\]/g, '');

    const unused = exportedBy(contracts(), 'errors').filter((code) => !text.includes(`'${code}'`));

    assert.deepEqual(unused, []);
  });
});

describe('the permissions of the contracts', () => {
  const declared = () => exportedBy(contracts(), 'permissions');
  const asked = () =>
    [...serverText().matchAll(/(?:allow: |kiosk: |board: |member: |may\(actor, )'([a-z-]+:[a-z]+)'/g)].map(
      ([, permission = '']) => permission,
    );

  it('are given to a role each', () => {
    const given = new Set<string>(Object.values(PERMISSIONS).flat());

    const lost = declared().filter((permission) => !given.has(permission));

    assert.deepEqual(lost, []);
  });

  it('are the only ones that roles hold', () => {
    const known = new Set(declared());

    const invented = Object.values(PERMISSIONS)
      .flat()
      .filter((permission) => !known.has(permission));

    assert.deepEqual(invented, []);
  });

  it('are asked for by an endpoint, a view or a service each, and nothing else is asked for', () => {
    assert.deepEqual([...new Set(asked())].sort(), [...new Set(declared())].sort());
  });
});

describe('what crosses the wire', () => {
  it('is described by shapes that refuse unknown fields', () => {
    const loose = program()
      .filter(({ path }) => /^server\/[\w-]+\/(?:contract|routes)\.ts$/.test(path))
      .filter(({ text }) => /\bz\.(?:object|looseObject|any)\(|\.passthrough\(|\.loose\(/.test(text))
      .map(({ path }) => path);

    assert.deepEqual(loose, []);
  });
});
