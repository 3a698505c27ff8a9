import { describe, expect, it } from 'vitest';
import { laid } from '../testdata/laid.js';
import { GreedyMatcher } from './greedy.js';

const over = (structure: string, names: string) =>
  laid(structure, names, (grammar, tree) => new GreedyMatcher(grammar, tree));

describe('the greedy matcher', () => {
  it('lays a message without fault over its groups', () => {
    expect(over('MSH {<ORDER: [ORC] OBR [{<OBSERVATION: OBX [{NTE}]>}]>}', 'MSH ORC OBR OBX NTE OBX OBR OBX')).toBe(
      'MSH:1 ORDER(ORC:2 OBR:3 OBSERVATION(OBX:4 NTE:5) OBSERVATION(OBX:6)) ORDER(OBR:7 OBSERVATION(OBX:8))',
    );
  });

  it('gives up at the first segment that is not where it is expected', () => {
    expect(over('MSH EVN PID [PD1] PV1 [{OBX}]', 'MSH EVN PV1 PID PD1 OBX')).toBe(
      'MSH:1 EVN:2 PV1:3 ; left 4,5,6'.replace(' ;', ';'),
    );
  });

  it('takes one segment at the head of a group, whatever may follow of the same name', () => {
    expect(over('MSH {<A: {NTE} OBX>}', 'MSH NTE NTE OBX')).toBe('MSH:1 A(NTE:2) A(NTE:3 OBX:4)');
  });

  it('begins a group with any of its leading segments, and with a nested group only where none leads', () => {
    expect(over('MSH {<A: PID PV1 <B: OBR>>}', 'MSH PV1 OBR')).toBe('MSH:1 A(PV1:2 B(OBR:3))');
    expect(over('MSH {<A: PID PV1 <B: OBR>>}', 'MSH OBR')).toBe('MSH:1; left 2');
    expect(over('MSH {<A: <B: OBR> PID>}', 'MSH PID OBR')).toBe('MSH:1 A(PID:2) A(B(OBR:3))');
  });
});
