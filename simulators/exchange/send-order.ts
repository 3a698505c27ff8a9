import type { Message } from '../../src/hl7/message.js';
import type { Envelope } from '../../src/messages/facts.js';
import { omgO19 } from '../../src/messages/omg-o19.js';
import { omlO21 } from '../../src/messages/oml-o21.js';
import { type OrderFacts, ormO01 } from '../../src/messages/orm-o01.js';

/** How a request for a service, and news about it, travels. */
export type OrderDialect = 'ORM' | 'OML' | 'OMG';

const BUILDERS: Readonly<Record<OrderDialect, (envelope: Envelope, facts: OrderFacts) => Message>> = {
  ORM: ormO01,
  OML: omlO21,
  OMG: omgO19,
};

export function orderMessage(dialect: OrderDialect, envelope: Envelope, facts: OrderFacts): Message {
  return BUILDERS[dialect](envelope, facts);
}
