/** What a sender does with a message after an answer: it is done, sends the message again, or sets it aside for a person. */
export type Reaction = 'done' | 'again' | 'set-aside';

/** What can come of a message, as its sender sees it. */
export type Answer = 'error' | 'rejected' | 'withoutMsa' | 'wrongControlId' | 'silence';

/** How a system behaves where sites differ. It decides verdicts; what deviates from the standard is told all the same. */
export interface EngineBehaviour extends Readonly<Record<Answer, Reaction>> {
  readonly name: string;
  /** As a receiver: what MSH-15 and MSH-16 ask for, or one AA, AE or AR whatever they ask. */
  readonly answers: 'as-asked' | 'in-original-mode';
  /** Whether MSH-13 is minded and MSA-4 answers it (2.10.1). */
  readonly sequence: 'kept' | 'ignored';
  /** Whether the parts of a message become one (DSC, MSH-14; 2.10.2). */
  readonly parts: 'joined' | 'refused';
  /** How a batch is answered (2.10.3): by an acknowledgment for each message, by one for all, or not taken. */
  readonly batches: 'each-message' | 'as-one' | 'refused';
  /** Whether a deviation from the standard fails a scenario. */
  readonly deviations: 'tell' | 'fail';
}

const SPEC: EngineBehaviour = {
  name: 'spec',
  error: 'set-aside',
  rejected: 'again',
  withoutMsa: 'again',
  wrongControlId: 'again',
  silence: 'again',
  answers: 'as-asked',
  sequence: 'kept',
  parts: 'joined',
  batches: 'each-message',
  deviations: 'tell',
};

/** What engines document no support for by default: numbers, and messages in parts. */
const PLAIN = { sequence: 'ignored', parts: 'refused' } as const;

/** Known behaviours, by their public defaults; a configuration may start from one and say what is different. */
export const BEHAVIOURS = {
  /** HL7 v2.5.1 chapter 2, 2.9. */
  spec: SPEC,
  /** The same, and every deviation fails. */
  strict: { ...SPEC, name: 'strict', deviations: 'fail' },
  /** Mirth Connect and the Open Integration Engine: AE and AR are errors without a retry; no acknowledgment is tried again. */
  mirth: { ...SPEC, ...PLAIN, name: 'mirth', rejected: 'set-aside', answers: 'in-original-mode', batches: 'as-one' },
  /** InterSystems: AE and a reply without MSA suspend the message; another MSA-2 is a warning only, and counts as delivered. */
  intersystems: { ...SPEC, ...PLAIN, name: 'intersystems', withoutMsa: 'set-aside', wrongControlId: 'done' },
  /** HAPI as an initiator: negative and unreadable replies go back to the caller, who does not try again. */
  hapi: {
    ...SPEC,
    ...PLAIN,
    name: 'hapi',
    rejected: 'set-aside',
    withoutMsa: 'set-aside',
    answers: 'in-original-mode',
    batches: 'refused',
  },
} as const satisfies Readonly<Record<string, EngineBehaviour>>;

export type BehaviourName = keyof typeof BEHAVIOURS;

export const SPEC_BEHAVIOUR: EngineBehaviour = BEHAVIOURS.spec;
