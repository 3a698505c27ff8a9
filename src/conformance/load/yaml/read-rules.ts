import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import type { Assertion } from '../../model/assertion.js';
import type { ConformanceStatement, Predicate } from '../../model/rule.js';
import { isPlainMap } from './codes-shape.js';
import { readAssertion } from './read-assertion.js';
import type { Path, YamlSource } from './yaml-source.js';

const reference = section({
  chapter: text.exactOptional(),
  section: text.exactOptional(),
  page: text.exactOptional(),
  url: text.exactOptional(),
  source: text.exactOptional(),
  generatedBy: text.exactOptional(),
  referencePath: text.exactOptional(),
  testDataCategorization: text.exactOptional(),
});

const STATEMENT = section({
  id: text.exactOptional(),
  text: z.string().exactOptional(),
  strength: z.enum(['SHALL', 'SHOULD']).exactOptional(),
  classification: z.enum(['W', 'A']).exactOptional(),
  context: text.exactOptional(),
  reference: reference.exactOptional(),
  assert: z.unknown(),
});

const CONDITION = section({
  id: text.exactOptional(),
  text: z.string().exactOptional(),
  reference: reference.exactOptional(),
  context: text.exactOptional(),
  condition: z.unknown().exactOptional(),
});

/** A conformance statement as it is written. */
export interface WrittenStatement
  extends Partial<Pick<ConformanceStatement, 'id' | 'strength' | 'classification' | 'reference'>> {
  readonly text?: string;
  /** The path in which it is to be judged. */
  readonly context?: string;
  readonly assertion: Assertion;
  readonly path: Path;
}

/** The condition of a conditional usage as it is written. */
export interface WrittenCondition extends Pick<Predicate, 'id' | 'reference'> {
  readonly text?: string;
  readonly context?: string;
  /** Absent: in words only. */
  readonly condition?: Assertion;
  readonly path: Path;
}

/** What stands under `must:` or `statements:`, one or a list. What is wrong is told and left out. */
export function readStatements(source: YamlSource, value: unknown, path: Path): readonly WrittenStatement[] {
  if (!Array.isArray(value)) return readStatement(source, value, path);
  return value.flatMap((one, index) => readStatement(source, one, [...path, index]));
}

function readStatement(source: YamlSource, value: unknown, path: Path): readonly WrittenStatement[] {
  const isLong = isPlainMap(value) && 'assert' in value;
  const read = source.read(STATEMENT, isLong ? value : { assert: value }, path);
  if (read === undefined) return [];
  const { assert, ...rest } = read;
  const assertion = readAssertion(source, assert, isLong ? [...path, 'assert'] : path);
  return assertion === undefined ? [] : [{ ...rest, assertion, path }];
}

/** What stands under `when:`. */
export function readCondition(source: YamlSource, value: unknown, path: Path): WrittenCondition | undefined {
  if (typeof value === 'string') return { text: value, path };
  const isLong = isPlainMap(value) && ('condition' in value || 'text' in value);
  const read = source.read(CONDITION, isLong ? value : { condition: value }, path);
  if (read === undefined) return undefined;
  const { condition: raw, ...rest } = read;
  if (raw === undefined) return { ...rest, path };
  const condition = readAssertion(source, raw, isLong ? [...path, 'condition'] : path);
  return condition && { ...rest, condition, path };
}
