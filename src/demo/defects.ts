interface DefectDescription {
  readonly name: string;
  /** What the engine then sends or answers wrongly. */
  readonly description: string;
  /** What a harness must look at to notice. */
  readonly caughtBy: string;
}

/** Every mistake that the demo engine can be told to make. With none of them on, everything is right. */
export const DEFECTS = [
  {
    name: 'ack-before-store',
    description: 'answers AA first and writes and delivers the message only seconds later: a kill in between loses it',
    caughtBy: 'every accepted message survives a kill',
  },
  {
    name: 'constant-ack-id',
    description: 'gives every acknowledgment the same MSH-10, "ACK"',
    caughtBy: 'the echo ledger: the id of an acknowledgment is unique for its sender',
  },
  {
    name: 'decodes-as-utf8',
    description: 'ignores MSH-18: reads all bytes as UTF-8 and forwards replacement characters for the rest',
    caughtBy: 'the comparison of text sent and delivered in ISO 8859 and other sets',
  },
  {
    name: 'drops-z-segment',
    description: 'forwards messages without their Z segments',
    caughtBy: 'the end-to-end comparison of segments',
  },
  {
    name: 'flattens-subids',
    description: 'empties OBX-4 in the results that it forwards, so that isolates run into each other',
    caughtBy: 'the microbiology scenario',
  },
  {
    name: 'ignores-authority',
    description: 'knows patients by CX.1 alone: two patients with one number under two authorities become one',
    caughtBy: 'the scenario of two patients with the same number',
  },
  {
    name: 'keeps-merged-id',
    description: 'forwards later traffic under the number that was merged away',
    caughtBy: 'the merge scenario',
  },
  {
    name: 'loses-messages',
    description: 'accepts and stores every 97th message, and never delivers it',
    caughtBy: 'the ledger of a load: what was accepted is delivered',
  },
  {
    name: 'new-id-on-resend',
    description: 'gives a message a new MSH-10 each time it is sent again',
    caughtBy: 'the ledger: a message that is sent again keeps its id',
  },
  {
    name: 'swaps-messages',
    description: 'holds a message back until the next one of the same patient has overtaken it',
    caughtBy: 'the ledger: the order of messages of one patient',
  },
  {
    name: 'truncates-silently',
    description: 'cuts OBX-5 and NTE-3 after 200 characters when it forwards them',
    caughtBy: 'the end-to-end comparison of long text',
  },
] as const satisfies readonly DefectDescription[];

export type DefectName = (typeof DEFECTS)[number]['name'];

export function isDefectName(text: string): text is DefectName {
  return DEFECTS.some((defect) => defect.name === text);
}

/** The defects that are switched on, asked by name at the one place that each of them spoils. */
export class Defects {
  readonly #on: ReadonlySet<DefectName>;

  constructor(names: readonly DefectName[] = []) {
    this.#on = new Set(names);
  }

  has(name: DefectName): boolean {
    return this.#on.has(name);
  }
}
