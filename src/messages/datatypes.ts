import { type Component, type Components, comp } from '../hl7/build.js';
import { formatTimestamp } from '../hl7/timestamp.js';
import type { Address, Coded, Identifier, Location, PersonName, Provider } from '../population/facts.js';
import type { EntityIdentifier } from './facts.js';

/** One repetition of a field. */
export type Value = Component | Components;

/** TS to the second, with the zone. */
export function ts(at: Date | undefined): string | undefined {
  return at && formatTimestamp(at);
}

/** HD: a namespace alone, or `namespace^universal id^type` as it is written in the configuration. */
export function hd(party: string): Value {
  return comp(...party.split('^'));
}

/** CX: CX.1 id, CX.4 authority, CX.5 type. */
export function cx(identifier: Identifier | undefined): Value {
  return identifier && comp(identifier.id, undefined, undefined, identifier.authority, identifier.type);
}

/** XPN with its name type (table 0200) in XPN.7. */
export function xpn(name: PersonName | undefined, type?: string): Value {
  return name && comp(name.family, name.given, name.middle, name.suffix, name.prefix, undefined, type);
}

/** XAD with its address type (table 0190) in XAD.7. */
export function xad(address: Address | undefined, type?: string): Value {
  if (address === undefined) return undefined;
  const { street, other, city, state, zip, country } = address;
  const isKnown = [street, other, city, state, zip, country].some((part) => part);
  return isKnown ? comp(street, other, city, state, zip, country, type) : undefined;
}

/** XTN of a home telephone: use PRN, equipment PH (tables 0201, 0202). */
export function homePhone(number: string): Value {
  return number === '' ? undefined : comp(number, 'PRN', 'PH');
}

/** XCN: XCN.1 id, XCN.2 family, XCN.3 given, XCN.9 authority. */
export function xcn(person: Provider | undefined): Value {
  return person && comp(person.id, person.family, person.given, ...Array<undefined>(5), person.authority);
}

/** PPN: as XCN, and in PPN.15 when the person did it. */
export function ppn(done: { readonly by: Provider; readonly at: Date } | undefined): Value {
  if (done === undefined) return undefined;
  const { id, family, given, authority } = done.by;
  return comp(id, family, given, ...Array<undefined>(5), authority, ...Array<undefined>(5), ts(done.at));
}

/** PL (and the first components of LA2): point of care, room, bed, facility. */
export function pl(location: Location | undefined): Value {
  return location && comp(location.pointOfCare, location.room, location.bed, location.facility);
}

/** CE and CWE, which share delimiters: code, text, coding system. */
export function ce(coded: Coded | undefined): Value {
  return coded && comp(coded.code, coded.text, coded.code === '' ? undefined : coded.system);
}

/** CE with text alone. */
export function ceText(text: string | undefined): Value {
  return text === undefined ? undefined : comp(undefined, text);
}

/** CE of a code from an HL7 table. */
export function ceTable(code: string, table: string, text?: string): Value {
  return comp(code, text, `HL7${table}`);
}

/** CE of a unit of measure. */
export function unitOf(unit: string | undefined): Value {
  return unit ? comp(unit, undefined, 'UCUM') : undefined;
}

export function ei(identifier: EntityIdentifier | undefined): Value {
  return identifier && comp(...eiParts(identifier));
}

/** EIP: the placer's and the filler's number of one thing, each an EI in subcomponents. */
export function eip(pair: { placer?: EntityIdentifier; filler?: EntityIdentifier } | undefined): Value {
  return pair && comp(subcomponents(pair.placer), subcomponents(pair.filler));
}

function subcomponents(identifier: EntityIdentifier | undefined): Component {
  return identifier && eiParts(identifier);
}

function eiParts({ id, namespace, universalId, universalIdType }: EntityIdentifier): (string | undefined)[] {
  return [id, namespace, universalId, universalIdType];
}
