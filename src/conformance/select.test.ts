import { describe, expect, it } from 'vitest';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { ValidationPlan } from './plan/plan.js';
import { PlanSelector } from './select.js';
import { basePlans } from './select-base.js';
import { basePlan } from './testdata/base-judged.js';

function message(type: string, version = '2.5.1', identifiers = ''): Message {
  const text = `MSH|^~\\&|A|B|C|D|2025||${type}|1|T|${version}|||||||||${identifiers}\r`;
  const result = parseMessage(Buffer.from(text));
  if (result.kind === 'malformed') throw new Error('the specimen is malformed');
  return result.message;
}

const TEMPLATE = basePlan();

/** A plan that differs in nothing but what a choice goes by. */
function plan(id: string, type: string, version = '2.5.1', identifiers: readonly string[] = []): ValidationPlan {
  const [code = '', event = '', structure = ''] = type.split('^');
  return {
    ...TEMPLATE,
    profile: { id, name: id, form: 'yaml', hl7Version: version, identifiers, adapts: [] },
    message: { id: `${id}-message`, type: code, event, structure },
  };
}

/** Ids of the profiles that are chosen, or what is said instead. */
function choice(plans: readonly ValidationPlan[], given: Message): string {
  const selection = new PlanSelector(plans).select(given);
  if (selection.kind === 'none') return `none: ${selection.reason}`;
  const ids = selection.plans.map(({ profile }) => profile.id).join(' ');
  return selection.kind === 'ambiguous' ? `ambiguous: ${ids}` : ids;
}

const A01 = plan('a01', 'ADT^A01^ADT_A01');
const A03 = plan('a03', 'ADT^A03^ADT_A03');
const OLD = plan('old', 'ADT^A01^ADT_A01', '2.3');
const ACK = plan('ack', 'ACK');

describe('the plan of a message', () => {
  it.each([
    ['by code and event', [A03, A01], message('ADT^A01^ADT_A01'), 'a01'],
    ['without a structure in the message', [A03, A01], message('ADT^A01'), 'a01'],
    ['by version', [OLD, A01], message('ADT^A01^ADT_A01'), 'a01'],
    ['for all events', [A01, ACK], message('ACK^A04^ACK'), 'ack'],
    ['an exact event goes before one for all', [plan('any', 'ADT'), A01], message('ADT^A01^ADT_A01'), 'a01'],
    ['by structure', [plan('x', 'ADT^A01^ADT_A02'), A01], message('ADT^A01^ADT_A01'), 'a01'],
    ['a version that none has, where all are for the same one', [A03, A01], message('ADT^A01', '2.4'), 'a01'],
    ['a single one, of another event', [A01], message('ADT^A04^ADT_A01'), 'a01'],
    ['a single one, of another version', [A01], message('ADT^A01^ADT_A01', '2.3'), 'a01'],
  ])('%s', (_, plans, given, expected) => {
    expect(choice(plans, given)).toBe(expected);
  });

  const inHouse = plan('in', 'ADT^A01^ADT_A01', '2.5.1', ['ADT_IN']);
  const outside = plan('out', 'ADT^A01^ADT_A01', '2.5.1', ['ADT_OUT^HOSP']);

  it.each([
    ['by MSH-21, its first component', message('ADT^A01', '2.5.1', 'ADT_IN^HOSP'), 'in'],
    ['by MSH-21 as sent', message('ADT^A01', '2.5.1', 'ADT_OUT^HOSP'), 'out'],
    ['by both that MSH-21 names', message('ADT^A01', '2.5.1', 'ADT_IN~ADT_OUT^HOSP'), 'in out'],
    ['by the id of the profile', message('ADT^A01', '2.5.1', 'out'), 'out'],
    ['by the id of the message definition', message('ADT^A01', '2.5.1', 'in-message'), 'in'],
    ['not to be told', message('ADT^A01'), 'ambiguous: in out'],
  ])('%s', (_, given, expected) => {
    expect(choice([inHouse, outside], given)).toBe(expected);
  });

  const adapted = { ...A01, profile: { ...A01.profile, id: 'ours', adapts: ['a01', 'old'] } };

  it.each([
    ['an adaptation goes before what it adapts', [A01, adapted], message('ADT^A01'), 'ours'],
    ['unless MSH-21 names the original', [A01, adapted], message('ADT^A01', '2.5.1', 'a01'), 'a01'],
    ['what it does not adapt stays', [A01, A03, adapted], message('ADT^A03'), 'a03'],
    ['two that adapt the same', [adapted, A01, { ...adapted }], message('ADT^A01'), 'ambiguous: ours ours'],
  ])('%s', (_, plans, given, expected) => {
    expect(choice(plans, given)).toBe(expected);
  });
});

