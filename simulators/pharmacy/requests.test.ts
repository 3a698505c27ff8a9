import { describe, expect, test } from 'vitest';
import { ALLERGIES } from '../../src/population/catalogue/allergies.js';
import { findDrug } from '../../src/population/catalogue/drugs.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

type Request = 'cancel' | 'discontinue' | 'hold' | 'release';
type Stage = 'placed' | 'verified' | 'dispensed' | 'given' | 'held' | 'released' | 'discontinued' | 'cancelled';

function at(stage: Stage): PharmacyWard {
  const scene = new PharmacyWard();
  scene.prescribe('Paracetamol 500 mg');
  if (stage === 'cancelled') ask(scene, 'cancel');
  if (stage === 'placed' || stage === 'cancelled') return scene;
  scene.inPharmacy({ kind: 'verify' });
  if (stage === 'dispensed') scene.inPharmacy({ kind: 'dispense' });
  if (stage === 'given') scene.onWard({ kind: 'administer', outcome: 'given' });
  if (stage === 'held' || stage === 'released') ask(scene, 'hold');
  if (stage === 'released') ask(scene, 'release');
  if (stage === 'discontinued') ask(scene, 'discontinue');
  return scene;
}

function ask(scene: PharmacyWard, request: Request): string {
  scene.onWard({ kind: `${request}-prescription` });
  return scene.message('ORP').get('ORC-1') ?? '';
}

describe('a request is granted where the prescription allows it, and both sides then agree', () => {
  test.each<[Request, Stage, string, string]>([
    ['cancel', 'placed', 'CR', 'cancelled'],
    ['discontinue', 'verified', 'DR', 'discontinued'],
    ['discontinue', 'dispensed', 'DR', 'discontinued'],
    ['discontinue', 'given', 'DR', 'discontinued'],
    ['discontinue', 'held', 'DR', 'discontinued'],
    ['hold', 'verified', 'HR', 'held'],
    ['hold', 'given', 'HR', 'held'],
    ['hold', 'released', 'HR', 'held'],
    ['release', 'held', 'OR', 'released'],
  ])('%s when %s: %s', (request, stage, answer, state) => {
    const scene = at(stage);
    expect(ask(scene, request)).toBe(answer);
    expect(scene.states).toEqual([state, state]);
    expect(scene.ward.alerts()).toEqual([]);
  });
});

describe('a request that comes too late or too early is refused with a reason, and nothing changes', () => {
  test.each<[Request, Stage, string]>([
    ['cancel', 'verified', 'UC'],
    ['cancel', 'dispensed', 'UC'],
    ['cancel', 'cancelled', 'UC'],
    ['discontinue', 'placed', 'UD'],
    ['discontinue', 'discontinued', 'UD'],
    ['hold', 'placed', 'UH'],
    ['hold', 'held', 'UH'],
    ['hold', 'discontinued', 'UH'],
    ['release', 'verified', 'UR'],
    ['release', 'cancelled', 'UR'],
  ])('%s when %s: %s', (request, stage, answer) => {
    const scene = at(stage);
    expect(ask(scene, request)).toBe(answer);
    expect(scene.states).toEqual([stage, stage]);
    expect(scene.message('ORP').get('ORC-16.2')).toContain(`the prescription is ${stage}`);
    expect(scene.ward.alerts()).toEqual([]);
  });
});

test('a request about an order that nobody made is refused', () => {
  const scene = at('verified');
  scene.onWard({ kind: 'hold-prescription' });
  const stray = scene
    .message('OMP')
    .withSegments((lines) =>
      lines.map((line) => (line.startsWith('ORC') ? 'ORC|DC|NOBODY1^EHR|||||||20260302080000' : line)),
    );
  scene.ward.deliver('pharmacy', stray.with('MSH-10', 'S1'));
  const orp = scene.message('ORP');
  expect([orp.get('ORC-1'), orp.get('ORC-2'), orp.get('ORC-16.2')]).toEqual([
    'UD',
    'NOBODY1',
    'prescription NOBODY1 is not known',
  ]);
});

test('SS is answered with the status of the prescription', () => {
  const scene = at('held');
  const asking = scene.message('OMP').with('ORC-1', 'SS').with('MSH-10', 'S1');
  scene.ward.deliver('pharmacy', asking);
  expect([scene.message('ORP').get('ORC-1'), scene.message('ORP').get('ORC-5')]).toEqual(['SR', 'HD']);
});

