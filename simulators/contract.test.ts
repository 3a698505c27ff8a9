import { describe, expect, test } from 'vitest';
import type { Role, Simulator, SimulatorEvent, SimulatorTools } from '../src/endpoint/simulator.js';
import { findDrug } from '../src/population/catalogue/drugs.js';
import { findImaging } from '../src/population/catalogue/imaging.js';
import { secondRecord } from '../src/population/patient.js';
import { contractViolations } from './contract/contract.js';
import { ehr } from './ehr.js';
import { lis } from './lis.js';
import { pharmacy } from './pharmacy.js';
import { ris } from './ris.js';
import { CBC, POTASSIUM } from './testing/laboratory-ward.js';
import { somebody, stay } from './testing/people.js';
import { testTools } from './testing/test-tools.js';
import { Ward } from './testing/ward.js';

const WHO = somebody();
const TWIN = secondRecord(WHO, { id: '4712', account: 'A4712' });

/** What one side of a ward lived through, in order. */
function livedBy(ward: Ward, role: Role): readonly SimulatorEvent<unknown>[] {
  return ward.lived.filter((one) => one.role === role).map(({ event }) => event);
}

/** A stay with orders to one department, which works by itself. */
function aStay(department: 'lis' | 'ris' | 'pharmacy', orderAnswer: SimulatorTools['orderAnswer']): Ward {
  const other = {
    lis: lis({ progress: 'finalise' }),
    ris: ris({ progress: 'report' }),
    pharmacy: pharmacy({ progress: 'dispense' }),
  }[department];
  const ward = new Ward([ehr(), other], { orderAnswer });
  const about = { patient: WHO } as const;
  ward.act('ehr', { ...about, kind: 'admit', visit: stay(WHO) });
  ward.act('ehr', { kind: 'add-person', patient: TWIN });
  if (department === 'pharmacy') prescriptions(ward);
  else orders(ward, department === 'lis' ? [POTASSIUM, CBC] : [findImaging('Chest X-ray'), findImaging('CT head')]);
  const [given] = TWIN.identifiers;
  if (given !== undefined) ward.act('ehr', { ...about, kind: 'merge', subsumed: given });
  ward.act('ehr', { ...about, kind: 'discharge' });
  return ward;
}

function orders(ward: Ward, services: readonly { code: string; text: string; system: string }[]): void {
  ward.act('ehr', { kind: 'place-order', patient: WHO, orders: services.map((service) => ({ service })) });
  const [first, second] = ward.of('ehr', WHO).orders;
  if (first === undefined || second === undefined) throw new Error('two orders were placed');
  const of = { patient: WHO, order: second.number } as const;
  ward.act('ehr', { ...of, kind: 'hold-order' });
  ward.act('ehr', { ...of, kind: 'release-order' });
  ward.act('ehr', { ...of, kind: 'change-order', changes: { priority: 'S' } });
  ward.act('ehr', { ...of, kind: 'replace-order', replacement: { service: first.order.service } });
  ward.pass();
  ward.act('ehr', { patient: WHO, order: first.number, kind: 'cancel-order' });
}

function prescriptions(ward: Ward): void {
  ward.act('ehr', { kind: 'prescribe', patient: WHO, prescriptions: [{ drug: findDrug('Paracetamol 500 mg') }] });
  ward.pass();
  const order = ward.of('ehr', WHO).prescriptions[0]?.number ?? { id: '', namespace: '' };
  const of = { patient: WHO, order } as const;
  ward.act('ehr', { ...of, kind: 'administer', outcome: 'given' });
  ward.act('ehr', { ...of, kind: 'administer', outcome: 'refused', reason: 'nausea' });
  ward.act('ehr', { ...of, kind: 'hold-prescription' });
  ward.act('ehr', { ...of, kind: 'release-prescription' });
  ward.act('ehr', { ...of, kind: 'discontinue-prescription' });
}

describe.each(['own-message', 'same-connection'] as const)(
  'a simulator that answers orders by %s keeps the contract',
  (orderAnswer) => {
    const fillers: readonly (readonly ['lis' | 'ris' | 'pharmacy', () => Simulator<unknown, unknown>])[] = [
      ['lis', () => lis({ progress: 'finalise' })],
      ['ris', () => ris({ progress: 'report' })],
      ['pharmacy', () => pharmacy({ progress: 'dispense' })],
    ];

    test.each(fillers)('%s', (role, make) => {
      const events = livedBy(aStay(role, orderAnswer), role);
      expect(events.length).toBeGreaterThan(10);
      expect(contractViolations(make, { events, tools: testTools(role, { orderAnswer }) })).toEqual([]);
    });

    test.each(['lis', 'ris', 'pharmacy'] as const)('ehr towards %s', (other) => {
      const events = livedBy(aStay(other, orderAnswer), 'ehr');
      expect(events.length).toBeGreaterThan(10);
      const make = (): Simulator<unknown, unknown> => ehr();
      expect(contractViolations(make, { events, tools: testTools('ehr', { orderAnswer }) })).toEqual([]);
    });
  },
);

describe('the contract notices', () => {
  const tools = testTools('lis');
  const message = aStay('lis', 'own-message').passed[0]?.message;
  const events: readonly SimulatorEvent<never>[] = message === undefined ? [] : [{ kind: 'received', message }];
  const honest = lis();

  test.each([
    ['a simulator that stays silent', { step: (state: unknown) => ({ state, effects: [] }) }, 'got 0 replies'],
    [
      'a simulator that throws',
      {
        step: () => {
          throw new Error('oops');
        },
      },
      'threw: oops',
    ],
    [
      'a simulator that answers twice',
      {
        step: (state: never, event: SimulatorEvent<never>) => {
          const step = honest.step(state, event, tools);
          return { ...step, effects: [...step.effects, ...step.effects] };
        },
      },
      'got 2 replies',
    ],
    [
      'a simulator that names another message',
      {
        step: (state: never, event: SimulatorEvent<never>) => {
          const step = honest.step(state, event, tools);
          return {
            ...step,
            effects: step.effects.map((effect) =>
              effect.kind === 'reply' ? { ...effect, message: effect.message.with('MSA-2', 'OTHER') } : effect,
            ),
          };
        },
      },
      'names OTHER',
    ],
    [
      'a simulator that changes its state in place',
      {
        step: (state: { seen: unknown }, event: SimulatorEvent<never>) => {
          state.seen = [];
          return honest.step(state as never, event, tools);
        },
      },
      'threw',
    ],
  ])('%s', (_what, part, violation) => {
    const make = (): Simulator<unknown, never> => ({ ...honest, ...part }) as Simulator<unknown, never>;
    const violations = contractViolations(make, { events, tools, mutations: 1 });
    expect(violations[0]).toContain(violation);
  });

  test('a simulator that depends on more than the seed', () => {
    let made = 0;
    const make = (): Simulator<unknown, never> => {
      made++;
      const odd = { ...tools, mint: () => `N${made}` };
      return {
        ...honest,
        step: (state: never, event: SimulatorEvent<never>) => honest.step(state, event, odd),
      } as Simulator<unknown, never>;
    };
    expect(contractViolations(make, { events, tools, mutations: 1 })).toContain(
      'the same events with the same seed gave other effects',
    );
  });
});
