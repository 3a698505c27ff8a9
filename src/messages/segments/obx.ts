import { never } from '../../base/never.js';
import { comp, type FieldValue, repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ts, unitOf, xad, xcn } from '../datatypes.js';
import type { Observation, ObservationValue, ResultReport, Version } from '../facts.js';
import { formattedText } from '../text.js';
import { isSince } from '../version.js';

export interface ObxOptions {
  /** OBX-1, 1-based within its group. */
  readonly setId: number;
  readonly version: Version;
  /** OBX-19, from 2.4. */
  readonly analysedAt?: Date;
  /** OBX-23 to 25, from 2.5.1. */
  readonly performer?: ResultReport['performer'];
}

export function obx(observation: Observation, { setId, version, analysedAt, performer }: ObxOptions): SegmentDraft {
  const laboratory = isSince('2.5.1', version) ? performer : undefined;
  return segment('OBX', {
    1: String(setId),
    2: observation.value.type === 'none' ? undefined : observation.value.type,
    3: ce(observation.id),
    4: observation.subId,
    5: value(observation.value),
    6: unitOf(observation.unit),
    7: observation.range,
    8: repeat(...(observation.flags ?? [])),
    11: observation.status,
    14: ts(observation.observedAt),
    19: isSince('2.4', version) ? ts(analysedAt) : undefined,
    23: laboratory?.name,
    24: xad(laboratory?.address),
    25: xcn(laboratory?.director),
  });
}

/** OBX-5 in the data type that OBX-2 names. */
function value(of: ObservationValue): FieldValue {
  switch (of.type) {
    case 'NM':
    case 'ST':
      return of.value;
    case 'SN':
      return comp(of.comparator, of.num1, of.separator, of.num2);
    case 'CE':
      return ce(of.value);
    case 'TX':
      return repeat(...of.lines);
    case 'FT':
      return formattedText(of.text);
    case 'ED':
      return comp(undefined, of.mediaType, of.subtype, 'Base64', of.base64);
    case 'none':
      return undefined;
    default:
      return never(of);
  }
}
