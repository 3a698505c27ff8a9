import { describe, expect, it } from 'vitest';
import type { Finding } from '../../evidence/finding.js';
import { nistMode } from '../mode.js';
import { findings, HEADER } from '../testdata/judged.js';
import { planOf } from '../testdata/laid.js';
import { Validator } from '../validate.js';

const ADT = { structure: 'MSH EVN PID [PD1] PV1 [{OBX}]' };

const told = (list: readonly Finding[]) =>
  list.map(({ code, path, causedBy }) => `${code} ${path} < ${causedBy}`).sort();

describe('causes', () => {
  it('link the cascade of a parser that never looks back to its first segment', () => {
    expect(told(findings(ADT, ['EVN|', 'PV1|', 'PID|', 'PD1|'], nistMode()))).toEqual([
      'segment-missing PID[1] < segment-unexpected',
      'segment-unexpected PD1 < segment-unexpected',
      'segment-unexpected PID < null',
    ]);
  });

  it('link a missing segment to the line that was meant to be it', () => {
    expect(told(findings(ADT, ['EVN|', 'PID|', 'pv1|']))).toEqual([
      'line-invalid  < null',
      'segment-missing PV1[1] < line-invalid',
    ]);
    expect(told(findings(ADT, ['EVN|', 'PID|', 'text']))).toContain('segment-missing PV1[1] < null');
  });

  it('link everything about segments to the wrong message type', () => {
    const text = `${HEADER.replace('ADT^A01^ADT_A01', 'ORU^R01^ORU_R01')}\rOBX|\rPID|`;
    const list = told(new Validator(planOf(ADT)).validate(Buffer.from(text)));
    expect(list).toContain('message-code-mismatch MSH[1]-9[1].1 < null');
    expect(
      list.filter((line) => line.startsWith('segment')).every((line) => line.endsWith('message-code-mismatch')),
    ).toBe(true);
  });

  it('link the length of a value to the delimiter in it', () => {
    const small = { structure: 'MSH PID', fields: { PID: [{ minLength: 1, maxLength: 3 }] } };
    expect(told(findings(small, ['PID|a^bc']))).toEqual([
      'length-too-long PID[1]-1[1] < separator-unescaped',
      'separator-unescaped PID[1]-1[1] < null',
    ]);
    expect(told(findings(small, ['PID|abcd']))).toEqual(['length-too-long PID[1]-1[1] < null']);
  });
});
