import { describe, expect, test } from 'vitest';
import type { Message } from '../src/hl7/message.js';
import { ehr } from './ehr.js';
import { lis } from './lis.js';
import { DepartmentWard, type Situation } from './testing/departments.js';
import { CBC, LaboratoryWard, POTASSIUM } from './testing/laboratory-ward.js';
import { somebody } from './testing/people.js';
import { Ward } from './testing/ward.js';

/** Each progress of the laboratory, by the commands that lead there. */
const PROGRESS = {
  nothing: [],
  specimen: ['receive'],
  preliminary: ['receive', 'preliminary'],
  final: ['receive', 'final'],
} as const;

function laboratory(situation?: Situation): LaboratoryWard {
  return new LaboratoryWard(situation);
}

function lead(ward: LaboratoryWard, progress: keyof typeof PROGRESS): void {
  for (const step of PROGRESS[progress]) step === 'receive' ? ward.receive() : ward.report(step);
}

describe('an order', () => {
  test.each(['own-message', 'same-connection'] as const)('is accepted with a filler number (%s)', (orderAnswer) => {
    const ward = laboratory({ tools: { orderAnswer } });
    expect(ward.states).toEqual(['accepted', 'accepted']);
    expect(ward.placed().order.numbers.filler).toEqual(ward.held().order.numbers.filler);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test.each(['ORM', 'OML'] as const)('travels as %s and its news come back so', (dialect) => {
    const ward = laboratory();
    ward.place(CBC, {}, dialect);
    ward.receive();
    expect(ward.ward.last(dialect).from).toBe('lis');
    expect(ward.states).toEqual(['in-process', 'in-process']);
  });

  test('the answer echoes group, placer number and patient', () => {
    const ward = new DepartmentWard('lis', { tools: { orderAnswer: 'same-connection' } });
    const orders = [{ service: POTASSIUM }, { service: CBC }];
    ward.ward.act('ehr', { kind: 'place-order', patient: ward.patient, orders });
    const { message, reply } = ward.ward.last('ORR');
    for (const path of ['PID-3', 'PID-5', 'ORC-2', 'ORC-4', 'ORC[2]-2', 'ORC[2]-4', 'OBR-4']) {
      expect(reply.rawText(path), path).toBe(message.rawText(path));
    }
    expect(reply.get('MSA-2')).toBe(message.controlId);
    expect(reply.get('ORC-3')).not.toBe(reply.get('ORC[2]-3'));
  });

  test('for an unknown test is refused with the reason, beside one that is accepted', () => {
    const ward = new DepartmentWard('lis');
    const unknown = { code: 'NOSUCH', text: 'No such test', system: 'L' };
    const orders = [{ service: CBC }, { service: unknown }];
    ward.ward.act('ehr', { kind: 'place-order', patient: ward.patient, orders });
    const [first, second] = ward.ward.of('ehr', ward.patient).orders;
    expect([first?.state, second?.state]).toEqual(['accepted', 'refused']);
    expect(second?.reason).toContain('NOSUCH');
    expect(ward.ward.of('lis', ward.patient).orders).toHaveLength(1);
  });

  test('is known by the second code of OBR-4 too', () => {
    const ward = new DepartmentWard('lis', { tools: { orderAnswer: 'same-connection' } });
    ward.place(POTASSIUM);
    const { message } = ward.ward.last('ORM');
    const local = message.with('MSH-10', 'LOCAL').with('ORC-2.1', 'P2').with('OBR-2.1', 'P2');
    const reply = ward.ward.deliver(
      'lis',
      local.withRaw('OBR-4', `K^Potassium^L^${POTASSIUM.code}^${POTASSIUM.text}^LN`),
    );
    expect([reply.get('ORC-1'), reply.get('OBR-4')]).toEqual(['OK', 'K']);
  });

  test('that comes twice is made once', () => {
    const ward = laboratory({ tools: { orderAnswer: 'same-connection' } });
    const { message, reply } = ward.ward.last('ORM');
    const again = ward.ward.deliver('lis', message);
    const resent = ward.ward.deliver('lis', message.with('MSH-10', 'OTHER'));
    for (const answer of [again, resent]) expect(answer.get('ORC-3')).toBe(reply.get('ORC-3'));
    expect(again.controlId).not.toBe(reply.controlId);
    expect(ward.ward.of('lis', ward.patient).orders).toHaveLength(1);
  });

  test('a second OK with another filler number is noticed and not believed', () => {
    const ward = laboratory({ tools: { orderAnswer: 'same-connection' } });
    const { reply } = ward.ward.last('ORM');
    ward.ward.deliver('ehr', reply.withRaw('ORC-3', 'OTHER^LIS').withRaw('OBR-3', 'OTHER^LIS'));
    expect(ward.ward.alerts('ehr')[0]).toContain('OTHER');
    expect(ward.placed().order.numbers.filler?.id).toBe(reply.get('ORC-3'));
  });

  test('for a patient who is not known is refused with 204', () => {
    const ward = new DepartmentWard('lis', { tools: { orderAnswer: 'same-connection' } });
    ward.place(POTASSIUM);
    const stranger = ward.ward.last('ORM').message.withRaw('PID-3', '999^^^PIPEHAT^MR').with('MSH-10', 'X1');
    const reply = ward.ward.deliver('lis', stranger);
    expect([reply.get('MSA-1'), reply.get('ERR-3'), reply.get('ERR-2')]).toEqual(['AE', '204', 'PID']);
  });
});

describe('an order message that is refused as a whole', () => {
  test('leaves no ghost order behind', () => {
    const patient = somebody('77');
    const ward = new Ward([ehr(), lis()], { orderAnswer: 'own-message' });
    ward.act('ehr', { kind: 'add-person', patient, silent: true });
    ward.act('ehr', { kind: 'place-order', patient, orders: [{ service: POTASSIUM }] });
    expect(ward.last('ORM').reply.get('MSA-1')).toBe('AE');
    const [order] = ward.of('ehr', patient).orders;
    expect([order?.state, order?.reason]).toEqual(['refused', 'patient 77^PIPEHAT is not known']);
  });

  test('does not take an order back that was accepted before', () => {
    const ward = laboratory();
    const gone = { ...ward.patient, identifiers: [{ id: '1', authority: 'PIPEHAT', type: 'MR' }] };
    const [number] = gone.identifiers;
    if (number) ward.ward.deliver('lis', mergedInto(ward, number.id));
    ward.ask('cancel-order');
    expect(ward.placed().state).toBe('accepted');
    expect(ward.placed().pending).toBeUndefined();
  });
});

/** A40 that only the laboratory hears of: the patient's number is given up. */
function mergedInto(ward: LaboratoryWard, id: string): Message {
  const { message } = ward.ward.last('ADT');
  const own = message.rawText('PID-3') ?? '';
  const merge = message.with('MSH-9.2', 'A40').with('MSH-10', 'MERGE').withRaw('PID-3', `${id}^^^PIPEHAT^MR`);
  return merge.withSegments((lines) => [...lines, `MRG|${own}`]);
}

describe('the answer to a request depends on how far the laboratory is', () => {
  test.each([
    ['cancel-order', 'nothing', 'CR', 'cancelled'],
    ['cancel-order', 'specimen', 'UC', 'in-process'],
    ['cancel-order', 'final', 'UC', 'final'],
    ['discontinue-order', 'specimen', 'DR', 'discontinued'],
    ['discontinue-order', 'final', 'UD', 'final'],
    ['hold-order', 'nothing', 'HR', 'held'],
    ['hold-order', 'preliminary', 'UH', 'preliminary'],
    ['release-order', 'nothing', 'UR', 'accepted'],
  ] as const)('%s after %s: %s', (kind, progress, answer, state) => {
    const ward = laboratory();
    lead(ward, progress);
    ward.ask(kind);
    expect(ward.placed().lastAnswer).toBe(answer);
    expect(ward.states).toEqual([state, state]);
    expect(ward.placed().pending).toBeUndefined();
  });

  test('a held order is released', () => {
    const ward = laboratory();
    ward.ask('hold-order');
    ward.receive();
    expect(ward.ward.alerts('lis')).toHaveLength(1);
    ward.ask('release-order');
    ward.receive();
    expect(ward.states).toEqual(['in-process', 'in-process']);
  });

  test('a change is granted before the specimen and refused after', () => {
    const ward = laboratory();
    const change = { kind: 'change-order', patient: ward.patient, order: ward.number } as const;
    ward.ward.act('ehr', { ...change, changes: { priority: 'S' } });
    expect(ward.placed().lastAnswer).toBe('XR');
    expect([ward.placed().order.priority, ward.held().order.priority]).toEqual(['S', 'S']);
    ward.receive();
    ward.ward.act('ehr', { ...change, changes: { priority: 'R' } });
    expect(ward.placed().lastAnswer).toBe('UX');
    expect([ward.placed().order.priority, ward.held().order.priority]).toEqual(['S', 'S']);
  });

  test('a replacement closes the old order and opens the new one, or neither', () => {
    const ward = laboratory();
    const old = ward.number;
    const replace = { kind: 'replace-order', patient: ward.patient, order: old } as const;
    ward.ward.act('ehr', { ...replace, replacement: { service: { code: 'NOSUCH', text: '', system: 'L' } } });
    expect(ward.placed().lastAnswer).toBe('UM');
    expect(ward.placed().state).toBe('accepted');
    ward.ward.act('ehr', { ...replace, replacement: { service: CBC } });
    const [, refused, opened] = ward.ward.of('ehr', ward.patient).orders;
    expect(ward.states).toEqual(['replaced', 'replaced']);
    expect([refused?.state, opened?.state, opened?.replaces]).toEqual(['refused', 'accepted', old]);
  });
});
