import { describe, expect, test } from 'vitest';
import type { Rng } from '../../src/base/rng.js';
import { rng } from '../../src/base/rng.js';
import type { Effect, SimulatorEvent, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';
import { findDrug } from '../../src/population/catalogue/drugs.js';
import { pharmacy } from '../pharmacy.js';
import { testTools } from '../testing/test-tools.js';
import type { PharmacyCommand } from './commands.js';
import type { PharmacyOptions } from './options.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

/** Every kind of message that the EHR sends to the pharmacy. */
function traffic(): readonly Message[] {
  const scene = new PharmacyWard();
  scene.active();
  for (const kind of ['hold-prescription', 'release-prescription'] as const) scene.onWard({ kind });
  scene.onWard({ kind: 'change-prescription', changes: { amountMin: 500 } });
  scene.onWard({ kind: 'administer', outcome: 'given' });
  scene.onWard({ kind: 'correct-administration', dose: 1, outcome: 'refused', reason: 'nausea' });
  scene.onWard({ kind: 'discontinue-prescription' });
  scene.active('Ibuprofen');
  scene.onWard({ kind: 'replace-prescription', replacement: { drug: findDrug('Metoprolol') } });
  scene.onWard({ kind: 'cancel-prescription' });
  scene.ward.act('ehr', { kind: 'discharge', patient: scene.patient });
  return scene.ward.passed.filter(({ from }) => from === 'ehr').map(({ message }) => message);
}

/** Plays the messages to one pharmacy and gives all that it does about them. */
function play(
  messages: readonly Message[],
  tools: (index: number) => SimulatorTools,
  options: Partial<PharmacyOptions> = {},
): readonly (readonly Effect[])[] {
  const simulator = pharmacy({ verification: 'automatic', progress: 'dispense', ...options });
  const states = new Map<string, ReturnType<typeof simulator.initial>>();
  const take = (event: SimulatorEvent<PharmacyCommand>, index: number, of?: string): readonly Effect[] => {
    const key = of ?? simulator.keyOf(event);
    const { state, effects } = simulator.step(states.get(key) ?? simulator.initial(key), event, tools(index));
    states.set(key, state);
    const timers = effects.flatMap((effect) =>
      effect.kind === 'schedule'
        ? take({ kind: 'timer', name: effect.name, data: effect.data }, index, effect.key ?? key)
        : [],
    );
    return [...effects, ...timers];
  };
  return messages.map((message, index) => take({ kind: 'received', message }, index));
}

/** Every effect as it would be seen from outside. */
function seen(steps: readonly (readonly Effect[])[]): readonly (readonly string[])[] {
  return steps.map((effects) =>
    effects.map((effect) =>
      'message' in effect ? `${effect.kind} ${effect.message.serialize().toString('latin1')}` : JSON.stringify(effect),
    ),
  );
}

const PIECES = [
  '',
  '""',
  '|',
  '^',
  '&',
  '~',
  '\\',
  '\\E',
  '-1',
  '1e999',
  '99999999999999',
  'NaN',
  'é',
  '20260230',
  'ZZ',
];

/** One field is replaced, or a segment is lost, doubled or moved. */
function mutated(message: Message, random: Rng): Message {
  return message.withSegments((lines) => {
    const [header = '', ...rest] = lines;
    const at = random.integer(0, rest.length - 1);
    const line = rest[at] ?? '';
    const kind = random.pick(['field', 'field', 'field', 'lost', 'doubled', 'last', 'header'] as const);
    if (kind === 'header') return [withField(header, random, 7), ...rest];
    if (kind === 'field') return [header, ...rest.with(at, withField(line, random, 0))];
    const others = rest.toSpliced(at, 1);
    return [header, ...(kind === 'lost' ? others : kind === 'doubled' ? [...others, line, line] : [...others, line])];
  });
}

function withField(line: string, random: Rng, from: number): string {
  const fields = line.split('|');
  const at = Math.min(fields.length - 1, random.integer(from + 1, Math.max(from + 1, fields.length - 1)));
  return fields.with(at, random.pick(PIECES)).join('|');
}

function isReply(effect: Effect): effect is Extract<Effect, { readonly kind: 'reply' }> {
  return effect.kind === 'reply';
}

describe.each(['own-message', 'same-connection'] as const)('whatever it is sent (%s)', (orderAnswer) => {
  test('it never throws, and answers each message once with its own control id', () => {
    const random = rng('mutations', orderAnswer);
    const honest = traffic();
    for (let round = 0; round < 60; round++) {
      const messages = honest.map((message) => (random.chance(0.4) ? mutated(message, random) : message));
      const version = random.pick(['2.3', '2.3.1', '2.4', '2.5', '2.5.1'] as const);
      const steps = play(messages, () => testTools('pharmacy', { orderAnswer, version }));
      for (const [index, effects] of steps.entries()) {
        const replies = effects.filter(isReply).map(({ message }) => message);
        expect(replies).toHaveLength(1);
        expect(parseMessage(replies[0]?.serialize() ?? Buffer.of()).kind).toBe('message');
        expect(replies[0]?.rawText('MSA-2') ?? '').toBe(messages[index]?.rawText('MSH-10') ?? '');
      }
    }
  });

  test('the same seed gives the same bytes, another seed gives others', () => {
    const messages = traffic();
    const sent = (seed: string) => seen(play(messages, () => testTools('pharmacy', { orderAnswer, seed })));
    expect(sent('a')).toEqual(sent('a'));
    expect(sent('a')).not.toEqual(sent('b'));
  });

  test('every message of its own has a control id of its own', () => {
    const steps = play(traffic(), () => testTools('pharmacy', { orderAnswer }));
    const ids = steps.flat().flatMap((effect) => ('message' in effect ? [effect.message.controlId] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(15);
  });
});

test('commands about anything at any time are done or refused, never thrown', () => {
  const kinds = ['verify', 'dispense', 'hold', 'release', 'discontinue', 'refuse', 'encode'] as const;
  const random = rng('commands');
  for (let round = 0; round < 30; round++) {
    const version = random.pick(['2.4', '2.5', '2.5.1'] as const);
    const scene = new PharmacyWard({}, { version });
    scene.prescribe('Paracetamol 500 mg');
    for (let step = 0; step < 12; step++) {
      const kind = random.pick(kinds);
      scene.inPharmacy({ kind, force: random.chance(0.3), reason: 'because', encoding: {} });
      if (random.chance(0.3)) scene.onWard({ kind: 'administer', outcome: 'given', force: true });
    }
    const { length } = scene.ward.of('pharmacy', scene.patient).prescriptions;
    expect(length).toBe(1);
  }
});
