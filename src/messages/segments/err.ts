import { type AcknowledgmentError, ERROR_TEXTS } from '../../hl7/acknowledgment.js';
import { comp, repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import { ceTable, type Value } from '../datatypes.js';
import type { Version } from '../facts.js';
import { isSince } from '../version.js';

/** ERR: one segment an error from 2.5 on, before that one segment with ERR-1 repeating. */
export function err(errors: readonly AcknowledgmentError[] = [], version: Version): readonly SegmentDraft[] {
  if (errors.length === 0) return [];
  if (!isSince('2.5', version)) return [segment('ERR', { 1: repeat(...errors.map(eld)) })];
  return errors.map((error) =>
    segment('ERR', {
      2: erl(error.location),
      3: ceTable(error.code, '0357', ERROR_TEXTS[error.code]),
      4: error.severity ?? 'E',
      7: error.diagnostic,
      8: error.userMessage,
    }),
  );
}

function erl(location: AcknowledgmentError['location']): Value {
  if (location === undefined) return undefined;
  const { segment, sequence = 1, field, repetition, component, subcomponent } = location;
  const places = [sequence, field, repetition ?? (component && 1), component, subcomponent];
  return comp(segment, ...places.map((place) => place?.toString()));
}

function eld({ location, code }: AcknowledgmentError): Value {
  const { segment, sequence = location && 1, field } = location ?? {};
  return comp(segment, sequence?.toString(), field?.toString(), [code, ERROR_TEXTS[code], 'HL70357']);
}
