import type { Segment } from '../../src/hl7/segment.js';
import { parseTimestamp } from '../../src/hl7/timestamp.js';
import type { EntityIdentifier } from '../../src/messages/facts.js';
import type { Coded, Identifier, Location, Provider } from '../../src/population/facts.js';

/** EI in `field` (`2`, or `8.1` for the subcomponents of an EIP); undefined when it holds no id. */
export function entityIdentifier(segment: Segment | undefined, field: string): EntityIdentifier | undefined {
  const id = segment?.get(`${field}.1`);
  if (segment === undefined || id === undefined) return undefined;
  const universalId = segment.get(`${field}.3`);
  const universalIdType = segment.get(`${field}.4`);
  return {
    id,
    namespace: segment.get(`${field}.2`) ?? '',
    ...(universalId !== undefined && { universalId }),
    ...(universalIdType !== undefined && { universalIdType }),
  };
}

/** CE or CWE, first triplet. */
export function coded(segment: Segment | undefined, field: string): Coded | undefined {
  return triplet(segment, field, 1);
}

/** CE or CWE, alternate triplet (components 4 to 6). */
export function alternateCoded(segment: Segment | undefined, field: string): Coded | undefined {
  return triplet(segment, field, 4);
}

function triplet(segment: Segment | undefined, field: string, first: number): Coded | undefined {
  const code = segment?.get(`${field}.${first}`);
  const text = segment?.get(`${field}.${first + 1}`);
  if (code === undefined && text === undefined) return undefined;
  return { code: code ?? '', text: text ?? code ?? '', system: segment?.get(`${field}.${first + 2}`) ?? '' };
}

/** CX: id, assigning authority (CX.4), type (CX.5). */
export function identifier(segment: Segment | undefined, field: string): Identifier | undefined {
  const id = segment?.get(`${field}.1`);
  if (segment === undefined || id === undefined) return undefined;
  return { id, authority: segment.get(`${field}.4.1`) ?? '', type: segment.get(`${field}.5`) ?? '' };
}

/** XCN. */
export function provider(segment: Segment | undefined, field: string): Provider | undefined {
  const id = segment?.get(`${field}.1`);
  const family = segment?.get(`${field}.2.1`);
  if (segment === undefined || (id === undefined && family === undefined)) return undefined;
  const given = segment.get(`${field}.3`) ?? '';
  return { id: id ?? '', family: family ?? '', given, authority: segment.get(`${field}.9.1`) ?? '' };
}

/** PL. */
export function location(segment: Segment | undefined, field: string): Location | undefined {
  const pointOfCare = segment?.get(`${field}.1`);
  if (segment === undefined || pointOfCare === undefined || pointOfCare === '""') return undefined;
  const room = segment.get(`${field}.2`);
  const bed = segment.get(`${field}.3`);
  const facility = segment.get(`${field}.4.1`);
  return {
    pointOfCare,
    ...(room !== undefined && { room }),
    ...(bed !== undefined && { bed }),
    ...(facility !== undefined && { facility }),
  };
}

/** TS; without a zone it is read as UTC. */
export function time(segment: Segment | undefined, field: string): Date | undefined {
  return parseTimestamp(segment?.get(`${field}.1`) ?? '')?.toDate(0);
}

/** The text of a field unless it is empty or the HL7 null. */
export function valued(segment: Segment | undefined, field: string): string | undefined {
  const text = segment?.get(field);
  return text === '""' ? undefined : text;
}

export const UNKNOWN_PROVIDER: Provider = { id: '', family: '', given: '', authority: '' };
