import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadValueSets } from './load-value-sets.js';
import { told } from './testdata/told-defects.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-value-sets-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function load(name: string, content: string | Buffer | undefined) {
  const file = join(folder, name);
  if (content !== undefined) writeFileSync(file, content);
  const { result, defects } = told((to) => loadValueSets(file, to, { id: 'SET' }));
  return { sets: result, codes: defects.map(({ code }) => code) };
}

describe('files of value sets', () => {
  it('are read by their kind', () => {
    expect(load('a.csv', 'code\nA\n').sets).toMatchObject([{ id: 'SET', codes: [{ value: 'A' }] }]);
    expect(load('a.TSV', '\uFEFFcode\ttext\nÄ\tä\n').sets).toMatchObject([{ codes: [{ value: 'Ä', text: 'ä' }] }]);
    const resource = { resourceType: 'ValueSet', compose: { include: [{ system: 'S', concept: [{ code: 'B' }] }] } };
    expect(load('a.json', JSON.stringify(resource)).sets).toMatchObject([{ id: 'SET', codes: [{ value: 'B' }] }]);
  });

  it('tell what is wrong instead of throwing', () => {
    expect(load('missing.csv', undefined)).toEqual({ sets: [], codes: ['value-set-file'] });
    expect(load('latin1.csv', Buffer.from('code\n\xC4\n', 'latin1'))).toEqual({ sets: [], codes: ['value-set-file'] });
  });
});
