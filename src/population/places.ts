import type { Rng } from '../base/rng.js';
import { FACILITY } from './authority.js';
import { finder } from './catalogue/finder.js';
import { ROWS } from './catalogue/hospital.data.js';
import type { PlaceRow } from './catalogue/rows.js';
import type { Location } from './facts.js';

/** A ward, department or clinic of the hospital. */
export interface Place {
  readonly pointOfCare: string;
  readonly name: string;
  /** Table 0305: N nursing unit, D department, C clinic. */
  readonly type: 'C' | 'D' | 'N';
  /** PV1-10. */
  readonly hospitalService: string;
  /** Empty for a department without beds or a clinic. */
  readonly beds: readonly Location[];
}

export const PLACES: readonly Place[] = ROWS.map(place);

/** A place by code (`ICU`) or name (`Intensive Care Unit`). Throws with the nearest names where there is none. */
export const findPlace: (name: string) => Place = finder({
  what: 'place',
  tiers: [PLACES],
  names: (item) => [item.pointOfCare, item.name],
  aliases: { 'Emergency room': 'ED', Radiology: 'RAD', 'Operating room': 'OR' },
});

/** A bed of the place, or the place itself where it has none. */
export function bedIn(random: Rng, { beds, pointOfCare }: Place): Location {
  return beds.length > 0 ? random.pick(beds) : { pointOfCare, facility: FACILITY };
}

/**
 * A location from the first components of a PL, e.g. `ICU^101^A`. The place need not be one of ours; the facility is,
 * unless a fourth component names another. Throws where there is no point of care.
 */
export function location(text: string): Location {
  const [pointOfCare, room, bed, facility] = text.split('^').map((part) => part.trim());
  if (!pointOfCare) throw new Error(`'${text}' is no location: write point of care, room and bed, as in 'ICU^501^1'`);
  return { pointOfCare, ...(room ? { room } : {}), ...(bed ? { bed } : {}), facility: facility || FACILITY };
}

function place([pointOfCare, name, type, hospitalService, , , rooms, beds]: PlaceRow): Place {
  const locations = roomNumbers(rooms).flatMap((room) =>
    beds.map((bed) => ({ pointOfCare, room, bed, facility: FACILITY })),
  );
  return { pointOfCare, name, type, hospitalService, beds: locations };
}

/** `01-24` counts up with the width of its first number. */
function roomNumbers(rooms: string): readonly string[] {
  const [first, last] = rooms.split('-');
  if (!first || !last) return [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(first.length, '0'));
}
