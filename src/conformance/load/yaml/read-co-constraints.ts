import { z } from 'zod';
import type {
  CoConstraint,
  CoConstraintCell,
  CoConstraintContext,
  CoConstraintTable,
} from '../../model/co-constraint.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { ValueSetBinding } from '../../model/value-set.js';
import { isKnownSet, unknownSet } from './bind-values.js';
import {
  contextShape,
  type WrittenCell,
  type WrittenContext,
  type WrittenRow,
  type WrittenTable,
} from './co-constraint-shapes.js';
import { locationsOf } from './code-locations.js';
import type { DraftMessage, DraftNode } from './draft/draft-node.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { nodesNamed, type Spot, spotOf } from './draft/spot.js';
import { readElementPath } from './element-path.js';
import { readAssertion } from './read-assertion.js';
import { judgeRule } from './rule-context.js';
import type { Path, YamlSource } from './yaml-source.js';

/** What stands under `coConstraints:`; comes to the inherited ones. */
export function readCoConstraints(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  const list = source.read(z.array(z.unknown()), value, ['coConstraints']) ?? [];
  list.forEach((one, index) => {
    const path: Path = ['coConstraints', index];
    const read = source.read(contextShape, one, path);
    if (read === undefined) return;
    for (const message of messagesOf(draft, source, read, path)) {
      const context = new ContextReader(draft, source, message).read(read, path);
      if (context !== undefined) draft.coConstraints.push(context);
    }
  });
}

function messagesOf(
  draft: ProfileDraft,
  source: YamlSource,
  read: WrittenContext,
  path: Path,
): readonly DraftMessage[] {
  if (read.message === undefined) return draft.messages;
  const found = draft.messages.filter(({ definition }) => definition.id === read.message);
  if (found.length === 0) {
    const known = draft.messages.map(({ definition }) => definition.id).join(', ');
    source.error([...path, 'message'], 'dangling-message', `there is no message ${read.message}`, `there are ${known}`);
  }
  return found;
}

class ContextReader {
  readonly #draft: ProfileDraft;
  readonly #source: YamlSource;
  readonly #message: DraftMessage;
  /** The segment that the tables are about. */
  #segment: Spot = [];
  /** The group around it, in which conditions are judged. */
  #group: Spot = [];

  constructor(draft: ProfileDraft, source: YamlSource, message: DraftMessage) {
    this.#draft = draft;
    this.#source = source;
    this.#message = message;
  }

