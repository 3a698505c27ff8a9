import { describe, expect, it } from 'vitest';
import { laid } from '../testdata/laid.js';
import { RecoveringMatcher } from './recovering.js';

const ADT = 'MSH EVN PID [PD1] [{NK1}] PV1 [PV2] [{OBX}] [{DG1}]';
const ORU =
  'MSH {<RESULT: [<PATIENT: PID [{NTE}] [<VISIT: PV1>]>] {<ORDER: [ORC] OBR [{NTE}] [{<OBSERVATION: OBX [{NTE}]>}]>}>}';

const over = (structure: string, names: string) =>
  laid(structure, names, (grammar, tree) => new RecoveringMatcher(grammar, tree));

describe('the recovering matcher', () => {
  it('lays a message without fault over its groups', () => {
    expect(over(ADT, 'MSH EVN PID NK1 NK1 PV1 OBX DG1')).toBe('MSH:1 EVN:2 PID:3 NK1:4 NK1:5 PV1:6 OBX:7 DG1:8');
    expect(over(ORU, 'MSH PID NTE PV1 ORC OBR NTE OBX NTE OBX OBR OBX')).toBe(
      'MSH:1 RESULT(PATIENT(PID:2 NTE:3 VISIT(PV1:4)) ORDER(ORC:5 OBR:6 NTE:7 OBSERVATION(OBX:8 NTE:9) OBSERVATION(OBX:10)) ORDER(OBR:11 OBSERVATION(OBX:12)))',
    );
  });

  it('begins the innermost group again that can repeat', () => {
    expect(over(ORU, 'MSH OBR OBX PID OBR')).toBe(
      'MSH:1 RESULT(ORDER(OBR:2 OBSERVATION(OBX:3))) RESULT(PATIENT(PID:4) ORDER(OBR:5))',
    );
  });

  it('puts a segment that stands too early where it belongs', () => {
    expect(over(ADT, 'MSH EVN PV1 PID PD1 OBX')).toBe('MSH:1 EVN:2 PID:4 PD1:5 PV1:3 OBX:6; 3 behind 5');
    expect(over(ADT, 'MSH EVN PV1 PID OBX')).toBe('MSH:1 EVN:2 PID:4 PV1:3 OBX:5; 3 behind 4');
  });

  it('puts a segment that stands too late where it belongs', () => {
    expect(over(ADT, 'MSH EVN PD1 NK1 PV1 OBX PID')).toBe('MSH:1 EVN:2 PID:7 PD1:3 NK1:4 PV1:5 OBX:6; 7 behind 2');
    expect(over(ADT, 'MSH EVN PID PV1 OBX DG1 PV2')).toBe('MSH:1 EVN:2 PID:3 PV1:4 PV2:7 OBX:5 DG1:6; 7 behind 4');
  });

  it('takes neighbours that changed places for one moved segment', () => {
    expect(over(ORU, 'MSH PID OBR ORC OBX')).toBe(
      'MSH:1 RESULT(PATIENT(PID:2) ORDER(ORC:4 OBR:3 OBSERVATION(OBX:5))); 4 behind 2',
    );
  });

  it('takes segments that moved together for one move', () => {
    expect(over(ORU, 'MSH ORC OBR OBX PID NTE PV1')).toBe(
      'MSH:1 RESULT(ORDER(ORC:2 OBR:3 OBSERVATION(OBX:4))) RESULT(PATIENT(PID:5 NTE:6 VISIT(PV1:7)))',
    );
    expect(over(ADT, 'MSH EVN PV1 PV2 PID NK1')).toBe('MSH:1 EVN:2 PID:5 NK1:6 PV1:3 PV2:4; 3,4 behind 6');
  });

  it('leaves a gap where a segment is missing', () => {
    expect(over(ADT, 'MSH')).toBe('MSH:1');
    expect(over(ADT, 'MSH EVN PV1 OBX')).toBe('MSH:1 EVN:2 PV1:3 OBX:4');
    expect(over(ORU, 'MSH PID ORC OBX OBX ORC OBR OBX')).toBe(
      'MSH:1 RESULT(PATIENT(PID:2) ORDER(ORC:3 OBSERVATION(OBX:4) OBSERVATION(OBX:5)) ORDER(ORC:6 OBR:7 OBSERVATION(OBX:8)))',
    );
  });

  it('keeps one too many beside the first, and leaves out what has no place', () => {
    expect(over(ADT, 'MSH EVN PID PID PV1')).toBe('MSH:1 EVN:2 PID:3 PID:4 PV1:5');
    expect(over(ADT, 'MSH EVN PID PV1 OBX PV1 OBX')).toBe('MSH:1 EVN:2 PID:3 PV1:4 OBX:5 OBX:7; left 6');
  });

  it('chooses one alternative', () => {
    const ORM = 'MSH {<ORDER: ORC [<DETAIL: ( OBR | RQD | RXO ) [{NTE}]>] [BLG]>}';
    expect(over(ORM, 'MSH ORC RXO NTE ORC OBR')).toBe(
      'MSH:1 ORDER(ORC:2 DETAIL(RXO:3 NTE:4)) ORDER(ORC:5 DETAIL(OBR:6))',
    );
    expect(over(ORM, 'MSH RXO ORC NTE')).toBe('MSH:1 ORDER(ORC:3 DETAIL(RXO:2 NTE:4)); 2 behind 3');
  });

  it('tells same-named places apart by what follows', () => {
    const structure = 'MSH [<A: NTE OBX>] [<B: NTE DG1>]';
    expect(over(structure, 'MSH NTE DG1')).toBe('MSH:1 B(NTE:2 DG1:3)');
    expect(over(structure, 'MSH NTE OBX NTE DG1')).toBe('MSH:1 A(NTE:2 OBX:3) B(NTE:4 DG1:5)');
  });

  it('takes time in proportion to the message, faults or not', () => {
    const many = (text: string, count: number) => Array.from({ length: count }, () => text).join(' ');
    const long = `MSH PID ${many('ORC OBR OBX', 5000)} ${many('NTE PID OBR', 200)} ${many('ORC OBX', 3000)}`;
    expect(over(ORU, long).length).toBeGreaterThan(100_000);
  });
});