describe('XO', () => {
  test('before verification it changes the order and nothing else', () => {
    const scene = at('placed');
    scene.onWard({ kind: 'change-prescription', changes: { amountMin: 500 } });
    expect(scene.message('ORP').get('ORC-1')).toBe('XR');
    expect([scene.held().order.amountMin, scene.written().order.amountMin]).toEqual([500, 500]);
    expect(scene.states).toEqual(['placed', 'placed']);
  });

  test('after verification nothing is dispensed until the change has been verified', () => {
    const scene = at('verified');
    scene.onWard({ kind: 'change-prescription', changes: { amountMin: 500 } });
    scene.inPharmacy({ kind: 'dispense' });
    expect(scene.ward.alerts()).toEqual([expect.stringContaining('has not been verified')]);
    scene.inPharmacy({ kind: 'verify' });
    expect(scene.message('RDE').get('RXE-3')).toBe('500');
    scene.inPharmacy({ kind: 'dispense' });
    expect(scene.states).toEqual(['dispensed', 'dispensed']);
  });

  test('an automatic pharmacy encodes the change at once', () => {
    const scene = new PharmacyWard({ verification: 'automatic' });
    scene.prescribe('Paracetamol 500 mg');
    scene.onWard({ kind: 'change-prescription', changes: { amountMin: 500 } });
    expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10', 'RDE^O11', 'ORP^O10', 'RDE^O11']);
    expect(scene.message('RDE').get('RXE-3')).toBe('500');
  });

  test('what has been dispensed is not changed any more', () => {
    const scene = at('dispensed');
    scene.onWard({ kind: 'change-prescription', changes: { amountMin: 500 } });
    expect(scene.message('ORP').get('ORC-1')).toBe('UX');
    expect(scene.held().order.amountMin).toBe(1000);
  });

  test('a change to a drug that the patient is allergic to is refused', () => {
    const scene = new PharmacyWard({}, {}, { allergies: ALLERGIES.filter(({ text }) => text === 'Ibuprofen') });
    scene.active();
    scene.onWard({ kind: 'change-prescription', changes: { drug: findDrug('Ibuprofen') } });
    expect(scene.message('ORP').get('ORC-16.2')).toContain('allergy to Ibuprofen');
    expect(scene.held().order.drug.ingredient).toBe('acetaminophen');
  });

  test('a change that makes two prescriptions of one ingredient is refused', () => {
    const scene = at('verified');
    const order = scene.active('Ibuprofen');
    scene.onWard({ kind: 'change-prescription', changes: { drug: findDrug('857002') } }, order);
    expect(scene.message('ORP').get('ORC-1')).toBe('UX');
    expect(scene.held(order).order.drug.ingredient).toBe('ibuprofen');
  });
});

describe('RP with RO', () => {
  test('closes the old prescription and opens the new one, each naming the other', () => {
    const scene = at('verified');
    const old = scene.held().order.numbers.placer ?? { id: '', namespace: '' };
    scene.onWard({ kind: 'replace-prescription', replacement: { drug: findDrug('857002') } });
    const answers = scene.message('ORP').all('ORC');
    expect(answers.map((orc) => orc.get('1'))).toEqual(['RQ', 'OK']);
    expect([scene.held(old).state, scene.written(old).state]).toEqual(['replaced', 'replaced']);
    expect(scene.states).toEqual(['placed', 'placed']);
    expect(scene.held().replaces).toEqual(old);
    expect(scene.held(old).replacedBy?.id).toBe(scene.held().order.numbers.placer?.id);
    expect(scene.held().order.numbers.filler?.id).not.toBe(scene.held(old).order.numbers.filler?.id);
    scene.inPharmacy({ kind: 'verify' });
    expect(scene.states).toEqual(['verified', 'verified']);
  });

  test.each<Stage>(['placed', 'dispensed', 'discontinued'])('is refused as a whole when the old one is %s', (stage) => {
    const scene = at(stage);
    const old = scene.held().order.numbers.placer ?? { id: '', namespace: '' };
    scene.onWard({ kind: 'replace-prescription', replacement: { drug: findDrug('Ibuprofen') } });
    const answers = scene.message('ORP').all('ORC');
    expect(answers.map((orc) => orc.get('1'))).toEqual(['UM', 'UA']);
    expect(scene.held(old).state).toBe(stage);
    expect(scene.ward.of('pharmacy', scene.patient).prescriptions).toHaveLength(1);
  });

  test('is refused when no replacement follows', () => {
    const scene = at('verified');
    const alone = scene.message('OMP').with('ORC-1', 'RP').with('MSH-10', 'R1');
    scene.ward.deliver('pharmacy', alone);
    expect(scene.message('ORP').get('ORC-1')).toBe('UM');
    expect(scene.held().state).toBe('verified');
  });
});

describe('an order that comes twice', () => {
  test('as the same message it is answered again under another id, without a second effect', () => {
    const scene = at('placed');
    const { message, reply } = scene.ward.last('OMP');
    const again = scene.ward.deliver('pharmacy', message);
    expect(again.get('MSA-2')).toBe(message.controlId);
    expect(again.controlId).not.toBe(reply.controlId);
    expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10']);
    expect(scene.ward.of('pharmacy', scene.patient).prescriptions).toHaveLength(1);
  });

  test('as another message it gets the same filler number, wherever the prescription stands', () => {
    const scene = at('given');
    const { filler } = scene.held().order.numbers;
    const order = scene.ward.last('OMP').message;
    scene.ward.deliver('pharmacy', order.with('MSH-10', 'TWICE'));
    const orp = scene.message('ORP');
    expect([orp.get('ORC-1'), orp.get('ORC-3'), orp.get('ORC-5')]).toEqual(['OK', filler?.id, 'IP']);
    expect(scene.states).toEqual(['given', 'given']);
  });

  test('under the number of another medicine it is refused', () => {
    const scene = at('verified');
    const order = scene.ward.last('OMP').message.withRaw('RXO-1', '197805^Ibuprofen^RXNORM').with('MSH-10', 'OTHER');
    scene.ward.deliver('pharmacy', order);
    expect(scene.message('ORP').get('ORC-1')).toBe('UA');
    expect(scene.held().order.drug.code).toBe('198440');
  });
});
