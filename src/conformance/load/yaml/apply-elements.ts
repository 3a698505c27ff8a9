import { addNodes } from './add-nodes.js';
import { changedElement, changeNode } from './apply-element.js';
import { bindingOf } from './bind-values.js';
import { locationsOf } from './code-locations.js';
import { keepingPlaces } from './draft/keep-places.js';
import { liftRules } from './draft/lift-rules.js';
import { elementsOf, type Owner, ownDefinitions, replaceElement } from './draft/own-definitions.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { innerOf, type Spot, spotOf } from './draft/spot.js';
import { firstSimple } from './draft/spot-definition.js';
import { ensureDatatype, ensureSegment } from './draft/standard-parts.js';
import type { WrittenElement } from './element-shape.js';
import { elementSpots } from './element-spots.js';
import { placeCondition, placeStatements, type RuleSubject } from './place-rules.js';
import { readMapping } from './read-mapping.js';
import { readCondition, readStatements } from './read-rules.js';
import { readValues } from './read-values.js';
import type { Unresolved } from './resolve-path.js';
import type { Path, YamlSource } from './yaml-source.js';

/** One key of `elements:` with what is written about it. */
export interface ElementEntry {
  readonly key: string;
  readonly written: WrittenElement;
  readonly path: Path;
}

/** Where the elements of entries are. */
export type FindSpots = (
  key: string,
) => readonly ({ readonly name: string; readonly spots: readonly Spot[] } | Unresolved)[];

/**
 * Applies entries to the draft: first what is added and what gets another type, then everything about the elements
 * themselves, at last the rules, which may name any of them.
 */
export function applyElements(
  draft: ProfileDraft,
  source: YamlSource,
  entries: readonly ElementEntry[],
  find: FindSpots = (key) => elementSpots(draft, key),
): void {
  new ElementApplication(draft, source, find).apply(entries);
}

class ElementApplication {
  readonly #draft: ProfileDraft;
  readonly #source: YamlSource;
  readonly #find: FindSpots;
  /** Places that entries of this profile have added. */
  readonly #added = new Map<ElementEntry, readonly Spot[]>();

  constructor(draft: ProfileDraft, source: YamlSource, find: FindSpots) {
    this.#draft = draft;
    this.#source = source;
    this.#find = find;
  }

  apply(entries: readonly ElementEntry[]): void {
    this.#addAll(entries.filter(({ written: { after, before } }) => after !== undefined || before !== undefined));
    for (const entry of entries) this.#retype(entry);
    for (const entry of entries) this.#each(entry, true, (spots, name) => this.#change(entry, spots, name));
    for (const entry of entries) this.#each(entry, false, (spots, name) => this.#rule(entry, spots, name));
  }

