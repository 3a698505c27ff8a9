import type { Attached } from '../../model/rule.js';
import type { DatatypeDefinition, ElementDefinition, SegmentDefinition } from '../../model/structure.js';
import { changedElement } from './apply-element.js';
import { applyElements, type ElementEntry } from './apply-elements.js';
import { isPlainMap } from './codes-shape.js';
import { datatypeShape, segmentShape, type WrittenDefinition, type WrittenPart } from './definition-shapes.js';
import { copyRules } from './draft/own-definitions.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { ensureDatatype, ensureSegment } from './draft/standard-parts.js';
import { element } from './element-shape.js';
import { partSpots } from './element-spots.js';
import { readMapping } from './read-mapping.js';
import type { Path, YamlSource } from './yaml-source.js';

type Kind = 'segment' | 'datatype';

/**
 * What stands under `segments:` and `datatypes:`: new definitions, flavours of others, and changes to known ones. Gives what
 * is still to be applied once all of them are there: their `elements:`.
 */
export function readDefinitions(draft: ProfileDraft, source: YamlSource): () => void {
  const later: (() => void)[] = [];
  for (const kind of ['datatype', 'segment'] as const) {
    const written = at(source.data, `${kind}s`);
    if (written === undefined) continue;
    if (!isPlainMap(written)) {
      source.error(
        [`${kind}s`],
        'yaml-form',
        `${kind}s: has the wrong form`,
        'write an id and, indented below it, its definition',
      );
      continue;
    }
    const reader = new DefinitionReader(draft, source, kind, written);
    for (const id of Object.keys(written)) reader.define(id);
    later.push(() => reader.applyParts());
  }
  return () => {
    for (const act of later) act();
  };
}

function at(data: unknown, key: string): unknown {
  return isPlainMap(data) ? data[key] : undefined;
}

class DefinitionReader {
  readonly #draft: ProfileDraft;
  readonly #source: YamlSource;
  readonly #kind: Kind;
  readonly #written: Readonly<Record<string, unknown>>;
  readonly #begun = new Set<string>();
  readonly #parts: { readonly id: string; readonly entries: readonly ElementEntry[] }[] = [];

  constructor(draft: ProfileDraft, source: YamlSource, kind: Kind, written: Readonly<Record<string, unknown>>) {
    this.#draft = draft;
    this.#source = source;
    this.#kind = kind;
    this.#written = written;
  }

