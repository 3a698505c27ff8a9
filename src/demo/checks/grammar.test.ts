import { describe, expect, it } from 'vitest';
import { grammar, mismatch, namesIn } from './grammar.js';

const compare = (rule: string, names: string) => mismatch(grammar(rule), names.split(' '));

describe('grammar', () => {
  it.each([
    ['MSH PID', 'MSH PID'],
    ['MSH [PID [PV1]] { ORC [ OBR | RXO ] }', 'MSH ORC'],
    ['MSH [PID [PV1]] { ORC [ OBR | RXO ] }', 'MSH PID ORC OBR ORC RXO ORC'],
    ['MSH { [PID] { [ORC] OBR {[OBX]} } }', 'MSH OBR OBX OBX OBR PID ORC OBR'],
    ['MSH { {RXA} RXR {[OBX]} }', 'MSH RXA RXA RXR OBX RXA RXR'],
    ['MSH {[PID [PV1]]} {RGS}', 'MSH RGS'],
    ['MSH {[ [ORC] OBR ]} TXA', 'MSH OBR ORC OBR TXA'],
  ])('%s takes %s', (rule, names) => {
    expect(compare(rule, names)).toBeUndefined();
  });

  it.each([
    ['MSH EVN PID PV1', 'MSH EVN PID', { at: 3, expected: 'PV1' }],
    ['MSH EVN PID PV1', 'MSH PID EVN PV1', { at: 1, expected: 'EVN' }],
    ['MSH EVN PID PV1', 'MSH EVN PID PV1 PID', { at: 4 }],
    ['MSH { ORC [ OBR {[OBX]} ] }', 'MSH OBR', { at: 1, expected: 'ORC' }],
    ['MSH { ORC [ OBR {[OBX]} ] }', 'MSH ORC OBX', { at: 2 }],
    ['MSH { {RXA} RXR }', 'MSH RXA RXR RXA', { at: 4, expected: 'RXR' }],
    ['MSH [PID [PV1]] {OBR}', 'MSH PV1 OBR', { at: 1, expected: 'OBR' }],
  ])('%s refuses %s', (rule, names, place) => {
    expect(compare(rule, names)).toEqual(place);
  });

  it('lists the segments it speaks of', () => {
    expect(namesIn(grammar('MSH [PID] { ORC | OBR {[OBX]} }'))).toEqual(['MSH', 'PID', 'ORC', 'OBR', 'OBX']);
  });

  it('refuses a rule with a bracket too many', () => {
    expect(() => grammar('MSH ] PID')).toThrow('unbalanced');
  });
});
