import { z } from 'zod';
import { section, text, whole } from '../../../base/written.js';
import type { ConformanceStatement, OrderIndifferentContext, OrderIndifferentPattern } from '../../model/rule.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { readAssertion } from './read-assertion.js';
import { readStatements } from './read-rules.js';
import type { Path, YamlSource } from './yaml-source.js';

const list = z.array(z.unknown()).default([]);
const CONTEXT = section({ path: text, patterns: list });
const PATTERN = section({
  cardinality: whole(0, 1_000_000),
  triggerMessage: z.string().default(''),
  trigger: z.unknown(),
  must: list,
  contexts: list,
});

/** What stands under `orderIndifferent:`; paths are positions, as in IGAMT. */
export function readOrderIndifferent(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  draft.rules.orderIndifferent.push(...contexts(source, value, ['orderIndifferent'], 0));
}

/** Patterns within patterns; deeper than this nobody writes them. */
const DEEPEST = 16;

function contexts(source: YamlSource, value: unknown, path: Path, depth: number): readonly OrderIndifferentContext[] {
  const read = depth > DEEPEST ? [] : (source.read(z.array(z.unknown()), value, path) ?? []);
  return read.flatMap((one, index) => {
    const at = [...path, index];
    const context = source.read(CONTEXT, one, at);
    if (context === undefined) return [];
    const patterns = context.patterns.flatMap(
      (each, number) => pattern(source, each, [...at, 'patterns', number], depth) ?? [],
    );
    return [{ path: context.path, patterns, place: source.place(at) }];
  });
}

function pattern(source: YamlSource, value: unknown, path: Path, depth: number): OrderIndifferentPattern | undefined {
  const read = source.read(PATTERN, value, path);
  const trigger = read && readAssertion(source, read.trigger, [...path, 'trigger']);
  if (read === undefined || trigger === undefined) return undefined;
  return {
    cardinality: read.cardinality,
    triggerMessage: read.triggerMessage,
    trigger,
    constraints: readStatements(source, read.must, [...path, 'must']).map(
      ({ assertion, text: description = '', context: _, id = '', path: at, ...rest }): ConformanceStatement => ({
        kind: 'statement',
        id,
        description,
        ...rest,
        assertion,
        place: source.place(at),
      }),
    ),
    contexts: contexts(source, read.contexts, [...path, 'contexts'], depth + 1),
  };
}
