import { afterEach, describe, expect, it } from 'vitest';
import { DEFECTS, type DefectName, isDefectName } from './defects.js';
import { Bench } from './testdata/bench.js';
import { addPerson, merge, OTHER, order, PATIENT, result } from './testdata/messages.js';
import { ack, field } from './testdata/raw-peer.js';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function open(...defects: readonly DefectName[]): Promise<Bench> {
  bench = await Bench.open({ defects });
  return bench;
}

/** For what must not be over before it is looked at. */
async function openInRealTime(...defects: readonly DefectName[]): Promise<Bench> {
  bench = await Bench.open({ defects, timeScale: 1 });
  return bench;
}

/** What the EHR gets of a result, line by line. */
async function forwarded(defects: readonly DefectName[], text: string): Promise<string[]> {
  const { ends, accept } = bound(await open(...defects));
  await accept(addPerson());
  await accept(text);
  return ((await ends.ehr.inbox.first(1))[0] ?? '').split('\r');
}

function bound(one: Bench) {
  return { ends: one.ends, accept: (text: string) => one.accept(text), sender: one.sender };
}

/** For each defect something that can be observed: as it is right, and as the defect makes it. */
const OBSERVATIONS: Partial<Record<DefectName, (...defects: readonly DefectName[]) => Promise<'right' | 'wrong'>>> = {
  // What was acknowledged is in the store, or not yet.
  'ack-before-store': async (...defects) => {
    const one = await openInRealTime(...defects);
    await one.accept(addPerson());
    return one.engine.status().stored === 1 ? 'right' : 'wrong';
  },

  'constant-ack-id': async (...defects) => {
    const { sender } = bound(await open(...defects));
    const ids = [field(await sender.send(addPerson()), 'MSH', 10), field(await sender.send(addPerson()), 'MSH', 10)];
    return ids[0] !== ids[1] ? 'right' : 'wrong';
  },

  'decodes-as-utf8': async (...defects) => {
    const lines = await forwarded(defects, result('P1', { charset: '8859/1' }, 'OBX|1|ST|X||J\xfcrgen||||||F'));
    return lines.includes('OBX|1|ST|X||J\xfcrgen||||||F') ? 'right' : 'wrong';
  },

  'drops-z-segment': async (...defects) => {
    const lines = await forwarded(defects, result('P1', {}, 'OBX|1|ST|X||x||||||F', 'ZDS|1', 'NTE|1||Z|x'));
    return lines.includes('ZDS|1') && lines.length === 7 ? 'right' : 'wrong';
  },

  'flattens-subids': async (...defects) => {
    const lines = await forwarded(defects, result('P1', {}, 'OBX|1|ST|X|1|a||||||F', 'OBX|2|ST|X|2|b||||||F'));
    return lines.includes('OBX|2|ST|X|2|b||||||F') ? 'right' : 'wrong';
  },

  'ignores-authority': async (...defects) => {
    const { accept, sender } = bound(await open(...defects));
    await accept(addPerson());
    const reply = await sender.send(order('P1', 'NW', { patient: '111^^^ELSEWHERE^MR' }));
    return field(reply, 'MSA', 1) === 'AE' ? 'right' : 'wrong';
  },

  'keeps-merged-id': async (...defects) => {
    const { accept, ends } = bound(await open(...defects));
    await accept(addPerson());
    await accept(addPerson({ patient: OTHER }));
    await accept(merge(PATIENT, OTHER));
    await accept(result('P1', { patient: OTHER }));
    const [delivered = ''] = await ends.ehr.inbox.first(1);
    return field(delivered, 'PID', 3) === PATIENT ? 'right' : 'wrong';
  },

  'loses-messages': async (...defects) => {
    const { accept, ends } = bound(await open(...defects));
    for (let n = 1; n <= 98; n++) await accept(addPerson({ id: `M${n}` }));
    const ids = (await ends.lis.inbox.first(97)).map((text) => field(text, 'MSH', 10));
    return ids.includes('M97') ? 'right' : 'wrong';
  },

  'new-id-on-resend': async (...defects) => {
    const { accept, ends } = bound(await open(...defects));
    ends.lis.answer = (text, nth) => (nth === 1 ? 'reset' : ack(text, 'AA'));
    await accept(addPerson());
    const [first, again] = await ends.lis.inbox.first(2);
    return first === again ? 'right' : 'wrong';
  },

  'swaps-messages': async (...defects) => {
    const { accept, ends } = bound(await openInRealTime(...defects));
    await accept(addPerson({ id: 'A' }));
    await accept(addPerson({ id: 'B' }));
    const ids = (await ends.lis.inbox.first(2)).map((text) => field(text, 'MSH', 10));
    return ids[0] === 'A' ? 'right' : 'wrong';
  },

  'truncates-silently': async (...defects) => {
    const long = 'x'.repeat(201);
    const lines = await forwarded(defects, result('P1', {}, `OBX|1|FT|X||${long}||||||F`, `NTE|1||${long}`));
    return lines.includes(`NTE|1||${long}`) && lines.includes(`OBX|1|FT|X||${long}||||||F`) ? 'right' : 'wrong';
  },
};

describe.each(Object.entries(OBSERVATIONS))('%s', (name, observe) => {
  it('shows when it is on, and only then', async () => {
    expect(await observe(...DEFECTS.map((defect) => defect.name).filter((each) => each === name))).toBe('wrong');
    await bench?.close();
    expect(await observe()).toBe('right');
  });
});

describe('with a defect', () => {
  it('swaps-messages loses nothing, lets other patients pass and the last one go after a while', async () => {
    const { accept, ends } = bound(await open('swaps-messages'));
    for (const id of ['A', 'B', 'C', 'D', 'E']) await accept(addPerson({ id }));
    await accept(addPerson({ id: 'F', patient: OTHER }));
    const ids = (await ends.lis.inbox.first(6)).map((text) => field(text, 'MSH', 10));
    expect([...ids].sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('ack-before-store still stores and delivers later, and at a clean stop', async () => {
    const one = await open('ack-before-store');
    const sent = [await one.accept(addPerson()), await one.accept(addPerson())];
    expect(await one.ends.lis.inbox.first(2)).toEqual(sent);
    await one.accept(addPerson());
    await one.stop();
    await one.start();
    expect(one.engine.status().stored).toBe(3);
  });

  it('flattens-subids leaves orders alone', async () => {
    const { accept, ends } = bound(await open('flattens-subids'));
    await accept(addPerson());
    const placed = order('P1').concat('OBX|1|ST|X|1|a||||||F\r');
    await accept(placed);
    expect((await ends.lis.inbox.first(2))[1]).toBe(placed);
  });
});

describe('isDefectName', () => {
  it('knows the list', () => {
    expect(DEFECTS.every(({ name }) => isDefectName(name))).toBe(true);
    expect(isDefectName('toString')).toBe(false);
  });
});
