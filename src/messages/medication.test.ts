import { describe, expect, it } from 'vitest';
import { rasO17 } from './ras-o17.js';
import { rdeO11 } from './rde-o11.js';
import { rdsO13 } from './rds-o13.js';
import { envelope, everyFact, medication, observations, patient } from './testdata/facts.js';

const [dispense] = everyFact.dispenses;
const [administration] = everyFact.administrations;
if (dispense === undefined || administration === undefined) throw new Error('the test facts hold no dose');

describe('RDE', () => {
  it('has its timing after RXE from 2.5 on, in RXE-1 before', () => {
    const modern = rdeO11(envelope('2.5.1'), { patient, orders: [medication] });
    const names = modern.segments.map(({ name }) => name).join(' ');
    expect(names).toBe('MSH PID AL1 ORC RXE NTE NTE TQ1 TQ1 RXR RXC');
    const older = rdeO11(envelope('2.4'), { patient, orders: [medication] });
    expect(older.get('RXE-1.2')).toBe('Q6H');
    expect(older.repetitions('RXE-1')).toBe(2);
  });

  it('is RDE^O01 before 2.4', () => {
    expect(rdeO11(envelope('2.3.1'), { patient, orders: [medication] }).rawText('MSH-9')).toBe('RDE^O01^RDE_O01');
    expect(rdeO11(envelope('2.3'), { patient, orders: [medication] }).rawText('MSH-9')).toBe('RDE^O01');
  });

  it('joins the parts of a taper', () => {
    const message = rdeO11(envelope('2.5.1'), { patient, orders: [medication] });
    expect(message.get('TQ1-12')).toBe('S');
    expect(message.get('TQ1[2]-12')).toBeUndefined();
    expect(message.get('TQ1[2]-2')).toBe('325');
  });
});

describe('doses', () => {
  it('take the filler number where there is no prescription number', () => {
    const { prescriptionNumber: _, ...order } = medication;
    const message = rdsO13(envelope('2.5.1'), { patient, dispenses: [{ ...dispense, order }] });
    expect(message.get('RXD-7')).toBe('F6001');
  });

  it('count their give message as 0 where there was none', () => {
    const { giveSubId: _, ...ungiven } = administration;
    const message = rasO17(envelope('2.5.1'), { patient, administrations: [ungiven] });
    expect(message.get('RXA-1')).toBe('0');
    expect(message.get('RXA-2')).toBe('2');
  });

  it('come with what was observed', () => {
    const message = rasO17(envelope('2.5.1'), { patient, administrations: [{ ...administration, observations }] });
    expect(message.all('OBX').length).toBe(observations.length);
  });
});
