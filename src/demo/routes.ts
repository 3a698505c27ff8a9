import type { Message } from '../hl7/message.js';
import { fillerOf, numbersOf, type OrderGroup, orderGroups } from './index/groups.js';
import type { Filler, Orders } from './index/orders.js';
import { owned } from './index/owned.js';
import { isOrderAnswer } from './reply.js';
import type { Destination } from './stored-message.js';

/** Order control codes that only a placer uses; with all others the filler speaks. */
const PLACER_CODES = new Set([
  'NW',
  'CA',
  'DC',
  'HD',
  'RL',
  'RP',
  'RO',
  'XO',
  'SS',
  'RF',
  'PA',
  'CH',
  'NA',
  'AF',
  'DF',
]);

const BY_CODE: Readonly<Record<string, readonly Destination[]>> = {
  ADT: ['lis', 'ris', 'pharmacy'],
  ORU: ['ehr'],
  OUL: ['ehr'],
  MDM: ['ehr'],
  SIU: ['ehr'],
  DFT: ['ehr'],
  RDE: ['ehr'],
  RDS: ['ehr'],
  RGV: ['ehr'],
  RAS: ['pharmacy'],
};

/** Who asks with messages of these codes, and so wants to see the order-level answer. */
const ASKS: Readonly<Record<string, Destination>> = { RDE: 'pharmacy', RDS: 'pharmacy', RGV: 'pharmacy', RAS: 'ehr' };

/** Remembers who asked what, and says where each message goes by its type and its content. */
export class Routes {
  readonly #orders: Orders;
  /** Who sent the order with this MSH-10. */
  readonly #askedBy = new Map<string, Destination>();

  constructor(orders: Orders) {
    this.#orders = orders;
  }

  /** To be asked before the message changes the index. */
  destinations(message: Message): readonly Destination[] {
    const { code } = message.type;
    if (isOrderAnswer(code)) return [this.originator(message)];
    return BY_CODE[code] ?? [...new Set(orderGroups(message).map((group) => this.#partner(message, group)))];
  }

  /** Who asked for what this order-level answer names in MSA-2; by its type where that is unknown. */
  originator(answer: Message): Destination {
    const asked = this.#askedBy.get(answer.rawText('MSA-2') ?? '');
    return asked ?? (/^RR[EDG]$/.test(answer.type.code) ? 'pharmacy' : 'ehr');
  }

  /** To be called for each accepted message, in order. */
  remember(message: Message): void {
    const { code } = message.type;
    if (BY_CODE[code] && !ASKS[code]) return;
    const [group] = orderGroups(message);
    const asker = ASKS[code] ?? (group && speaksForFiller(message, group) ? this.#filler(message, group) : 'ehr');
    if (!isOrderAnswer(code)) this.#askedBy.set(owned(message.rawText('MSH-10') ?? ''), asker);
  }

  /** Orders go to the filler, what the filler says about them to the placer. */
  #partner(message: Message, group: OrderGroup): Destination {
    return speaksForFiller(message, group) ? 'ehr' : this.#filler(message, group);
  }

  #filler(message: Message, group: OrderGroup): Filler {
    const { code } = message.type;
    if (code === 'OMP') return 'pharmacy';
    if (code === 'OMG' || code === 'OMI') return 'ris';
    return fillerOf(group) ?? this.#orders.find(numbersOf(message, group))?.filledBy ?? 'lis';
  }
}

/** A change (XO) comes from either side: from the filler where the sender is the application that gave the filler number. */
function speaksForFiller(message: Message, { orc }: OrderGroup): boolean {
  const control = orc?.get('1') ?? '';
  if (control !== 'XO') return !PLACER_CODES.has(control);
  const givenBy = orc?.get('3.2');
  return givenBy !== undefined && givenBy === message.get('MSH-3.1');
}
