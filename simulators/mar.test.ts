import { describe, expect, test } from 'vitest';
import { dosesTaken } from './care/dose-record.js';
import { PharmacyWard } from './pharmacy/testing/pharmacy-ward.js';

/** What the MAR says about each dose. */
function doses(scene: PharmacyWard): readonly string[] {
  return scene
    .written()
    .administrations.map(({ completion, amount, deleted }) => `${completion} ${amount}${deleted ? ' deleted' : ''}`);
}

describe('the MAR', () => {
  test('shows what is prescribed, encoded, dispensed and given', () => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    expect(scene.written()).toMatchObject({ state: 'placed', accepted: true });
    scene.inPharmacy({ kind: 'verify' });
    expect(scene.written()).toMatchObject({ state: 'verified', giveCode: { code: scene.written().order.drug.code } });
    scene.inPharmacy({ kind: 'dispense', amount: 2, lot: 'L1' });
    expect(scene.written()).toMatchObject({ state: 'dispensed', dispenses: [{ amount: 2, lot: 'L1' }] });
    scene.onWard({ kind: 'administer', outcome: 'given' });
    expect(scene.written().state).toBe('given');
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('tells doses that were taken from those that were not', () => {
    const scene = new PharmacyWard();
    scene.active();
    for (const outcome of ['given', 'refused', 'not-done', 'partial'] as const) {
      scene.onWard({ kind: 'administer', outcome, reason: 'nausea' });
    }
    const { amountMin } = scene.written().order;
    expect(doses(scene)).toEqual([`CP ${amountMin}`, 'RE 0', 'NA 0', `PA ${amountMin / 2}`]);
    expect(dosesTaken(scene.written().administrations).map(({ subId }) => subId)).toEqual([1, 4]);
    const told = scene.ward.passed.filter(({ message }) => message.type.code === 'RAS').map(({ message }) => message);
    // Any value in RXA-18 means that the patient did not take the dose, so a missed one keeps its reason in the notes.
    expect(told.map((message) => message.get('RXA-18.2'))).toEqual([undefined, 'nausea', undefined, undefined]);
    expect(told[2]?.rawText('RXA-9')).toContain('nausea');
  });

  test('corrects and deletes the same dose', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.onWard({ kind: 'administer', outcome: 'given' });
    scene.onWard({ kind: 'correct-administration', dose: 1, outcome: 'partial', amount: 100 });
    expect(doses(scene)).toEqual(['PA 100']);
    scene.onWard({ kind: 'delete-administration', dose: 1 });
    expect(doses(scene)).toEqual(['PA 100 deleted']);
    expect(scene.held().administrations.map(({ deleted }) => deleted)).toEqual([true]);
  });

  test.each([
    ['held', 'hold-prescription'],
    ['discontinued', 'discontinue-prescription'],
  ] as const)('records no dose on a prescription that is %s', (state, kind) => {
    const scene = new PharmacyWard();
    scene.active();
    scene.onWard({ kind });
    scene.onWard({ kind: 'administer', outcome: 'given' });
    expect(scene.ward.alerts('ehr')).toEqual([`administer refused: the prescription is ${state}`]);
    expect(doses(scene)).toEqual([]);
  });

  test('records a dose late that was given before the stop', () => {
    const scene = new PharmacyWard();
    scene.active();
    const at = scene.ward.now;
    scene.onWard({ kind: 'discontinue-prescription' });
    scene.onWard({ kind: 'administer', outcome: 'given', at });
    expect(scene.ward.alerts()).toEqual([]);
    expect([doses(scene).length, scene.written().state]).toEqual([1, 'discontinued']);
  });

  test('counts a dispense once that is told twice', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.inPharmacy({ kind: 'dispense' });
    scene.ward.deliver('ehr', scene.ward.last('RDS').message.with('MSH-10', 'AGAIN'));
    expect(scene.written().dispenses).toHaveLength(1);
  });

  test('takes nothing for a prescription that was never written', () => {
    const scene = new PharmacyWard();
    scene.active();
    const strange = scene.ward.last('RDE').message.with('MSH-10', 'X').with('ORC-2', 'NONE').with('ORC-3', 'NONE');
    scene.ward.deliver('ehr', strange);
    expect(scene.ward.last('RRE').message.get('ORC-1')).toBe('UA');
    expect(scene.ward.alerts('ehr')[0]).toContain('never written');
  });

  test('notices an encoding of a prescription that was cancelled', () => {
    const scene = new PharmacyWard();
    scene.active();
    const encoded = scene.ward.last('RDE').message;
    const other = new PharmacyWard();
    other.prescribe('Paracetamol 500 mg');
    other.onWard({ kind: 'cancel-prescription' });
    other.ward.deliver('ehr', encoded.with('MSH-10', 'LATE'));
    expect([other.written().state, other.ward.alerts('ehr').length]).toEqual(['cancelled', 1]);
  });
});
