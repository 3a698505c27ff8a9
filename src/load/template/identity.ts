import { type FieldPath, formatPath, tryFieldPath } from '../../hl7/path.js';

/** What a far end knows a message by where a plan says nothing else. */
export const CONTROL_ID_PATH = 'MSH-10';

/** By the content of the message, whatever ids it has: for a system that passes no field of ours on. */
export const BY_CONTENT = 'content';

/**
 * The very value that carries the id: the first component where a field is named alone, since a visit or order number may have
 * an authority behind it. undefined for a text that names no field.
 */
export function identityPath(text: string): FieldPath | undefined {
  const path = tryFieldPath(text);
  if (path?.field === undefined) return undefined;
  const isVerbatim = path.segment === 'MSH' && path.field <= 2;
  if (isVerbatim) return undefined;
  return path.component === undefined ? tryFieldPath(`${formatPath(path)}.1`) : path;
}
