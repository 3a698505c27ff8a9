import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import type { BindingStrength, Code, CodeLocation } from '../../model/value-set.js';
import { LOCATIONS } from './code-locations.js';
import { codes, isPlainMap } from './codes-shape.js';
import type { Path, YamlSource } from './yaml-source.js';

/** Value sets as they are bound to an element: ids, or codes in the place itself. */
export interface WrittenValues {
  readonly sets: readonly string[];
  readonly codes?: readonly Code[];
  readonly strength: BindingStrength | undefined;
  readonly at?: readonly number[];
  readonly locations?: readonly CodeLocation[];
}

const idList = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text));

const long = section({
  set: text.exactOptional(),
  sets: idList.exactOptional(),
  codes: codes.exactOptional(),
  strength: z.enum(['R', 'S', 'U', 'none']).default('R'),
  ...LOCATIONS,
});

/** `any`: an inherited binding is lifted. undefined where something is wrong, which is told. */
export function readValues(source: YamlSource, value: unknown, path: Path): WrittenValues | 'any' | undefined {
  if (value === 'any') return 'any';
  if (typeof value === 'string' && value !== '') return { sets: [value], strength: 'R' };
  const isLong = isPlainMap(value) && ['set', 'sets', 'codes'].some((key) => key in value);
  const written = source.read(long, isLong ? value : { codes: value }, path);
  if (written === undefined) return undefined;
  const { set, sets = [], codes: inline, strength, ...where } = written;
  const ids = [...(set === undefined ? [] : [set]), ...sets];
  if ((ids.length === 0) === (inline === undefined || inline.length === 0)) {
    source.error(path, 'values-unclear', 'here stand either value sets or codes', 'write a value set id, or [A, B]');
    return undefined;
  }
  return {
    sets: ids,
    ...(inline !== undefined && { codes: inline }),
    strength: strength === 'none' ? undefined : strength,
    ...where,
  };
}