  /** Defines it once, after what it extends. */
  define(id: string): void {
    if (this.#begun.has(id)) return;
    this.#begun.add(id);
    const path = [`${this.#kind}s`, id];
    const read = this.#source.read<WrittenDefinition>(
      this.#kind === 'segment' ? segmentShape : datatypeShape,
      this.#written[id],
      path,
    );
    if (read === undefined) return;
    if (read.extends !== undefined && Object.hasOwn(this.#written, read.extends)) this.define(read.extends);
    const entries = [...this.#listed(id, read, path), ...this.#elements(read, path)];
    this.#parts.push({ id, entries });
  }

  applyParts(): void {
    for (const { id, entries } of this.#parts) {
      const definition = { kind: 'definition', of: this.#kind, id } as const;
      applyElements(this.#draft, this.#source, entries, (key) => partSpots(this.#draft, definition, key));
    }
  }

  /** Puts the definition into the draft; gives what is said of its listed parts beyond the parts themselves. */
  #listed(id: string, read: WrittenDefinition, path: Path): readonly ElementEntry[] {
    const list = 'fields' in read ? read.fields : 'components' in read ? read.components : undefined;
    if (list === undefined && !('varies' in read) && !this.#isPrimitive(read)) {
      this.#inherit(id, read, path);
      return [];
    }
    const parts = (list ?? []).map((part, index) => this.#part(part, index + 1, [...path, this.#listKey(), index]));
    this.#put(id, read, parts, path);
    return (list ?? [])
      .map((part, index) => ({
        key: String(index + 1),
        written: rulesOf(part),
        path: [...path, this.#listKey(), index],
      }))
      .filter(({ written }) => Object.keys(written).length > 0);
  }

  #listKey(): string {
    return this.#kind === 'segment' ? 'fields' : 'components';
  }

  /** Something new without parts: a primitive data type. */
  #isPrimitive(read: WrittenDefinition): boolean {
    return this.#kind === 'datatype' && read.extends === undefined && read.elements === undefined;
  }

  /** A flavour of what it extends, or a change to what has that id already. */
  #inherit(id: string, read: WrittenDefinition, path: Path): void {
    const draft = this.#draft;
    const from = read.extends ?? id;
    const isKnown = this.#kind === 'segment' ? ensureSegment(draft, from) : ensureDatatype(draft, from);
    if (!isKnown) {
      const what = `there is no ${this.#kind === 'segment' ? 'segment' : 'data type'} ${from}`;
      this.#source.errorAtKey(
        path,
        `dangling-${this.#kind}`,
        what,
        `list its ${this.#listKey()}:, or extend one that exists`,
      );
      return;
    }
    const own = draft[this.#kind === 'segment' ? 'segments' : 'datatypes'].get(from);
    const said = { ...(read.name && { name: read.name }), ...(read.text !== undefined && { description: read.text }) };
    if (own === undefined) return;
    if ('fields' in own) draft.segments.set(id, { ...own, ...said, id });
    else draft.datatypes.set(id, { ...own, ...said, id });
    if (from !== id) copyRules(draft, this.#kind, from, id);
  }

  #put(id: string, read: WrittenDefinition, parts: readonly ElementDefinition[], path: Path): void {
    const common = {
      id,
      name: read.name ?? id,
      description: read.text ?? id,
      ...(read.version !== undefined && { version: read.version }),
      place: this.#source.keyPlace(path),
    };
    this.#forget(id);
    if (this.#kind === 'segment') {
      this.#draft.segments.set(id, {
        ...common,
        fields: parts,
        mappings: this.#mappings(read, path),
      } satisfies SegmentDefinition);
      return;
    }
    const varies = 'varies' in read && read.varies === true;
    this.#draft.datatypes.set(id, {
      ...common,
      components: parts,
      ...(varies && { varies }),
    } satisfies DatatypeDefinition);
  }

  /** A definition that is written anew has none of the rules of the one that had its id. */
  #forget(id: string): void {
    const isOf = ({ on }: Attached<unknown>): boolean => on.kind === this.#kind && on.by === 'id' && on.value === id;
    const { statements, predicates, keyed, bindings, singleCodes } = this.#draft.rules;
    for (const list of [statements, predicates, keyed, bindings, singleCodes] as Attached<unknown>[][]) {
      list.splice(0, list.length, ...list.filter((rule) => !isOf(rule)));
    }
  }

  #mappings(read: WrittenDefinition, path: Path) {
    const written = 'mappings' in read ? (read.mappings ?? []) : [];
    return written.flatMap((one, index) => {
      const { position, ...rest } = isPlainMap(one) ? one : {};
      const where = [...path, 'mappings', index];
      return readMapping(this.#draft, this.#source, rest, where, Number(position)) ?? [];
    });
  }

  #part(part: WrittenPart, position: number, path: Path): ElementDefinition {
    const start: ElementDefinition = {
      position,
      name: part.name,
      usage: 'O',
      datatype: part.datatype,
      ...(this.#kind === 'segment' && { cardinality: { min: 0, max: 1 } }),
      minLength: 1,
      maxLength: Number.POSITIVE_INFINITY,
    };
    // Types that stand further down in the file are there once all parts are applied.
    if (this.#kind === 'segment' || !Object.hasOwn(this.#written, part.datatype)) this.#ensure(part, path);
    return changedElement(start, part, this.#source.place(path));
  }

  #ensure(part: WrittenPart, path: Path): void {
    if (ensureDatatype(this.#draft, part.datatype)) return;
    const remedy = `define it under datatypes:, or name one of HL7 ${this.#draft.heading.hl7Version}`;
    this.#source.error([...path, 'datatype'], 'dangling-datatype', `there is no data type ${part.datatype}`, remedy);
  }

  #elements(read: WrittenDefinition, path: Path): readonly ElementEntry[] {
    return Object.entries(read.elements ?? {}).flatMap(([key, value]) => {
      const where = [...path, 'elements', key];
      const written = this.#source.read(element, value, where);
      return written === undefined ? [] : [{ key, written, path: where }];
    });
  }
}

/** What is left to do for a listed part once it is there. */
function rulesOf({ values, code, mapping, when, must, requirement, usage }: WrittenPart): ElementEntry['written'] {
  const needsUsage = when !== undefined && usage !== undefined;
  return {
    ...(values !== undefined && { values }),
    ...(code !== undefined && { code }),
    ...(mapping !== undefined && { mapping }),
    ...(when !== undefined && { when }),
    ...(must !== undefined && { must }),
    ...(requirement !== undefined && { requirement }),
    ...(needsUsage && { usage }),
  };
}
