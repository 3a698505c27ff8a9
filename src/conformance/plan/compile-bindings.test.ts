import { describe, expect, it } from 'vitest';
import { type CodedRules, codedProfile, valueSet } from '../checks/testdata/coded-profile.js';
import type { ProfileDefect } from '../model/defect.js';
import { compileBindings, compileCoConstraints } from './compile-bindings.js';

const SET = valueSet('SET', 'A:S1 B:S1');
const BINDING = { target: '1[*]', strength: 'R', locations: [{ code: '.' }], sets: ['SET'] } as const;

function compiled(rules: CodedRules) {
  const defects: ProfileDefect[] = [];
  const bindingsOf = compileBindings(codedProfile(rules), defects);
  return { defects, bindingsOf, codes: defects.map(({ code, severity }) => `${severity} ${code}`) };
}

describe('bindings of a definition', () => {
  it('are those by name, then those by id', () => {
    const { bindingsOf } = compiled({
      sets: [SET, valueSet('OTHER', 'A')],
      bindings: [BINDING, { ...BINDING, sets: ['OTHER'], on: { kind: 'segment', by: 'name', value: 'ZVS' } }],
    });
    const { bindings } = bindingsOf('segment', 'ZVS', 'ZVS');
    expect(bindings.map(({ rule }) => rule)).toEqual(['ZVS 1[*] OTHER', 'ZVS 1[*] SET']);
    expect(bindingsOf('segment', 'OBX', 'OBX').bindings).toEqual([]);
    expect(bindingsOf('datatype', 'ZVS', 'ZVS').bindings).toEqual([]);
  });

  it('share a set that is bound more than once', () => {
    const { bindingsOf } = compiled({ sets: [SET], bindings: [BINDING, { ...BINDING, target: '5[*]' }] });
    const [one, other] = bindingsOf('segment', 'ZVS', 'ZVS').bindings;
    expect(one?.sets[0]).toBe(other?.sets[0]);
  });

  it('carry the requirement of the site where there is one', () => {
    const { bindingsOf } = compiled({ sets: [SET], bindings: [{ ...BINDING, requirement: 'REQ-7' }] });
    expect(bindingsOf('segment', 'ZVS', 'ZVS').bindings[0]?.rule).toBe('REQ-7');
  });

  it('are plain data', () => {
    const patterned = valueSet('SET', 'W::R:W[0-9]+ HL7nnnn');
    const { bindings } = compiled({ sets: [patterned], bindings: [BINDING] }).bindingsOf('segment', 'ZVS', 'ZVS');
    expect(structuredClone(bindings)).toEqual(bindings);
  });
});

describe('what is wrong with a profile', () => {
  it.each([
    ['a target that is no path', { bindings: [{ ...BINDING, target: 'PID-3' }] }, ['error path']],
    [
      'a location that is none',
      { bindings: [{ ...BINDING, locations: [{ code: '1', system: '3' }] }] },
      ['error path', 'error path'],
    ],
    [
      'a single code without a path',
      { singleCodes: [{ target: '', code: 'A', system: 'S', locations: [{ code: '.' }] }] },
      ['error path'],
    ],
    ['nothing', { bindings: [BINDING] }, []],
    [
      'nothing at load where the set is missing: each message tells it',
      { bindings: [{ ...BINDING, sets: ['GONE'] }] },
      [],
    ],
  ] satisfies readonly (readonly [string, CodedRules, readonly string[]])[])('%s', (_, rules, expected) => {
    const { bindingsOf, defects } = compiled({ sets: [SET], ...rules });
    bindingsOf('segment', 'ZVS', 'ZVS');
    expect(defects.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
    for (const { place, remedy } of defects) expect([place.file, remedy]).not.toContain('');
  });

  it('is told of a set once, whatever binds it', () => {
    const bad = valueSet('SET', 'A:S1 A:S1 B:S1 B:S2 X::R:(');
    const { bindingsOf, defects } = compiled({ sets: [bad], bindings: [BINDING, { ...BINDING, target: '5[*]' }] });
    bindingsOf('segment', 'ZVS', 'ZVS');
    expect(defects.map(({ severity, code }) => `${severity} ${code}`).sort()).toEqual([
      'error code-pattern',
      'warning code-listed-twice',
    ]);
    expect(defects.map(({ message }) => message).join()).not.toContain('B,');
  });
});

describe('co-constraints', () => {
  it('name the paths that are none', () => {
    const defects: ProfileDefect[] = [];
    const context = { message: 'TST', contextName: 'ORDER', contextPath: 'x', segmentName: 'OBX', segmentPath: 'y' };
    const cell = { kind: 'plain-text', path: 'z', name: 'OBX-2', value: 'NM' } as const;
    const row = { usage: 'R', cardinality: { min: 1, max: 1 }, selectors: [cell], constraints: [] } as const;
    const table = { groupIds: [{ priority: 1, path: 'w', name: 'OBX-4' }], rows: [row], groups: [] };
    const [compiledContext] = compileCoConstraints(
      codedProfile({ coConstraints: [{ ...context, tables: [table] }] }),
      'TST',
      defects,
    );
    expect(defects.map(({ code }) => code)).toEqual(['path', 'path', 'path', 'path']);
    expect(compiledContext?.segments[0]?.tables[0]?.rows[0]?.description).toBe('OBX where OBX-2 = NM');
  });
});