  read(written: WrittenContext, path: Path): CoConstraintContext | undefined {
    const places = this.#places(written, path);
    if (places === undefined) return undefined;
    const { tables, condition, groupBy, rows, groups } = written;
    const own: WrittenTable = { groupBy, rows, groups, ...(condition && { condition }) };
    const list = tables?.map((table, index) => this.#table(table, [...path, 'tables', index])) ?? [];
    const hasOwn = rows.length > 0 || groups.length > 0 || tables === undefined;
    return {
      message: this.#message.definition.id,
      ...places,
      tables: [...list, ...(hasOwn ? [this.#table(own, path)] : [])],
      place: this.#source.place(path),
    };
  }

  /** Context and segment, each by name or by positions. */
  #places(written: WrittenContext, path: Path) {
    const { context, segment, contextName, segmentName } = written;
    const root = spotOf(this.#message);
    const group =
      readProfilePath(context) === undefined ? this.#named(context, this.#message, [...path, 'context']) : root;
    if (group === undefined) return undefined;
    const inside = group.at(-1);
    const scope = inside?.kind === 'structure' ? inside.node : this.#message;
    const found = readProfilePath(segment) === undefined ? this.#named(segment, scope, [...path, 'segment']) : group;
    if (found === undefined) return undefined;
    this.#group = group;
    this.#segment = found;
    return {
      contextName: contextName ?? context,
      contextPath: this.#way(root, group, context),
      segmentName: segmentName ?? lastName(segment),
      segmentPath: this.#way(group, found, segment),
    };
  }

  #named(text: string, scope: DraftMessage | DraftNode, path: Path): Spot | undefined {
    const names = readElementPath(text)?.names ?? [];
    const found = nodesNamed(this.#draft, names, scope);
    const [only] = found;
    if (only !== undefined && found.length === 1) return spotOf(only);
    const what = found.length === 0 ? `there is no ${text} here` : `${text} stands at ${found.length} places`;
    this.#source.error(
      path,
      'unknown-element',
      what,
      'name the group, and the segment below it: ORDER, OBSERVATION.OBX',
    );
    return undefined;
  }

  /** Positions from one place to another; those that were written, where they were. */
  #way(from: Spot, to: Spot, written: string): string {
    if (readProfilePath(written) !== undefined) return written;
    const judged = judgeRule(this.#draft, { kind: 'presence', path: '.' }, to, { isPredicate: false, context: from });
    return 'what' in judged ? '.' : judged.target;
  }

  #table({ condition, groupBy, rows, groups }: WrittenTable, path: Path): CoConstraintTable {
    const assertion = condition && readAssertion(this.#source, condition.assert, [...path, 'condition', 'assert']);
    const judged =
      assertion && judgeRule(this.#draft, assertion, this.#group, { isPredicate: false, context: this.#group });
    if (judged && 'what' in judged) this.#source.error([...path, 'condition'], 'rule-path', judged.what, judged.remedy);
    return {
      ...(condition &&
        judged &&
        'assertion' in judged && {
          condition: { description: condition.text, assertion: judged.assertion },
        }),
      groupIds: groupBy.map(({ path: at, name, priority }, index) => ({
        priority: priority ?? index + 1,
        path: this.#position(at, [...path, 'groupBy', index]),
        name: name ?? at,
      })),
      rows: rows.map((row, index) => this.#row(row, [...path, 'rows', index])),
      groups: groups.map(({ primary, others, cardinality, ...group }, index) => ({
        ...group,
        cardinality: cardinality ?? { min: 0, max: Number.POSITIVE_INFINITY },
        primary: this.#row(primary, [...path, 'groups', index, 'primary']),
        others: others.map((row, number) => this.#row(row, [...path, 'groups', index, 'others', number])),
        place: this.#source.place([...path, 'groups', index]),
      })),
    };
  }

  #row({ usage, cardinality, if: selectors, then }: WrittenRow, path: Path): CoConstraint {
    return {
      usage,
      cardinality: cardinality ?? { min: usage === 'R' ? 1 : 0, max: Number.POSITIVE_INFINITY },
      selectors: selectors.flatMap((cell, index) => this.#cell(cell, [...path, 'if', index])),
      constraints: then.flatMap((cell, index) => this.#cell(cell, [...path, 'then', index])),
      place: this.#source.place(path),
    };
  }

  #cell(written: WrittenCell, path: Path): readonly CoConstraintCell[] {
    const { text, code, values, system = '' } = written;
    const common = { path: this.#position(written.path, [...path, 'path']), name: written.name ?? written.path };
    if ([text, code, values].filter((one) => one !== undefined).length !== 1) {
      this.#source.error(
        path,
        'cell-unclear',
        'a cell has exactly one of text:, code:, values:',
        'make several cells of it',
      );
      return [];
    }
    if (text !== undefined) return [{ kind: 'plain-text', ...common, value: text }];
    if (code !== undefined) return [{ kind: 'code', ...common, code, system, locations: codeLocations(written) }];
    const bindings = (values ?? []).flatMap((_, index) => this.#binding(written, index, [...path, 'values']));
    return [{ kind: 'value-set', ...common, bindings }];
  }

  #binding(cell: WrittenCell, index: number, path: Path): readonly ValueSetBinding[] {
    const { target = '.', set, sets = [], codes = [], strength, at, locations } = cell.values?.[index] ?? {};
    const ids = [...(set === undefined ? [] : [set]), ...sets];
    if (codes.length > 0) {
      const id = `${cell.path} (${this.#draft.coConstraints.length + 1}.${path.join('.')})`;
      const facts = { stability: 'Static', extensibility: 'Closed', contentDefinition: 'Extensional' } as const;
      this.#draft.valueSets.set(id, { id, name: `Codes of ${cell.path}`, ...facts, codes });
      ids.push(id);
    }
    for (const id of ids.filter((one) => !isKnownSet(this.#draft, one))) {
      const { what, remedy } = unknownSet(this.#draft, id);
      this.#source.warning(path, 'dangling-value-set', what, remedy);
    }
    const found = locationsOf(at, locations);
    return [
      {
        target,
        ...(strength !== undefined && strength !== 'none' && { strength }),
        locations: locations !== undefined || found.length > 0 ? found : [{ code: '1[1]' }],
        sets: ids,
      },
    ];
  }

  /** From the segment. */
  #position(text: string, path: Path): string {
    if (readProfilePath(text) !== undefined) return text;
    const judged = judgeRule(
      this.#draft,
      { kind: 'value-set', path: text, valueSet: '', locations: [] },
      this.#segment,
      {
        isPredicate: false,
        context: this.#segment,
      },
    );
    if (!('what' in judged) && judged.assertion.kind === 'value-set') return judged.assertion.path;
    const { what, remedy } = 'what' in judged ? judged : { what: `"${text}" is no path`, remedy: 'write OBX-3' };
    this.#source.error(path, 'rule-path', what, remedy);
    return text;
  }
}

function codeLocations({ at, locations }: WrittenCell) {
  if (locations !== undefined) return locations;
  return locationsOf(at ?? [1], undefined).map((location) => ({
    position: Number.parseInt(location.code, 10),
    ...location,
  }));
}

function lastName(text: string): string {
  return text.slice(text.lastIndexOf('.') + 1);
}