  #each(entry: ElementEntry, tells: boolean, act: (spots: readonly Spot[], name: string) => void): void {
    const added = this.#added.get(entry);
    if (added !== undefined) {
      act(added, entry.key);
      return;
    }
    for (const found of this.#find(entry.key)) {
      if ('spots' in found) act(found.spots, found.name);
      else if (tells) this.#source.errorAtKey(entry.path, 'unknown-element', found.what, found.remedy);
    }
  }

  #addAll(entries: readonly ElementEntry[]): void {
    if (entries.length === 0) return;
    keepingPlaces(this.#draft, () => {
      for (const entry of entries) this.#add(entry);
    });
  }

  #add(entry: ElementEntry): void {
    const added = addNodes(this.#draft, entry.key, entry.written);
    if ('what' in added) this.#source.errorAtKey(entry.path, 'unknown-element', added.what, added.remedy);
    this.#added.set(entry, 'what' in added ? [] : added.map(spotOf));
  }

  #retype(entry: ElementEntry): void {
    const { datatype, segment } = entry.written;
    const hasType = datatype !== undefined && ensureDatatype(this.#draft, datatype);
    const hasSegment = segment !== undefined && ensureSegment(this.#draft, segment);
    if (datatype !== undefined && !hasType) this.#unknown(entry, 'datatype', datatype);
    if (segment !== undefined && !hasSegment) this.#unknown(entry, 'segment', segment);
    if (!hasType && !hasSegment) return;
    this.#each(entry, false, (spots) => {
      if (innerOf(spots[0] ?? []).length === 0 && hasSegment) this.#changeNodes(spots, { segment }, entry.path);
      if (hasType) this.#changeParts(spots, { datatype }, entry.path);
    });
  }

  #unknown({ path }: ElementEntry, kind: 'datatype' | 'segment', id: string): void {
    const what = `there is no ${kind === 'datatype' ? 'data type' : 'segment'} ${id}`;
    const remedy = `define it under ${kind}s:, or name one of HL7 ${this.#draft.heading.hl7Version}`;
    this.#source.error([...path, kind], `dangling-${kind}`, what, remedy);
  }

  #change(entry: ElementEntry, spots: readonly Spot[], name: string): void {
    // The types are there already, and may have become flavours since.
    const { datatype: _, segment: __, ...written } = entry.written;
    if (innerOf(spots[0] ?? []).length > 0) {
      this.#changeParts(spots, written, entry.path);
      this.#bind(entry, spots, name);
      this.#map(entry, spots);
      return;
    }
    const misplaced = (['length', 'confLength', 'constant', 'values', 'code', 'mapping', 'datatype'] as const).filter(
      (key) => entry.written[key] !== undefined,
    );
    for (const key of misplaced) {
      const remedy = 'say it of a field or component, PID-3 or PID-3.1';
      this.#source.errorAtKey([...entry.path, key], 'not-for-segments', `a segment or group has no ${key}`, remedy);
    }
    this.#changeNodes(spots, written, entry.path);
  }

  #changeNodes(spots: readonly Spot[], written: WrittenElement, path: Path): void {
    const place = this.#source.keyPlace(path);
    for (const spot of spots) {
      const last = spot.at(-1);
      if (last?.kind === 'structure' && last.node.kind !== 'message') changeNode(last.node, written, place);
    }
  }

  #changeParts(spots: readonly Spot[], written: WrittenElement, path: Path): void {
    const place = this.#source.keyPlace(path);
    const { constant, ...rest } = written;
    for (const { owner, position } of this.#owners(spots)) {
      replaceElement(this.#draft, owner, position, (element) => changedElement(element, rest, place));
    }
    if (constant === undefined) return;
    // What is constant is a simple value: of a composite its first component.
    const simple = spots.map((spot) => [...spot, ...firstSimple(this.#draft, spot)]);
    for (const { owner, position } of this.#owners(simple)) {
      replaceElement(this.#draft, owner, position, (element) => changedElement(element, { constant }, place));
    }
  }

  #owners(spots: readonly Spot[]): readonly { readonly owner: Owner; readonly position: number }[] {
    const inner = innerOf(spots[0] ?? []);
    const position = inner.at(-1);
    if (position === undefined) return [];
    return ownDefinitions(this.#draft, spots, inner.slice(0, -1)).map((owner) => ({ owner, position }));
  }

  #bind({ written, path }: ElementEntry, spots: readonly Spot[], name: string): void {
    const draft = this.#draft;
    const { requirement, code } = written;
    const values =
      written.values === undefined ? undefined : readValues(this.#source, written.values, [...path, 'values']);
    if (values === undefined && code === undefined) return;
    liftRules(draft, spots, [...(values ? (['bindings'] as const) : []), ...(code ? (['singleCodes'] as const) : [])]);
    for (const { owner, position } of this.#owners(spots)) {
      const on = { kind: owner.kind, by: 'id', value: owner.id } as const;
      const datatype = elementsOf(draft, owner).find((one) => one.position === position)?.datatype ?? '';
      if (values !== undefined && values !== 'any') {
        const where = { name, datatype, position, ...(requirement !== undefined && { requirement }) };
        const rule = bindingOf(draft, values, where);
        if ('what' in rule) this.#source.error([...path, 'values'], 'dangling-value-set', rule.what, rule.remedy);
        else draft.rules.bindings.push({ on, rule: { ...rule, place: this.#source.place([...path, 'values']) } });
      }
      if (code !== undefined) {
        const { is, system, at, locations } = code;
        const found = locationsOf(at, locations);
        const simple = [{ code: draft.datatypes.get(datatype)?.components.length ? '1[1]' : '.' }];
        const place = this.#source.place([...path, 'code']);
        const rule = {
          target: `${position}[*]`,
          code: is,
          system,
          locations: found.length > 0 ? found : simple,
          place,
        };
        draft.rules.singleCodes.push({ on, rule });
      }
    }
  }

  #map({ written, path }: ElementEntry, spots: readonly Spot[]): void {
    if (written.mapping === undefined) return;
    for (const { owner, position } of this.#owners(spots)) {
      const segment = this.#draft.segments.get(owner.id);
      if (owner.kind !== 'segment' || segment === undefined) continue;
      const mapping = readMapping(this.#draft, this.#source, written.mapping, [...path, 'mapping'], position);
      if (mapping === undefined) continue;
      const others = segment.mappings.filter((one) => one.position !== position);
      this.#draft.segments.set(segment.id, { ...segment, mappings: [...others, mapping] });
    }
  }

  #rule({ written, path }: ElementEntry, spots: readonly Spot[], name: string): void {
    const { requirement } = written;
    const subject: RuleSubject = { name, spots, ...(requirement !== undefined && { requirement }) };
    if (written.must !== undefined) {
      const statements = readStatements(this.#source, written.must, [...path, 'must']);
      placeStatements(this.#draft, this.#source, statements, subject);
    }
    if (written.when !== undefined) this.#condition(written, path, subject);
    else if (written.usage !== undefined) liftRules(this.#draft, spots, ['predicates']);
  }

  #condition(written: WrittenElement, path: Path, subject: RuleSubject): void {
    const condition = readCondition(this.#source, written.when, [...path, 'when']);
    const outcome = written.usage?.outcome;
    if (outcome === undefined) {
      const remedy = 'write usage: C(R/X): what it is where the condition holds, and where it does not';
      this.#source.errorAtKey(
        [...path, 'when'],
        'condition-without-outcome',
        'when: needs a conditional usage',
        remedy,
      );
      return;
    }
    liftRules(this.#draft, subject.spots, ['predicates']);
    if (condition !== undefined) placeCondition(this.#draft, this.#source, condition, outcome, subject);
  }
}
