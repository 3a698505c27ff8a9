import type { Message } from '../../hl7/message.js';
import type { FieldPath } from '../../hl7/path.js';
import type { LoadPlan, MixEntry } from '../plan/load-plan.js';
import { BY_CONTENT, CONTROL_ID_PATH, identityPath } from './identity.js';
import { LoadMix, type LoadUnit, type MixPart } from './load-unit.js';
import { Numbering, templateOf } from './message-template.js';
import { type RehearsedMessage, rehearse } from './rehearsal.js';

export type MixFacts = Pick<LoadPlan, 'mix' | 'patients' | 'version' | 'seed' | 'sizeBytes' | 'targets'> &
  Partial<Pick<LoadPlan, 'acknowledgment' | 'identity'>>;

/** The stay in which every type of message is looked for. */
const EVERYTHING = ['inpatient', 'outpatient'] as const;

/** Types of message that a plan may name, `ADT^A01`: all that a stay holds. */
export function messageTypes(version: LoadPlan['version'] = '2.5.1'): readonly string[] {
  const stays = EVERYTHING.flatMap((pathway) => stay({ seed: 'types', version, patient: 1, pathway }));
  return [...new Set(stays.map(({ message }) => typeOf(message)))].sort();
}

/** Makes every message that a plan may send, ahead of the run. Throws where an entry names no message. */
export function makeMix(facts: MixFacts): LoadMix {
  const types: string[] = [];
  const stays = new Map<string, readonly RehearsedMessage[]>();
  const stayOf = (pathway: string, patient: number): readonly RehearsedMessage[] => {
    const key = `${pathway} ${patient}`;
    const known = stays.get(key) ?? stay({ ...facts, pathway, patient });
    stays.set(key, known);
    return known;
  };
  const parts = facts.mix.map((entry): MixPart => {
    const variants = Array.from({ length: facts.patients }, (_, n) => n + 1).flatMap((patient) =>
      unitsOf(entry, patient, stayOf, facts),
    );
    if (variants.length === 0) throw new Error(`no stay holds a message "${entry.name}"`);
    return { weight: entry.weight, variants: variants.map((messages) => unit(entry.name, messages, types, facts)) };
  });
  const { seed, identity } = facts;
  return new LoadMix({ types, parts, seed, ...(identity && { identity }) });
}

function stay(facts: Pick<MixFacts, 'seed' | 'version'> & { readonly pathway: string; readonly patient: number }) {
  return rehearse({ ...facts, now: new Date('2026-01-05T08:00:00Z') });
}

function unitsOf(
  entry: MixEntry,
  patient: number,
  stayOf: (pathway: string, patient: number) => readonly RehearsedMessage[],
  { targets }: MixFacts,
): readonly (readonly RehearsedMessage[])[] {
  if (entry.kind === 'workflow') {
    const everybody = targets.some(({ role }) => role === undefined);
    return [stayOf(entry.name, patient).filter(({ from }) => everybody || targets.some(({ role }) => role === from))];
  }
  const pathway = EVERYTHING.find((name) => stayOf(name, 1).some(({ message }) => typeOf(message) === entry.name));
  if (pathway === undefined) return [];
  const found = stayOf(pathway, patient).filter(({ message }) => typeOf(message) === entry.name);
  return found.map((message) => [message]);
}

function unit(name: string, messages: readonly RehearsedMessage[], types: string[], facts: MixFacts): LoadUnit {
  const numbering = new Numbering();
  const carrier = carrierOf(facts);
  return {
    name,
    steps: messages.map(({ from, message: made }) => {
      const message = withConditions(made, facts);
      const plain = templateOf(message, from, numbering, carrier);
      const missing = facts.sizeBytes - (plain.frame.length - FRAME_BYTES) - PADDING.length - 1;
      const template = missing > 0 ? templateOf(padded(message, missing), from, numbering, carrier) : plain;
      if (!types.includes(template.type)) types.push(template.type);
      return { template, type: types.indexOf(template.type) };
    }),
  };
}

/** The value that carries the control id once more, where the plan names one. */
function carrierOf({ identity = CONTROL_ID_PATH }: MixFacts): FieldPath | undefined {
  return [CONTROL_ID_PATH, BY_CONTENT].includes(identity) ? undefined : identityPath(identity);
}

/** MSH-15 and MSH-16: which acknowledgments are wanted, in enhanced mode. */
function withConditions(message: Message, { acknowledgment = 'original' }: MixFacts): Message {
  if (acknowledgment === 'original') return message;
  return message.withRaw('MSH-15', 'AL').withRaw('MSH-16', acknowledgment === 'both' ? 'AL' : 'NE');
}

/** Start block, end block and carriage return. */
const FRAME_BYTES = 3;
/** A Z segment brings a message to its size: receivers pass over it. */
const PADDING = 'ZPH|1|';

function padded(message: Message, bytes: number): Message {
  return message.withSegments((lines) => [...lines, `${PADDING}${'x'.repeat(bytes)}`]);
}

function typeOf({ type }: Message): string {
  return `${type.code}^${type.trigger}`;
}
