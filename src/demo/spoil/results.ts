import { readHeader } from '../header.js';
import { editField, editFields } from './edit.js';

export function isResult(bytes: Buffer): boolean {
  return readHeader(bytes)?.component(9, 1) === 'ORU';
}

/** A correction that looks like a preliminary result. */
export function asPreliminary(bytes: Buffer): Buffer {
  return withStatus(bytes, 'P');
}

/** A correction that looks like a further final value: under a sub-ID of its own it replaces nothing. */
export function asFurther(bytes: Buffer): Buffer {
  if (!isResult(bytes)) return bytes;
  const further = editFields(bytes, 'OBX', (fields) => (fields[11] === 'C' ? fields.with(4, '99') : fields));
  return withStatus(further, 'F');
}

function withStatus(bytes: Buffer, status: string): Buffer {
  if (!isResult(bytes)) return bytes;
  const instead = (value: string): string => (value === 'C' ? status : value);
  return editField(editField(bytes, 'OBR', 25, instead), 'OBX', 11, instead);
}

/** Numbers without their decimals. */
export function rounded(bytes: Buffer): Buffer {
  if (!isResult(bytes)) return bytes;
  return editFields(bytes, 'OBX', (fields) => {
    const [, , type, , , value] = fields;
    return type === 'NM' && value ? fields.with(5, `${Math.round(Number(value))}`) : fields;
  });
}