describe('there is none', () => {
  it.each([
    [
      'for another event, where several are loaded',
      [A01, A03],
      message('ADT^A04'),
      'none: no profile is for ADT^A04 of version 2.5.1',
    ],
    [
      'for another code, even where one is loaded',
      [A01],
      message('ORU^R01'),
      'none: no profile is for ORU^R01 of version 2.5.1',
    ],
    ['between versions', [OLD, A01], message('ADT^A01', '2.4'), 'none: no profile is for ADT^A01 of version 2.4'],
    ['without MSH-9', [A01, A03], message(''), 'none: MSH-9 is empty, so that no profile can be chosen'],
  ])('%s', (_, plans, given, expected) => {
    expect(choice(plans, given)).toBe(expected);
  });

  it('and what there is instead is told', () => {
    const selection = new PlanSelector([A01, A03]).select(message('ORU^R01'));
    expect(selection).toMatchObject({ expected: 'ADT^A01 (2.5.1), ADT^A03 (2.5.1)' });
  });
});

describe('the base standard', () => {
  const chosen = (given: Message, plans: readonly ValidationPlan[] = []): ValidationPlan | undefined => {
    const selection = new PlanSelector(plans, basePlans()).select(given);
    return selection.kind === 'none' ? undefined : selection.plans[0];
  };

  it.each([
    ['structure by event', message('ADT^A04^ADT_A01'), 'ADT_A01', '2.5.1'],
    ['structure where MSH-9.3 is wrong', message('ADT^A04^ADT_A04'), 'ADT_A01', '2.5.1'],
    ['structure by MSH-9.3 where the event is unknown', message('ADT^Z99^ADT_A01'), 'ADT_A01', '2.5.1'],
    ['another version', message('ORM^O01', '2.3'), 'ORM_O01', '2.3'],
    ['the nearest version', message('ADT^A01^ADT_A01', '2.8.1'), 'ADT_A01', '2.7.1'],
    ['acknowledgments', message('ACK^A01^ACK'), 'ACK', '2.5.1'],
  ])('%s', (_, given, structure, version) => {
    expect(chosen(given)).toMatchObject({ message: { structure }, profile: { hl7Version: version, form: 'base' } });
  });

  it('has none for what nobody knows', () => {
    expect(chosen(message('XYZ^Z99'))).toBeUndefined();
  });

  it('serves where no profile is for the message, and only there', () => {
    expect(chosen(message('ADT^A01^ADT_A01'), [A01])?.profile.id).toBe('a01');
    expect(chosen(message('ORU^R01^ORU_R01'), [A01])?.profile.form).toBe('base');
  });

  it.each([
    ['of another version', message('ADT^A01^ADT_A01', '2.4'), 'HL7-2.4-ADT_A01'],
    ['of another version, and it names the profile', message('ADT^A01^ADT_A01', '2.4', 'a01'), 'a01'],
    ['of no version', message('ADT^A01^ADT_A01', ''), 'a01'],
    ['of what is no version', message('ADT^A01^ADT_A01', '251'), 'a01'],
  ])('leaves to a profile what may be a mistake: a message %s', (_, given, id) => {
    expect(chosen(given, [A01])?.profile.id).toBe(id);
  });

  it('compiles a plan once', () => {
    const selector = new PlanSelector([], basePlans());
    const [first, second] = ['1', '2'].map((id) => selector.select(message('ADT^A01^ADT_A01', '2.5.1', id)));
    expect(first).toMatchObject({ kind: 'selected' });
    expect(first?.kind === 'selected' && second?.kind === 'selected' && first.plans[0] === second.plans[0]).toBe(true);
  });
});
