import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import { findings, found, foundByNist, HEADER, told } from '../testdata/judged.js';
import { planOf } from '../testdata/laid.js';
import type { SmallProfile } from '../testdata/small-profile.js';
import { Validator } from '../validate.js';

const one = (usage: NonNullable<SmallProfile['fields']>[string][number]['usage']): SmallProfile => ({
  structure: 'MSH PID',
  fields: { PID: [{}, { name: 'second', ...(usage === undefined ? {} : { usage }) }] },
});

describe('usage', () => {
  it('R: must be there', () => {
    expect(found(one('R'), 'PID|1|2')).toEqual([]);
    expect(found(one('R'), 'PID|1')).toEqual(['usage-required PID[1]-2[1] 2:1']);
    expect(found(one('R'), 'PID|1|  ')).toEqual(['usage-required PID[1]-2[1] 2:1']);
  });

  it('RE: a warning of the reference, and quiet in our own mode', () => {
    expect(foundByNist(one('RE'), 'PID|1')).toEqual(['usage-empty PID[1]-2[1] 2:1']);
    expect(foundByNist(one('RE'), 'PID|1|2')).toEqual([]);
    expect(found(one('RE'), 'PID|1')).toEqual([]);
    expect(told(findings(one('RE'), ['PID||2'], pipehatMode(true)))).not.toContain('usage-empty PID[1]-2[1] 2:1');
    expect(told(findings(one('RE'), ['PID|1'], pipehatMode(true)))).toContain('usage-empty PID[1]-2[1] 2:1');
  });

  it('X and W: must not be there, each repetition', () => {
    expect(found(one('X'), 'PID|1')).toEqual([]);
    expect(found(one('X'), 'PID|1|a~b')).toEqual([
      'usage-unsupported PID[1]-2[1] 2:7',
      'usage-unsupported PID[1]-2[2] 2:9',
    ]);
    expect(found(one('W'), 'PID|1|a')).toEqual(['usage-withdrawn PID[1]-2[1] 2:7']);
    expect(foundByNist(one('W'), 'PID|1|a')).toEqual(['usage-withdrawn PID[1]-2[1] 2:7']);
  });

  it('IX: must not be there; the reference lets it pass', () => {
    expect(found(one('IX'), 'PID|1')).toEqual([]);
    expect(found(one('IX'), 'PID|1|a')).toEqual(['usage-excluded PID[1]-2[1] 2:7']);
    expect(foundByNist(one('IX'), 'PID|1|a')).toEqual([]);
  });

  it('B: is told on request', () => {
    expect(found(one('B'), 'PID|1|a')).toEqual([]);
    expect(told(findings(one('B'), ['PID|1|a'], pipehatMode(true)))).toContain('usage-deprecated PID[1]-2[1] 2:7');
    expect(told(findings(one('B'), ['PID|1'], pipehatMode(true)))).not.toContain('usage-deprecated PID[1]-2[1] 2:7');
  });

  it('C and CE without a condition that a machine can decide: told on request where they are missing', () => {
    for (const usage of ['C', 'CE'] as const) {
      expect(found(one(usage), 'PID|1')).toEqual([]);
      expect(told(findings(one(usage), ['PID|1'], pipehatMode(true)))).toContain('usage-undecided PID[1]-2[1] 2:1');
      expect(told(findings(one(usage), ['PID|1|a'], pipehatMode(true)))).not.toContain(
        'usage-undecided PID[1]-2[1] 2:1',
      );
    }
  });

  it('C with a condition is left to the predicate', () => {
    const decided: SmallProfile = {
      ...one('C'),
      profile: {
        rules: {
          statements: [],
          keyed: [],
          orderIndifferent: [],
          bindings: [],
          singleCodes: [],
          predicates: [
            {
              on: { kind: 'segment', by: 'name', value: 'PID' },
              rule: {
                kind: 'predicate',
                description: '',
                target: '2[1]',
                whenTrue: 'R',
                whenFalse: 'O',
                condition: { kind: 'presence', path: '1[1]' },
              },
            },
          ],
        },
      },
    };
    expect(told(findings(decided, ['PID||'], pipehatMode(true)))).not.toContain('usage-undecided PID[1]-2[1] 2:1');
  });

  it('O: content is told on request', () => {
    expect(told(findings(one('O'), ['PID|1|a'], pipehatMode(true)))).toContain('usage-optional PID[1]-2[1] 2:7');
    expect(told(findings(one('O'), ['PID|1'], pipehatMode(true)))).not.toContain('usage-optional PID[1]-2[1] 2:7');
  });

  it('segments, groups and choices have findings of their own, at the line of their parent', () => {
    const structure = 'MSH PID {<ORDER: ORC <DETAIL: OBR> ( DG1 | AL1 )>}';
    expect(found({ structure }, 'PID|', 'ORC|', 'OBR|', 'AL1|')).toEqual([]);
    expect(found({ structure }, 'ORC|', 'OBR|', 'DG1|')).toEqual(['segment-missing PID[1] 1:1']);
    expect(found({ structure }, 'PID|', 'ORC|', 'DG1|')).toEqual(['group-missing DETAIL[1] 3:1']);
    expect(found({ structure }, 'PID|', 'ORC|', 'OBR|')).toEqual(['choice-missing DG1|AL1[1] 3:1']);
  });

  it('components and subcomponents, and nothing below what is not there', () => {
    const small: SmallProfile = {
      structure: 'MSH PID',
      fields: { PID: [{ datatype: 'CX' }] },
      datatypes: { CX: [{}, { usage: 'R' }, {}, { datatype: 'HD' }], HD: [{}, { usage: 'R' }] },
    };
    expect(found(small, 'PID|a^b^^x&y')).toEqual([]);
    expect(found(small, 'PID|a^b^^x')).toEqual(['usage-required PID[1]-1[1].4.2 2:10']);
    expect(found(small, 'PID|a^b')).toEqual([]);
    expect(found(small, 'PID|^b~a')).toEqual(['usage-required PID[1]-1[2].2 2:8']);
  });
});

describe('usage of an alternative of a choice', () => {
  const said = (usage: 'X' | 'O', line: string, mode = pipehatMode()) => {
    const plan = structuredClone(planOf({ structure: 'MSH PID (OBR|RXO) [NTE]' }));
    Object.assign(plan.elements.find(({ name }) => name === 'RXO') ?? {}, { usage });
    return told(new Validator(plan, { mode }).validate(Buffer.from([HEADER, 'PID|1', line].join('\r'))));
  };

  it('X: it must not be there, and the others may', () => {
    expect(said('X', 'RXO|1')).toEqual(['usage-unsupported RXO[1] 3:1']);
    expect(said('X', 'OBR|1')).toEqual([]);
    expect(said('O', 'RXO|1')).toEqual([]);
  });

  it('is nothing to the reference, which knows no choice', () => {
    expect(said('X', 'RXO|1', nistMode())).toEqual([]);
  });
});
