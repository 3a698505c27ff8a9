import { describe, expect, it } from 'vitest';
import { segment } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import * as adt from './adt.js';
import { AT, envelope, everyFact, observations, patient, visit } from './testdata/facts.js';

const names = (message: Message): string => message.segments.map(({ name }) => name).join(' ');
const event = { patient, visit };

describe('structure', () => {
  const [weight] = observations;
  const rich = {
    ...event,
    observations: weight === undefined ? [] : [weight],
    procedures: [{ code: { code: 'APPY', text: 'Appendectomy', system: 'L' }, at: AT, functionalType: 'P' as const }],
  };

  it('puts observations before the allergies in A01, after the procedures in A03', () => {
    expect(names(adt.adtA01(envelope('2.5.1'), rich))).toBe('MSH EVN PID NK1 PV1 PV2 OBX AL1 DG1 DG1 PR1 IN1');
    expect(names(adt.adtA03(envelope('2.5.1'), rich))).toBe('MSH EVN PID NK1 PV1 PV2 AL1 DG1 DG1 PR1 OBX IN1');
  });

  it('has no next of kin, allergies or insurance in A03 before 2.5', () => {
    expect(names(adt.adtA03(envelope('2.4'), rich))).toBe('MSH EVN PID PV1 PV2 DG1 DG1 PR1 OBX');
  });

  it('keeps cancellations short', () => {
    expect(names(adt.adtA11(envelope('2.5.1'), event))).toBe('MSH EVN PID PV1 PV2 DG1 DG1');
    expect(names(adt.adtA12(envelope('2.5.1'), event))).toBe('MSH EVN PID PV1 PV2');
  });

  it('carries the old numbers of a class change, and of nothing else', () => {
    const { merged } = everyFact;
    expect(names(adt.adtA06(envelope('2.5.1'), { ...event, merged }))).toMatch(/^MSH EVN PID MRG NK1 PV1/);
    expect(adt.adtA07(envelope('2.5.1'), { ...event, merged }).get('MRG-5')).toBe('V90999');
    expect(adt.adtA07(envelope('2.5.1'), event).first('MRG')).toBeUndefined();
    expect(adt.adtA08(envelope('2.5.1'), everyFact).first('MRG')).toBeUndefined();
  });

  it('says that a person has no visit', () => {
    const message = adt.adtA28(envelope('2.5.1'), { patient });
    expect(message.get('PV1-2')).toBe('N');
    expect(message.get('PV1-19')).toBeUndefined();
  });

  it('appends extra segments as they are', () => {
    const message = adt.adtA01(envelope('2.5.1'), { ...event, extra: [segment('ZPI', { 1: '1', 3: 'a|b' })] });
    expect(message.segments.at(-1)?.rawText()).toBe('ZPI|1||a\\F\\b');
  });
});

describe('what an update takes away', () => {
  it('is deleted with "", where absent facts stay silent', () => {
    const silent = adt.adtA08(envelope('2.5.1'), { ...event, patient: { ...patient, phone: '', nextOfKin: [] } });
    expect(silent.rawText('PID-13')).toBeUndefined();
    expect(silent.first('NK1')).toBeUndefined();
    const erased = ['phone', 'address', 'nextOfKin', 'insurance'] as const;
    const message = adt.adtA31(envelope('2.5.1'), { patient, erased });
    for (const path of ['PID-13', 'PID-11', 'NK1-2', 'IN1-2']) expect(message.isNull(path), path).toBe(true);
    expect(message.all('NK1').length).toBe(1);
  });

  it('is the discharge in A13, whatever the facts still hold', () => {
    const message = adt.adtA13(envelope('2.5.1'), event);
    expect(message.isNull('PV1-45')).toBe(true);
    expect(message.isNull('PV1-36')).toBe(true);
    expect(message.get('PV1-19')).toBe(visit.number.id);
  });
});

describe('EVN', () => {
  it('repeats the event up to 2.3.1', () => {
    expect(adt.adtA01(envelope('2.3'), event).get('EVN-1')).toBe('A01');
    expect(adt.adtA01(envelope('2.3.1'), event).get('EVN-1')).toBe('A01');
    expect(adt.adtA01(envelope('2.4'), event).get('EVN-1')).toBeUndefined();
  });

  it('says when a transfer or cancellation happened: now, unless it is entered late', () => {
    const earlier = new Date('2026-03-14T08:00:00Z');
    expect(adt.adtA02(envelope('2.5.1'), event).get('EVN-6')).toBe('20260314092653+0000');
    expect(adt.adtA11(envelope('2.5.1'), { ...event, occurredAt: earlier }).get('EVN-6')).toBe('20260314080000+0000');
    expect(adt.adtA01(envelope('2.5.1'), event).get('EVN-6')).toBeUndefined();
  });
});
