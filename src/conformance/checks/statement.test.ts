import { describe, expect, it } from 'vitest';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import type { Attachment, ConformanceStatement } from '../model/rule.js';
import { ON_OBX, ruled, statement } from '../testdata/asserted.js';
import { findings } from '../testdata/judged.js';
import { codeAndPath, rulesSay } from '../testdata/ruled.js';

const isA: Assertion = { kind: 'plain-text', path: '5[1]', text: 'a', ignoreCase: false };
const undecidable: Assertion = { kind: 'presence', path: '1[1].1[1]' };

function told(assertion: Assertion, line: string, mode: Mode, more: Partial<ConformanceStatement> = {}) {
  return rulesSay({ statements: [{ on: ON_OBX, rule: statement(assertion, more) }] }, [line], mode);
}

describe('a conformance statement', () => {
  it('that holds is told on request', () => {
    expect(told(isA, 'OBX|1||||a', pipehatMode())).toEqual([]);
    expect(told(isA, 'OBX|1||||a', pipehatMode(true))).toMatchObject([
      { code: 'statement-holds', classification: 'Affirmative', category: 'Constraint Success', path: 'OBX[1]' },
    ]);
  });

  it('that fails has the words and the id of the profile, and what was wanted and found', () => {
    expect(told(isA, 'OBX|1||||Bx', pipehatMode())).toEqual([
      {
        section: 'content',
        classification: 'Error',
        category: 'Constraint Failure',
        code: 'statement-failed',
        path: 'OBX[1]-5[1]',
        line: 2,
        column: 10,
        message: 'what is demanded',
        rule: 'S-1',
        expected: 'a',
        actual: 'Bx',
        causedBy: null,
      },
    ]);
  });

  it('that cannot be told is a fault of the profile', () => {
    expect(told(undecidable, 'OBX|1', pipehatMode())).toMatchObject([
      {
        code: 'statement-undecided',
        classification: 'Specification Error',
        category: 'Constraint Spec Error',
        message: 'what is demanded (not decided: 1[1].1[1] leads below an element that has no components)',
      },
    ]);
    expect(told(undecidable, 'OBX|1', nistMode())).toMatchObject([{ message: 'what is demanded' }]);
  });

  it('tells which part failed on request, without a value', () => {
    const both: Assertion = { kind: 'and', left: { kind: 'presence', path: '1[1]' }, right: isA };
    const [finding] = told(both, 'OBX|1||||secret', pipehatMode(true));
    expect(finding?.message).toBe('what is demanded (OBX[1]-5[1]: wanted a)');
  });

  it.each<[Partial<ConformanceStatement>, string, string, string]>([
    [{}, 'Error', 'Specification Error', 'Specification Error'],
    [{ strength: 'SHALL' }, 'Error', 'Specification Error', 'Specification Error'],
    [{ strength: 'SHOULD' }, 'Warning', 'Specification Error', 'Specification Error'],
    [{ classification: 'W' }, 'Warning', 'Specification Error', 'Warning'],
    [{ classification: 'A', strength: 'SHALL' }, 'Alert', 'Specification Error', 'Alert'],
  ])('%j: its failure is a(n) %s, its fault a %s (%s to the reference)', (more, failure, fault, nistFault) => {
    const classes = (assertion: Assertion, mode: Mode) =>
      told(assertion, 'OBX|1||||b', mode, more).map(({ classification }) => classification);
    expect(classes(isA, pipehatMode())).toEqual([failure]);
    expect(classes(isA, nistMode())).toEqual([failure]);
    expect(classes(undecidable, pipehatMode())).toEqual([fault]);
    expect(classes(undecidable, nistMode())).toEqual([nistFault]);
  });

  it.each<[Attachment, string]>([
    [{ kind: 'segment', by: 'name', value: 'OBX' }, 'OBX[1]'],
    [{ kind: 'segment', by: 'id', value: 'OBX' }, 'OBX[1]'],
    [{ kind: 'datatype', by: 'name', value: 'CX' }, 'OBX[1]-12[1]'],
    [{ kind: 'datatype', by: 'id', value: 'HD' }, 'OBX[1]-12[1].4'],
    [{ kind: 'message', by: 'id', value: 'ADT_A01' }, 'ADT_A01[1]'],
    [{ kind: 'group', by: 'name', value: 'ADT_A01' }, 'ADT_A01[1]'],
    [{ kind: 'segment', by: 'id', value: 'PID' }, ''],
  ])('is about what it is attached to: %j', (on, path) => {
    const rule = statement({ kind: 'not', of: { kind: 'presence', path: '.' } });
    const said = rulesSay({ statements: [{ on, rule }] }, ['OBX|1|||||||||||a^^^h'], pipehatMode());
    expect(said.map(codeAndPath)).toEqual(path === '' ? [] : [`statement-failed ${path}`]);
  });

  it('by the name comes before one by the id', () => {
    const fails: Assertion = { kind: 'not', of: { kind: 'presence', path: '.' } };
    const byId = { on: { kind: 'segment', by: 'id', value: 'OBX' }, rule: statement(fails, { id: 'by id' }) } as const;
    const byName = { on: ON_OBX, rule: statement(fails, { id: 'by name' }) };
    const said = rulesSay({ statements: [byId, byName] }, ['OBX|1'], pipehatMode());
    expect(said.map(({ rule }) => rule)).toEqual(['by name', 'by id']);
  });
});

describe('a statement that compares', () => {
  const isMore: Assertion = {
    kind: 'simple-value',
    path: '6[1]',
    operator: 'GT',
    value: '5',
    type: 'Number',
  };
  const isListed: Assertion = { kind: 'number-list', path: '6[1]', values: ['7'] };
  const isSame: Assertion = { kind: 'path-value', path1: '11[1]', operator: 'EQ', path2: '6[1]' };
  const all = (assertion: Assertion, line: string, mode: Mode) =>
    findings(ruled({ statements: [{ on: ON_OBX, rule: statement(assertion) }] }), [line], mode);
  const said = (assertion: Assertion, line: string) =>
    all(assertion, line, pipehatMode()).map(({ code, causedBy }) => `${code} < ${causedBy}`);

  it.each([isMore, isListed, isSame])(
    'has nothing of its own to say about a value that is no number: $kind',
    (rule) => {
      const [first, second, ...more] = said(rule, 'OBX|1|||||x|||||7');
      expect(more).toEqual([]);
      expect(first).toBe('format-number < null');
      expect(second).toMatch(/^statement-(failed|undecided) < format-number$/);
    },
  );

  it.each([isMore, isListed, isSame])('has, about one that is: $kind', (rule) => {
    expect(said(rule, 'OBX|1|||||7|||||7')).toEqual([]);
    expect(said(rule, 'OBX|1|||||4|||||7')).toEqual(['statement-failed < null']);
  });

  it('is by itself to the reference', () => {
    const causes = all(isMore, 'OBX|1|||||x', nistMode()).map(({ causedBy }) => causedBy);
    expect(causes).toEqual([null, null]);
  });
});
