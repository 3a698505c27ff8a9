import { isDeepStrictEqual } from 'node:util';
import { never } from '../base/never.js';
import { rng } from '../base/rng.js';
import { FaultBox, type LinkFault } from '../endpoint/fault-box.js';
import type { FaultDefinition } from '../faults/definition.js';
import { type Fault, HONEST_REPLY } from '../faults/fault.js';
import { parseFault } from '../faults/parse-fault.js';
import type { Message } from '../hl7/message.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { soloScene } from '../run/solo-scene.js';
import { demandNone } from './broken-contract.js';
import { messagesFor } from './specimen-stay.js';

/** Parameters that every fault has already. */
const RESERVED = ['on', 'times', 'after', 'type'];

/**
 * A fault can be named in a scenario, changes nothing while it is off, does the same for the same seed while it is on,
 * leaves the bytes that it was given as they are, and waits only for times that pass. Throws AssertionError where not.
 */
export function faultContract(fault: FaultDefinition): void {
  const message = messagesFor('lis')[0];
  if (message === undefined) throw new Error('the specimen has no message');
  const parsed = parseFault(`${fault.name}:times=0`, [fault]);
  const problems = parsed.kind === 'mistaken' ? parsed.mistakes : whileOff(parsed.fault, message);
  demandNone(`the fault "${fault.name}"`, [...naming(fault), ...problems, ...whileOn(fault.make(), message)]);
}

function naming({ name, parameters }: FaultDefinition): readonly string[] {
  const reserved = Object.keys(parameters).filter((parameter) => RESERVED.includes(parameter));
  return [
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
      ? []
      : ['its name is not in small letters with hyphens: lost-reply']),
    ...reserved.map((parameter) => `its parameter "${parameter}" is one that every fault has`),
  ];
}

function whileOff(fault: Fault, message: Message): readonly string[] {
  if (fault.kind === 'sut') return [];
  const box = new FaultBox();
  box.add(fault as LinkFault, ['contract'], { on: { kind: 'next' }, times: 0, after: 0 });
  const parcel = { raw: message.raw, message, scene: soloScene('contract', new Date(0)).current(), faults: [] };
  const sent = box.outgoing(parcel);
  const { plan } = box.reply(message, message.raw);
  const isHonest = sent.length === 1 && sent[0] === parcel && plan === HONEST_REPLY;
  return isHonest ? [] : ['it strikes although it is off'];
}

function whileOn(fault: Fault, message: Message): readonly string[] {
  const before = Buffer.from(message.raw);
  const raw = Buffer.from(message.raw);
  try {
    const [once, again] = [carriedOut(fault, raw), carriedOut(fault, raw)];
    return [
      ...(isDeepStrictEqual(once, again) ? [] : ['it does something else for the same seed']),
      ...(raw.equals(before) ? [] : ['it changes the bytes that it was given; make new ones']),
      ...(timesIn(once).every((ms) => Number.isFinite(ms) && ms >= 0) ? [] : ['it waits for a time that never passes']),
    ];
  } catch (error) {
    return [`it threw: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What the fault makes of an honest message, frame, delivery or reply. */
function carriedOut(fault: Fault, raw: Buffer): unknown {
  const random = rng('contract', fault.name);
  switch (fault.kind) {
    case 'message':
      return fault.apply(raw, random);
    case 'wire':
      return fault.apply(Array.from({ length: fault.together }, () => wholeFrame(raw)).flat(), random);
    case 'connection':
      return fault.attempts(wholeFrame(raw), random);
    case 'listener':
      return fault.at === 'reply' ? fault.onReply(raw, HONEST_REPLY, random) : { ...fault };
    case 'sut':
      return { ...fault };
    default:
      return never(fault);
  }
}

/** Everything that is a time in milliseconds, by its name. */
function timesIn(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'number' ? (/^ms$|Ms$/.test(key) ? [part] : []) : timesIn(part),
  );
}
