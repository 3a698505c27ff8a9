import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import { findings, found, foundByNist, HEADER, told } from '../testdata/judged.js';
import { planOf } from '../testdata/laid.js';
import { Validator } from '../validate.js';

const ADT = { structure: 'MSH EVN PID [PD1] PV1 [{OBX}]' };

describe('lines', () => {
  it('that are no segments are told', () => {
    expect(found(ADT, 'EVN|', 'PID|', 'PV1|')).toEqual([]);
    expect(found(ADT, 'EVN|', 'PID|', 'pv1|', 'PV1|')).toEqual(['line-invalid  4:1']);
    expect(found(ADT, 'EVN|', 'PID|', 'PV1 |', 'PV1|')).toEqual(['line-invalid  4:1']);
    expect(foundByNist(ADT, 'EVN|', 'PID|', 'some text', 'PV1|')).toEqual(['line-invalid  4:1']);
  });

  it('blank ones are told between segments, and not at the end', () => {
    expect(found(ADT, 'EVN|', '', 'PID|', 'PV1|', '', '')).toEqual(['line-blank  3:1']);
    expect(foundByNist(ADT, 'EVN|', '', 'PID|', 'PV1|', '', '')).toEqual(['line-invalid  3:1']);
  });

  it('a lone line feed in a field is data, and ends a line for the reference', () => {
    expect(found(ADT, 'EVN|a\nb', 'PID|', 'PV1|')).not.toContain('line-invalid  3:1');
    expect(foundByNist(ADT, 'EVN|a\nb', 'PID|', 'PV1|')).toEqual(['line-invalid  3:1']);
  });

  it('before MSH belong to no message', () => {
    const text = `FHS|x\r${HEADER}\rEVN|\rPID|\rPV1|`;
    const judge = (mode: ReturnType<typeof nistMode>) =>
      told(new Validator(planOf(ADT), { mode }).validate(Buffer.from(text)));
    expect(judge(nistMode())).toEqual(['line-invalid  1:1']);
    expect(judge(pipehatMode())).toEqual(['not-hl7  1:1']);
  });

  it('of segments that the profile does not know are unexpected, local ones a warning', () => {
    expect(found(ADT, 'EVN|', 'PID|', 'AL1|', 'PV1|')).toEqual(['segment-unexpected AL1[1] 4:1']);
    expect(foundByNist(ADT, 'EVN|', 'PID|', 'ZZ1|', 'PV1|')).toEqual(['segment-unexpected ZZ1 4:1']);
    const local = findings(ADT, ['EVN|', 'PID|', 'ZZ1|', 'PV1|']);
    expect(local).toMatchObject([{ code: 'segment-unexpected', classification: 'Warning', path: 'ZZ1[1]' }]);
  });
});

describe('segments in the wrong place', () => {
  it('are one finding that says where they belong', () => {
    expect(findings(ADT, ['EVN|', 'PV1|', 'PID|', 'PD1|', 'OBX|'])).toMatchObject([
      {
        code: 'segment-misplaced',
        path: 'PV1[1]',
        line: 3,
        message: 'the segment PV1 stands before PID; it belongs after PD1 (line 5)',
        expected: 'after PD1 (line 5)',
        actual: 'before PID',
      },
    ]);
    expect(found(ADT, 'EVN|', 'PID|', 'PD1|', 'PV1|', 'OBX|')).toEqual([]);
  });

  it('are judged where they belong', () => {
    const small = { ...ADT, fields: { PV1: [{}, { usage: 'R' as const }] } };
    expect(found(small, 'EVN|', 'PV1|', 'PID|')).toEqual([
      'segment-misplaced PV1[1] 3:1',
      'usage-required PV1[1]-2[1] 3:1',
    ]);
  });

  it('make a cascade for the reference', () => {
    expect(foundByNist(ADT, 'EVN|', 'PV1|', 'PID|', 'PD1|', 'OBX|')).toEqual([
      'segment-missing PID[1] 1:1',
      'segment-unexpected OBX 6:1',
      'segment-unexpected PD1 5:1',
      'segment-unexpected PID 4:1',
    ]);
  });

  it('that moved together are one finding', () => {
    expect(findings(ADT, ['PID|', 'PD1|', 'PV1|', 'EVN|'])).toMatchObject([
      { message: 'the segment EVN stands after PV1; it belongs after MSH (line 1)' },
    ]);
    expect(
      findings({ structure: 'MSH EVN PID [PD1] {NK1} PV1 PV2' }, ['EVN|', 'PV1|', 'PV2|', 'PID|', 'PD1|', 'NK1|']),
    ).toMatchObject([{ message: '2 segments from PV1 to PV2 stand before PID; they belong after NK1 (line 7)' }]);
  });

  it('that changed places with each other are one finding', () => {
    const structure = 'MSH EVN PID {NK1} PV1 [{OBX}]';
    expect(found({ structure }, 'EVN|', 'PID|', 'NK1|', 'NK1|', 'PV1|', 'OBX|')).toEqual([]);
    expect(findings({ structure }, ['EVN|', 'PV1|', 'NK1|', 'NK1|', 'PID|', 'OBX|'])).toMatchObject([
      { code: 'segment-misplaced', path: 'PV1[1]', message: 'the segments PV1 and PID (line 6) have changed places' },
    ]);
  });

  it('for which there is no place are unexpected', () => {
    expect(found(ADT, 'EVN|', 'PID|', 'PV1|', 'OBX|', 'PV1|', 'OBX|')).toEqual(['segment-unexpected PV1[2] 6:1']);
  });
});
