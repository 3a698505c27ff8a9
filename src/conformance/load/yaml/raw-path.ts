import type { Attachment } from '../../model/rule.js';

/**
 * Paths of rules that are attached to a definition may be written by its name, whatever it is in: `OBX-5[1].1` for `5[1].1[1]`
 * in a segment, `CX.4.1` for `4[1].1[1]` in a data type. Without a repetition all are meant. Nothing is looked up, so that
 * reading what was written gives the same path again.
 */
export function positionsOf(text: string, kind: Attachment['kind']): string {
  const [, field, repetition = '*', components = ''] = NAMED_IN_SEGMENT.exec(text) ?? [];
  if (kind === 'segment' && field !== undefined) return `${field}[${repetition}]${below(components)}`;
  const [, parts] = NAMED_IN_DATATYPE.exec(text) ?? [];
  return kind === 'datatype' && parts !== undefined ? below(parts).slice(1) : text;
}

/** The other way round; the positions themselves where they cannot be said so. */
export function namedPath(positions: string, kind: Attachment['kind'], name: string | undefined): string {
  if (name === undefined || !/^\w+$/.test(name)) return positions;
  const named =
    kind === 'segment' ? inSegment(positions, name) : kind === 'datatype' ? inDatatype(positions, name) : positions;
  return positionsOf(named, kind) === positions ? named : positions;
}

const NAMED_IN_SEGMENT = /^\w+-(\d+)(?:\[(\d+|\*)\])?((?:\.\d+)*)$/;
const NAMED_IN_DATATYPE = /^\w+((?:\.\d+)+)$/;

function below(components: string): string {
  return components
    .split('.')
    .slice(1)
    .map((position) => `.${position}[1]`)
    .join('');
}

function inSegment(positions: string, name: string): string {
  const [, field, repetition, rest = ''] = /^(\d+)\[(\d+|\*)\](.*)$/.exec(positions) ?? [];
  const stated = repetition === '*' ? '' : `[${repetition}]`;
  return field === undefined ? positions : `${name}-${field}${stated}${rest.replaceAll('[1]', '')}`;
}

function inDatatype(positions: string, name: string): string {
  return /^\d/.test(positions) ? `${name}.${positions.replaceAll('[1]', '')}` : positions;
}
