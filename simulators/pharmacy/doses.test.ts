import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/hl7/message.js';
import { dosesTaken } from '../care/dose-record.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

function given(scene = new PharmacyWard()): PharmacyWard {
  scene.active();
  scene.onWard({ kind: 'administer', outcome: 'given' });
  return scene;
}

function counted(scene: PharmacyWard): readonly number[] {
  return dosesTaken(scene.held().administrations).map(({ subId }) => subId);
}

/** Delivers the last RAS once more, changed. */
function deliver(scene: PharmacyWard, change: (ras: Message) => Message, id = 'AGAIN'): Message {
  return scene.ward.deliver('pharmacy', change(scene.message('RAS')).with('MSH-10', id));
}

describe('what the ward reports', () => {
  test('a refused dose is kept with its reason, and no administration is counted', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.onWard({ kind: 'administer', outcome: 'refused', reason: 'nausea' });
    expect(scene.held().administrations).toMatchObject([{ completion: 'RE', reason: 'nausea', amount: 0 }]);
    expect(counted(scene)).toEqual([]);
    expect(scene.states).toEqual(['verified', 'verified']);
    expect(scene.message('RRA').get('ORC-1')).toBe('OK');
  });

  test('any value in RXA-18 means that the patient did not take it, whatever RXA-20 is left to say', () => {
    const scene = given();
    deliver(scene, (ras) => ras.with('RXA-2', '2').with('RXA-18.2', 'asleep').with('RXA-20', ''));
    expect(counted(scene)).toEqual([1]);
  });

  test('a missed dose counts nothing, a partial one counts', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.onWard({ kind: 'administer', outcome: 'not-done', reason: 'in surgery' });
    expect(scene.held().state).toBe('verified');
    scene.onWard({ kind: 'administer', outcome: 'partial', amount: 400 });
    expect(scene.held().administrations).toMatchObject([
      { subId: 1, completion: 'NA', reason: 'in surgery' },
      { subId: 2, completion: 'PA', amount: 400 },
    ]);
    expect(counted(scene)).toEqual([2]);
  });

  test('a correction changes the same dose, a deletion takes it from the count and leaves it to be seen', () => {
    const scene = given();
    scene.onWard({ kind: 'correct-administration', dose: 1, outcome: 'given', amount: 500 });
    expect(scene.held().administrations).toMatchObject([{ subId: 1, amount: 500, corrections: 1 }]);
    scene.onWard({ kind: 'delete-administration', dose: 1 });
    expect(scene.held().administrations).toMatchObject([{ subId: 1, deleted: true }]);
    expect(counted(scene)).toEqual([]);
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('another medicine than the prescribed one is counted and noticed', () => {
    const scene = given();
    deliver(scene, (ras) => ras.with('RXA-2', '2').withRaw('RXA-5', '197805^Ibuprofen^RXNORM'));
    expect(counted(scene)).toEqual([1, 2]);
    expect(scene.ward.alerts('pharmacy')).toEqual([expect.stringContaining('dose 2 was of Ibuprofen')]);
  });
});

describe('a dose counts once', () => {
  test('when the same message comes again', () => {
    const scene = given();
    const reply = deliver(scene, (ras) => ras, scene.message('RAS').controlId);
    expect(reply.get('MSA-1')).toBe('AA');
    expect(counted(scene)).toEqual([1]);
  });

  test('when it is told again in another message', () => {
    const scene = given();
    deliver(scene, (ras) => ras);
    expect(scene.message('RRA').get('ORC-1')).toBe('OK');
    expect(counted(scene)).toEqual([1]);
  });

  test('a copy that comes after the deletion does not bring it back', () => {
    const scene = given();
    const copy = scene.message('RAS').with('MSH-10', 'COPY');
    scene.onWard({ kind: 'delete-administration', dose: 1 });
    scene.ward.deliver('pharmacy', copy);
    expect(counted(scene)).toEqual([]);
  });

  test('a correction that comes twice is one correction', () => {
    const scene = given();
    scene.onWard({ kind: 'correct-administration', dose: 1, outcome: 'given', amount: 500 });
    deliver(scene, (ras) => ras);
    expect(scene.held().administrations).toMatchObject([{ corrections: 1 }]);
  });
});

