import { describe, expect, test } from 'vitest';
import { formatTimestamp } from '../src/hl7/timestamp.js';
import { findImaging } from '../src/population/catalogue/imaging.js';
import type { PlacedOrder } from './ehr/ehr-state.js';
import type { FiledReport } from './ehr/filed-report.js';
import type { RisCommand } from './ris/commands.js';
import type { ImagingOrder } from './ris/ris-state.js';
import { DepartmentWard, found, type Situation } from './testing/departments.js';

const CHEST = findImaging('Chest X-ray');
const TOMORROW = new Date('2026-03-03T09:00:00Z');

type Bare<C> = C extends { readonly order: unknown } ? Omit<C, 'patient' | 'order'> : never;

class RadiologyWard extends DepartmentWard {
  constructor(situation: Situation = {}, dialect: PlacedOrder['dialect'] = 'ORM') {
    super('ris', situation);
    this.place(CHEST, {}, dialect);
  }

  act(...commands: readonly Bare<RisCommand>[]): void {
    for (const command of commands) this.ward.do('ris', { ...command, patient: this.patient, order: this.number });
  }

  examine(): void {
    this.act(
      { kind: 'schedule', at: TOMORROW, appointment: true },
      { kind: 'arrive' },
      { kind: 'complete', charge: true },
    );
  }

  get order(): ImagingOrder {
    return found(this.ward.of('ris', this.patient).orders, () => true);
  }

  get filed(): FiledReport {
    return found(this.ward.of('ehr', this.patient).reports, () => true);
  }

  get appointments(): readonly string[] {
    return this.ward.of('ehr', this.patient).appointments.map(({ standing }) => standing);
  }
}

