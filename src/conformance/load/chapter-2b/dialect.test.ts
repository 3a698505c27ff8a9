import { describe, expect, it } from 'vitest';
import { loaded, specimen } from '../testdata/specimen.js';

describe('the computable dialect of NIST', () => {
  const dialect = loaded(specimen('chapter-2b', 'dialect.xml'));
  const { statements, predicates } = dialect.profile.rules;
  const statement = (id: string) => {
    const found = statements.find(({ rule }) => rule.id === id);
    return found && { on: `${found.on.kind} ${found.on.value}`, assertion: found.rule.assertion };
  };

  it('knows what a flavour is called by HL7, and its lengths', () => {
    expect(dialect.warnings).toEqual([]);
    expect(dialect.profile.datatypes.get('X_HD_GU')?.name).toBe('HD');
    expect(dialect.profile.segments.get('MSH')?.fields[1]).toMatchObject({
      minLength: 1,
      maxLength: 227,
      confLength: '20=',
    });
    expect(dialect.profile).toMatchObject({ id: 'dialect', acknowledgment: { accept: 'AL', application: 'NE' } });
  });

  it('attaches a statement to the very element, where that is enough', () => {
    expect(statement('X-1')).toEqual({
      on: 'datatype X_ST',
      assertion: { kind: 'plain-text', path: '.', text: '|', ignoreCase: false },
    });
    expect(statement('X-2')).toEqual({
      on: 'datatype X_HD_GU',
      assertion: {
        kind: 'for-all',
        of: [
          { kind: 'string-list', path: '1[*]', values: ['A', 'B'] },
          { kind: 'format', path: '2[*]', regex: '\\d+' },
          { kind: 'presence', path: '2[*]' },
        ],
      },
    });
  });

  it('keeps two elements apart whose statements differ', () => {
    expect(dialect.profile.segments.get('MSH')?.fields[0]?.datatype).toBe('X_ST');
    expect(dialect.profile.datatypes.get('X_HD_GU')?.components[1]?.datatype).toBe('X_ST_2');
  });

  it('attaches it further up, where it looks around', () => {
    const group = 'group ORU_R01.ORDER_OBSERVATION';
    expect(statement('X-3')).toEqual({
      on: group,
      assertion: { kind: 'path-value', path1: '1[1].1[1]', operator: 'EQ', path2: '2[*].2[*]' },
    });
    expect(statement('X-4')).toEqual({ on: group, assertion: { kind: 'set-id', path: '2[1].1[1]' } });
    expect(statement('X-5')).toEqual({ on: 'segment OBX', assertion: { kind: 'presence', path: '5[1]' } });
    expect(statement('X-MSH')).toEqual({
      on: 'segment MSH',
      assertion: { kind: 'plugin', name: 'org.example.MSH', parameters: { id: '4' } },
    });
  });

  it('sees a predicate from the parent of its element', () => {
    expect(predicates).toMatchObject([
      {
        on: { kind: 'datatype', value: 'X_HD_GU' },
        rule: { target: '2[1]', whenTrue: 'RE', whenFalse: 'X', condition: { kind: 'presence', path: '1[*]' } },
      },
      {
        on: { kind: 'message', value: 'ORU_R01' },
        rule: {
          target: '2[*].1[1]',
          whenTrue: 'R',
          whenFalse: 'X',
          condition: {
            kind: 'or',
            left: { kind: 'plain-text', path: '2[*].2[*].1[*]', text: '1' },
            right: { kind: 'not', of: { kind: 'presence', path: '1[*].1[*]' } },
          },
        },
      },
    ]);
  });
});