describe('a dose is refused as a message (AE), with the reason and the place', () => {
  test.each<[string, (ras: Message) => Message, string, string]>([
    ['of a prescription that is not known', (ras) => ras.with('ORC-2.1', 'X').with('ORC-3.1', 'Y'), '204', 'ORC^1^3'],
    ['that is recorded with other content', (ras) => ras.with('RXA-6', '5'), '205', 'RXA^1^2'],
    ['that is corrected but was never told', (ras) => ras.with('RXA-2', '9').with('RXA-21', 'U'), '204', 'RXA^1^2'],
    ['that is deleted but was never told', (ras) => ras.with('RXA-2', '9').with('RXA-21', 'D'), '204', 'RXA^1^2'],
    ['without a sub-id', (ras) => ras.with('RXA-2', ''), '101', 'RXA^1^2'],
    ['with a sub-id that is no number', (ras) => ras.with('RXA-2', 'one'), '102', 'RXA^1^2'],
    ['without a time', (ras) => ras.with('RXA-3', ''), '101', 'RXA^1^3'],
    ['at a time that does not exist', (ras) => ras.with('RXA-3', '20261340'), '102', 'RXA^1^3'],
  ])('%s', (_what, change, code, place) => {
    const scene = given();
    const reply = deliver(scene, change);
    expect([reply.get('MSA-1'), reply.get('ERR-3.1'), reply.rawText('ERR-2')]).toEqual(['AE', code, place]);
    expect(reply.get('ERR-8')).not.toBe('');
    expect(scene.held().administrations).toMatchObject([{ subId: 1, amount: 1000, corrections: 0 }]);
  });

  test('without any RXA', () => {
    const scene = given();
    const reply = deliver(scene, (ras) => ras.withSegments((lines) => lines.filter((line) => !line.startsWith('RXA'))));
    expect([reply.get('MSA-1'), reply.get('ERR-3.1')]).toEqual(['AE', '100']);
  });

  test('and nothing of a message with one bad dose is counted', () => {
    const scene = given();
    const reply = deliver(scene, (ras) => withDoses(ras, [2, 1]));
    expect([reply.get('ERR-3.1'), reply.rawText('ERR-2')]).toEqual(['205', 'RXA^2^2']);
    expect(counted(scene)).toEqual([1]);
  });

  test('and of several bad doses the first is named', () => {
    const scene = given();
    const reply = deliver(scene, (ras) => withDoses(ras, [1, 1, 2]));
    expect(reply.rawText('ERR-2')).toBe('RXA^1^2');
  });
});

/** The message with its dose once for each RXA-2, of 7 mg each. */
function withDoses(ras: Message, subIds: readonly number[]): Message {
  return ras.with('RXA-6', '7').withSegments((lines) => {
    const start = lines.findIndex((line) => line.startsWith('ORC'));
    const group = (subId: number): readonly string[] =>
      lines.slice(start).map((line) => line.replace(/^(RXA\|\d*)\|\d+\|/, `$1|${subId}|`));
    return [...lines.slice(0, start), ...subIds.flatMap(group)];
  });
}

describe('nothing is given', () => {
  test.each<[string, (scene: PharmacyWard) => void, string]>([
    ['before it was verified', (scene) => void scene.prescribe('Paracetamol 500 mg'), 'not verified'],
    ['while it is held', (scene) => stop(scene, 'hold-prescription'), 'held'],
    ['after it was discontinued', (scene) => stop(scene, 'discontinue-prescription'), 'discontinued'],
    ['while the pharmacy holds it', (scene) => stopped(scene, 'hold'), 'held'],
    ['after the pharmacy stopped it', (scene) => stopped(scene, 'discontinue'), 'discontinued'],
  ])('%s', (_when, prepare, word) => {
    const scene = new PharmacyWard();
    prepare(scene);
    const { state } = scene.held();
    scene.onWard({ kind: 'administer', outcome: 'given', force: true });
    const { reply } = scene.ward.last('RAS');
    expect([reply.get('MSA-1'), reply.get('ERR-3.1')]).toEqual(['AE', '207']);
    expect(reply.get('ERR-8')).toMatch(new RegExp(`is ${word}$`));
    expect(counted(scene)).toEqual([]);
    expect(scene.held().state).toBe(state);
    expect(scene.ward.alerts('pharmacy')).toEqual([expect.stringContaining(word)]);
  });

  test('a dose from before the stop may be recorded after it, and opens nothing again', () => {
    const scene = new PharmacyWard();
    scene.active();
    const before = scene.ward.now;
    stop(scene, 'discontinue-prescription', false);
    scene.onWard({ kind: 'administer', outcome: 'given', at: before });
    expect(counted(scene)).toEqual([1]);
    expect(scene.states).toEqual(['discontinued', 'discontinued']);
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('a dose from the time when it was held stays illegal after it was discontinued', () => {
    const scene = new PharmacyWard();
    scene.active();
    stop(scene, 'hold-prescription', false);
    const whileHeld = scene.ward.now;
    stop(scene, 'discontinue-prescription', false);
    scene.onWard({ kind: 'administer', outcome: 'given', at: whileHeld });
    expect(scene.ward.last('RAS').reply.get('ERR-3.1')).toBe('207');
    expect(counted(scene)).toEqual([]);
  });

  test('a dose of before can be deleted, and corrected, after the stop', () => {
    const scene = given();
    stop(scene, 'discontinue-prescription', false);
    scene.onWard({ kind: 'correct-administration', dose: 1, outcome: 'partial', amount: 300 });
    expect(scene.held().administrations).toMatchObject([{ completion: 'PA', amount: 300 }]);
    scene.onWard({ kind: 'delete-administration', dose: 1 });
    expect(counted(scene)).toEqual([]);
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('a site that flags instead answers the dose with UA, and the EHR notices', () => {
    const scene = new PharmacyWard({ illegalTransitions: 'flag' });
    scene.active();
    stop(scene, 'hold-prescription', false);
    scene.onWard({ kind: 'administer', outcome: 'given', force: true });
    expect(scene.ward.last('RAS').reply.get('MSA-1')).toBe('AA');
    expect(scene.message('RRA').get('ORC-1')).toBe('UA');
    expect(counted(scene)).toEqual([]);
    expect(scene.ward.alerts('ehr')).toEqual([expect.stringContaining('did not take a dose')]);
  });
});

function stop(scene: PharmacyWard, kind: 'hold-prescription' | 'discontinue-prescription', first = true): void {
  if (first) scene.active();
  scene.onWard({ kind });
}

function stopped(scene: PharmacyWard, kind: 'hold' | 'discontinue'): void {
  scene.active();
  scene.inPharmacy({ kind });
}
