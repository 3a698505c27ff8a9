import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import { parseStructure } from '../../../standard/structure-notation.js';
import type { StructureNode } from '../../model/structure.js';
import { baseNodes } from '../base/base-nodes.js';
import { isPlainMap } from './codes-shape.js';
import { cardinality, usage } from './element-shape.js';
import type { Path, YamlSource } from './yaml-source.js';

const PLACE = {
  usage: usage.exactOptional(),
  cardinality: cardinality.exactOptional(),
  text: z.string().exactOptional(),
  requirement: text.exactOptional(),
};

const segmentPlace = section({ segment: text, ...PLACE });
const groupPlace = section({ group: text, id: text.exactOptional(), children: z.array(z.unknown()), ...PLACE });
const choicePlace = section({ choice: text, of: z.array(z.unknown()), ...PLACE });

type WrittenPlace = z.output<typeof segmentPlace> | z.output<typeof groupPlace> | z.output<typeof choicePlace>;

/** Deeper than any message is nested. */
const DEEPEST = 32;

/** A structure as the standard prints it (`MSH [{SFT}] PID`), or as a list of places; `id` begins the ids of its groups. */
export function readStructure(source: YamlSource, value: unknown, path: Path, id: string): readonly StructureNode[] {
  if (typeof value === 'string') return printed(source, value, path, id);
  if (Array.isArray(value)) return places(source, value, path, { id, depth: 0 });
  source.error(path, 'yaml-form', 'this is no structure', "write it as 'MSH EVN PID [PD1] {<INSURANCE: IN1 [IN2]>}'");
  return [];
}

function printed(source: YamlSource, value: string, path: Path, id: string): readonly StructureNode[] {
  try {
    return baseNodes(id, parseStructure(value));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    source.error(
      path,
      'structure-notation',
      what,
      '[x] is optional, {x} repeats, <NAME: ...> is a group, ( A | B ) a choice',
    );
    return [];
  }
}

interface Around {
  readonly id: string;
  readonly depth: number;
  /** The position that all alternatives of a choice have. */
  readonly position?: number;
}

function places(source: YamlSource, list: readonly unknown[], path: Path, around: Around): readonly StructureNode[] {
  if (around.depth > DEEPEST) {
    source.error(
      path,
      'structure-too-deep',
      'the structure is nested too deeply',
      'no message needs more than ten levels',
    );
    return [];
  }
  return list.flatMap((one, index) => place(source, one, [...path, index], around, around.position ?? index + 1));
}

function place(
  source: YamlSource,
  value: unknown,
  path: Path,
  { id, depth }: Around,
  position: number,
): readonly StructureNode[] {
  const written = readPlace(source, value, path);
  if (written === undefined) return [];
  const element = common(source, written, path, position);
  if ('segment' in written) return [{ kind: 'segment', ref: written.segment, ...element }];
  if ('group' in written) {
    const own = written.id ?? `${id}.${written.group}`;
    const children = places(source, written.children, [...path, 'children'], { id: own, depth: depth + 1 });
    return [{ kind: 'group', id: own, name: written.group, children, ...element }];
  }
  const below = { id: `${id}.${written.choice}`, depth: depth + 1, position };
  const alternatives = places(source, written.of, [...path, 'of'], below);
  return [{ kind: 'choice', name: written.choice, alternatives, ...element }];
}

function readPlace(source: YamlSource, value: unknown, path: Path): WrittenPlace | undefined {
  const keys = isPlainMap(value) ? value : {};
  if ('group' in keys) return source.read(groupPlace, value, path);
  return 'choice' in keys ? source.read(choicePlace, value, path) : source.read(segmentPlace, value, path);
}

function common(source: YamlSource, written: WrittenPlace, path: Path, position: number) {
  const said = written.usage ?? { usage: 'O' as const };
  const max = said.usage === 'X' ? 0 : 1;
  return {
    position,
    ...said,
    cardinality: written.cardinality ?? { min: said.usage === 'R' ? 1 : 0, max },
    ...(written.text !== undefined && { description: written.text }),
    ...(written.requirement !== undefined && { requirement: written.requirement }),
    place: source.place(path),
  };
}