describe('an examination', () => {
  test.each(['ORM', 'OMG'] as const)('goes its whole way (%s)', (dialect) => {
    const ward = new RadiologyWard({}, dialect);
    expect(ward.states).toEqual(['accepted', 'accepted']);
    ward.act({ kind: 'schedule', at: TOMORROW });
    expect(ward.states).toEqual(['scheduled', 'scheduled']);
    ward.act({ kind: 'arrive' });
    expect(ward.states).toEqual(['in-process', 'in-process']);
    ward.act({ kind: 'complete' });
    expect([ward.placed().performed, ward.placed().state]).toEqual([true, 'in-process']);
    ward.act({ kind: 'report', as: 'preliminary' }, { kind: 'report', as: 'final' });
    expect(ward.states).toEqual(['final', 'final']);
    expect(ward.filed.observations.map(({ status }) => status)).toEqual(['F', 'F', 'F']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('keeps accession and study in every message', () => {
    const ward = new RadiologyWard({ tools: { orderAnswer: 'same-connection' } });
    ward.examine();
    const { accession, studyInstanceUid } = ward.order.imaging;
    const told = ward.ward.passed.flatMap(({ message, reply }) =>
      message.type.code === 'ORM' ? [message, reply] : [],
    );
    const carriers = told.filter((message) => message.first('ZDS') !== undefined);
    expect(carriers.length).toBeGreaterThan(2);
    expect(new Set(carriers.map((message) => message.get('ZDS-1')))).toEqual(new Set([studyInstanceUid]));
    const numbered = told.flatMap((message) => message.get('OBR-18') ?? []);
    expect(new Set(numbered)).toEqual(new Set([accession.id]));
    expect(studyInstanceUid).toMatch(/^[0-9.]{20,64}$/);
  });

  test('an addendum never removes the signed text', () => {
    const ward = new RadiologyWard();
    ward.examine();
    ward.act(
      { kind: 'report', as: 'final', text: ['Signed text.'] },
      { kind: 'add-addendum', text: 'Compared with 2024.' },
    );
    expect(ward.filed.resultStatus).toBe('C');
    const sent = ward.ward
      .last('ORU')
      .message.all('OBX')
      .map((obx) => obx.get('5'));
    expect(sent).toEqual(['Signed text.', 'ADDENDUM']);
    expect(ward.filed.observations.map(({ status, values }) => `${status} ${values.at(-1)}`)).toEqual([
      'F Signed text.',
      'F Compared with 2024.',
    ]);
    expect(ward.filed.observations[0]?.history).toEqual([]);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('a corrected report keeps what it said before', () => {
    const ward = new RadiologyWard();
    ward.examine();
    ward.act(
      { kind: 'report', as: 'final', text: ['No fracture.'] },
      { kind: 'correct-report', text: 'Fracture of rib 7.' },
    );
    const [observation] = ward.filed.observations;
    expect([observation?.status, observation?.history[0]?.values]).toEqual(['C', ['No fracture.']]);
  });

  test('is charged once', () => {
    const ward = new RadiologyWard();
    ward.examine();
    expect(ward.ward.of('ehr', ward.patient).charges).toHaveLength(1);
    ward.act({ kind: 'complete', charge: true, force: true });
    expect(ward.ward.types('ris').filter((type) => type === 'DFT^P03')).toHaveLength(1);
    const { message } = ward.ward.last('DFT');
    ward.ward.deliver('ehr', message.with('MSH-10', 'TWICE'));
    expect(ward.ward.of('ehr', ward.patient).charges).toHaveLength(1);
    expect(ward.ward.alerts('ehr')[0]).toContain('charged twice');
  });

  test('is reported as a document too', () => {
    const ward = new RadiologyWard();
    ward.examine();
    ward.act({ kind: 'report', as: 'final', text: ['Signed text.'], document: true });
    const [document] = ward.ward.of('ehr', ward.patient).documents;
    expect(document).toMatchObject({ completion: 'AU', text: ['Signed text.'], standing: 'current' });
  });

  test('tells in a signed document who read, when it was written and who signed', () => {
    const ward = new RadiologyWard();
    ward.examine();
    ward.act({ kind: 'report', as: 'final', text: ['Signed text.'], document: true });
    const { message } = ward.ward.last('MDM');
    expect(message.get('TXA-5')).toBe(ward.ward.last('ORU').message.get('OBR-32.1.1'));
    expect(message.get('TXA-22.1')).toBe(message.get('TXA-5.1'));
    expect(message.get('TXA-22.15')).toBe(message.get('TXA-7'));
  });

  test('is observed from the arrival of the patient on', () => {
    const ward = new RadiologyWard();
    ward.act({ kind: 'schedule', at: TOMORROW }, { kind: 'arrive' });
    const begun = ward.order.order.collectedAt;
    ward.act({ kind: 'complete', charge: true }, { kind: 'report', as: 'final', text: ['Signed text.'] });
    expect(begun).toBeDefined();
    expect(ward.ward.last('ORU').message.get('OBR-7')).toBe(begun && formatTimestamp(begun));
    expect(ward.ward.last('DFT').message.get('FT1-2')?.length).toBeLessThanOrEqual(12);
  });
});

describe('an appointment', () => {
  test('is booked, moved, changed and cancelled', () => {
    const ward = new RadiologyWard();
    ward.act({ kind: 'schedule', at: TOMORROW, appointment: true });
    expect(ward.appointments).toEqual(['booked']);
    ward.act({ kind: 'reschedule', at: new Date('2026-03-04T09:00:00Z') });
    expect(ward.appointments).toEqual(['rescheduled']);
    expect(ward.ward.of('ehr', ward.patient).appointments[0]?.startAt).toEqual(new Date('2026-03-04T09:00:00Z'));
    ward.act({ kind: 'modify-appointment', note: 'Comes by ambulance' });
    expect(ward.appointments).toEqual(['modified']);
    ward.act({ kind: 'cancel-appointment', reason: 'Scanner down' });
    expect(ward.appointments).toEqual(['cancelled']);
    expect(ward.ward.types('ris').filter((type) => type.startsWith('SIU'))).toEqual([
      'SIU^S12',
      'SIU^S13',
      'SIU^S14',
      'SIU^S15',
    ]);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test.each([
    ['booked twice', 'S12', 'was booked before'],
    ['moved after it was cancelled', 'S13', 'cannot be rescheduled'],
  ])('that is %s is noticed and stays as it was', (_what, event, alert) => {
    const ward = new RadiologyWard();
    ward.act(
      { kind: 'schedule', at: TOMORROW, appointment: true },
      { kind: 'cancel-appointment', reason: 'Scanner down' },
    );
    ward.ward.deliver('ehr', ward.ward.last('SIU').message.with('MSH-10', 'ODD').with('MSH-9.2', event));
    expect(ward.ward.alerts('ehr')[0]).toContain(alert);
    expect(ward.appointments).toEqual(['cancelled']);
  });

  test('to which nobody comes closes the order', () => {
    const ward = new RadiologyWard();
    ward.act({ kind: 'schedule', at: TOMORROW, appointment: true }, { kind: 'no-show' });
    expect(ward.states).toEqual(['cancelled-by-filler', 'cancelled-by-filler']);
    expect([ward.placed().reason, ward.appointments]).toEqual(['The patient did not come', ['no-show']]);
  });
});

describe('what radiology refuses', () => {
  test.each([
    ['a report before the examination', [{ kind: 'arrive' }, { kind: 'report', as: 'final' }], 'has not been examined'],
    ['a second completion', [{ kind: 'arrive' }, { kind: 'complete' }, { kind: 'complete' }], 'was completed before'],
    ['an addendum before the report', [{ kind: 'arrive' }, { kind: 'complete' }, { kind: 'add-addendum' }], 'cannot'],
  ] as const)('%s', (_what, commands, reason) => {
    const ward = new RadiologyWard();
    ward.act(...commands);
    expect(ward.ward.alerts('ris')).toHaveLength(1);
    if (reason !== 'cannot') expect(ward.ward.alerts('ris')[0]).toContain(reason);
  });

  test('to go back to in process after completion', () => {
    const ward = new RadiologyWard();
    ward.act({ kind: 'arrive' });
    const arrived = ward.ward.last('ORM').message;
    ward.act({ kind: 'complete' });
    ward.ward.deliver('ehr', arrived.with('MSH-10', 'BACK'));
    expect(ward.ward.alerts('ehr')[0]).toContain('was complete (CM)');
  });

  test('an examination that it does not do', () => {
    const ward = new DepartmentWard('ris');
    ward.ward.act('ehr', {
      kind: 'place-order',
      patient: ward.patient,
      orders: [{ service: { ...CHEST, code: 'NOSUCH' } }],
    });
    expect(ward.ward.of('ehr', ward.patient).orders[0]).toMatchObject({
      state: 'refused',
      reason: 'examination NOSUCH is not done here',
    });
  });
});

describe('a change of the examination by radiology', () => {
  test('is granted while there is no report', () => {
    const ward = new RadiologyWard();
    const procedure = findImaging('CT chest');
    ward.act({ kind: 'change-examination', procedure, reason: 'Better answer to the question' });
    expect(ward.placed().order.service.code).toBe(procedure.code);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('is refused after the report', () => {
    const ward = new RadiologyWard();
    ward.examine();
    ward.act(
      { kind: 'report', as: 'final' },
      { kind: 'change-examination', procedure: findImaging('CT chest'), reason: 'Late', force: true },
    );
    expect(ward.placed().order.service.code).toBe(CHEST.code);
    expect(ward.ward.alerts('ris')[0]).toContain('UX');
  });
});
