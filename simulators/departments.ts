import type { Role } from '../src/endpoint/simulator.js';
import type { Message } from '../src/hl7/message.js';

/** Those who fill what an EHR asks for. */
export type Department = Exclude<Role, 'ehr'>;

/** Messages that belong to one department whatever they hold. */
const OWN: Readonly<Record<string, Department>> = {
  OMG: 'ris',
  OMI: 'ris',
  ORG: 'ris',
  ORI: 'ris',
  OMP: 'pharmacy',
  RAS: 'pharmacy',
  RRE: 'pharmacy',
  RRD: 'pharmacy',
};

const ORDERS = new Set(['ORM', 'OML', 'ORR', 'ORL']);

/** Table 0074: sections that make images. */
const IMAGING = new Set(['RAD', 'RUS', 'RX', 'XRC', 'CT', 'NMR', 'NMS', 'CUS', 'OUS', 'VUS', 'RT']);

/** Whom an EHR with an interface for each department tells: of patients everybody, of an order the one that fills it. */
export function departmentsOf(message: Message): readonly Department[] {
  const { code } = message.type;
  if (code === 'ADT') return ['lis', 'ris', 'pharmacy'];
  if (ORDERS.has(code)) return [fillerOf(message)];
  const own = OWN[code];
  return own === undefined ? [] : [own];
}

/** The first order group speaks for the message: an EHR puts no orders of two departments into one. */
function fillerOf(message: Message): Department {
  if (message.first('RXO') !== undefined) return 'pharmacy';
  return IMAGING.has(message.get('OBR-24') ?? '') || message.first('IPC') !== undefined ? 'ris' : 'lis';
}
