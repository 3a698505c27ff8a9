import { never } from '../../base/never.js';
import type { Profile } from '../model/profile.js';
import type { Attachment } from '../model/rule.js';
import { type Above, RulesByPlace } from '../model/rules-by-place.js';
import type { ElementDefinition, MessageDefinition, StructureNode } from '../model/structure.js';
import type { NameOfPath } from '../wording/assertion-words.js';
import { pathNames, shortName } from '../wording/path-names.js';
import type { ViewElsewhere, ViewMessage, ViewNode, ViewRule, ViewSegment } from './view-node.js';
import {
  lengthText,
  mappingText,
  rangeText,
  usageText,
  viewBinding,
  viewPredicate,
  viewStatement,
} from './view-texts.js';

/** The messages of a profile as trees of elements, each with all that holds in its place. */
export function viewMessages(profile: Profile): readonly ViewMessage[] {
  const viewer = new Viewer(profile);
  return profile.messages.map((message) => viewer.message(message));
}

/** A definition on the way, and how paths that start there are called. */
interface Step extends Above {
  readonly names: NameOfPath;
}

/**
 * The segment definitions that messages use, each once with what holds in it wherever it stands; what a message or group says of
 * its elements is not in it.
 */
export function viewSegments(profile: Profile): readonly ViewSegment[] {
  const viewer = new Viewer(profile);
  const ids = new Set(profile.messages.flatMap(({ children }) => segmentsIn(children)));
  return [...ids].flatMap((id) => viewer.segment(id) ?? []);
}

function groupsIn(nodes: readonly StructureNode[]): readonly Extract<StructureNode, { readonly kind: 'group' }>[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsIn(node.children)] : []));
}

function segmentsIn(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return [node.ref];
    return segmentsIn(node.kind === 'group' ? node.children : node.alternatives);
  });
}

/** Where an element stands. */
interface Standing {
  readonly path: string;
  readonly way: readonly Step[];
}

/** No data type lies deeper than a subcomponent's own. */
const DEEPEST = 4;

class Viewer {
  readonly #profile: Profile;
  readonly #rules: RulesByPlace;

  constructor(profile: Profile) {
    this.#profile = profile;
    this.#rules = new RulesByPlace(profile);
  }

  message(message: MessageDefinition): ViewMessage {
    const { id, type, event, structure, name, description, children } = message;
    const names = pathNames(this.#profile, { kind: 'nodes', nodes: children, label: structure });
    return {
      id,
      event: [type, event, structure].filter((part) => part !== '').join('^'),
      title: description || name || '',
      statements: this.#statements('message', id, structure, names),
      elsewhere: this.#elsewhere(message, names),
      children: children.map((node) =>
        this.#node(node, { path: '', way: [{ kind: 'message', id, name: structure, position: node.position, names }] }),
      ),
    };
  }

  segment(id: string): ViewSegment | undefined {
    const segment = this.#profile.segments.get(id);
    if (segment === undefined) return undefined;
    const { name, description } = segment;
    const names = pathNames(this.#profile, { kind: 'segment', label: name });
    return {
      id,
      name,
      title: description,
      statements: this.#statements('segment', id, name, names),
      fields: this.#fields(id, { path: id, way: [] }),
    };
  }

  #node(node: StructureNode, at: Standing): ViewNode {
    const { label, title } = this.#nodeName(node);
    const path = at.path === '' ? label : `${at.path}.${label}`;
    const own = this.#ownStatements(node, label);
    const { description, requirement } = node;
    return {
      kind: node.kind,
      ...(node.kind === 'segment' && { segment: node.ref }),
      label,
      path,
      title,
      usage: usageText(node),
      cardinality: rangeText(node.cardinality),
      length: '',
      datatype: '',
      bindings: [],
      ...this.#condition(at.way),
      statements: own,
      ...(description !== undefined && { text: description }),
      ...(requirement !== undefined && { requirement }),
      examples: [],
      children: () => this.#childrenOf(node, { path, way: at.way }),
    };
  }

  /** Conditions that the message or a group of it states about elements inside segments. */
  #elsewhere({ id, structure, children }: MessageDefinition, names: NameOfPath): readonly ViewElsewhere[] {
    const groups = groupsIn(children).map((group) => ({
      ...group,
      kind: 'group' as const,
      names: pathNames(this.#profile, { kind: 'nodes', nodes: group.children, label: group.name }),
    }));
    const around = [{ kind: 'message' as const, id, name: structure, names }, ...groups];
    return around.flatMap(({ kind, id: own, name, names: called }) =>
      this.#rules
        .predicates(kind, own, name)
        .filter(({ target }) => /-/.test(called(target)))
        .map((rule) => ({ element: called(rule.target), condition: viewPredicate(rule, called) })),
    );
  }

  #nodeName(node: StructureNode): { readonly label: string; readonly title: string } {
    if (node.kind !== 'segment') return { label: shortName(node.name), title: '' };
    const segment = this.#profile.segments.get(node.ref);
    return { label: segment?.name ?? node.ref, title: segment?.description ?? '' };
  }

  #ownStatements(node: StructureNode, label: string): readonly ViewRule[] {
    switch (node.kind) {
      case 'segment': {
        const names = pathNames(this.#profile, { kind: 'segment', label });
        return this.#statements('segment', node.ref, this.#profile.segments.get(node.ref)?.name ?? '', names);
      }
      case 'group': {
        const names = pathNames(this.#profile, { kind: 'nodes', nodes: node.children, label });
        return this.#statements('group', node.id, node.name, names);
      }
      case 'choice':
        return [];
      default:
        return never(node);
    }
  }

  #childrenOf(node: StructureNode, at: Standing): readonly ViewNode[] {
    if (node.kind === 'segment') return this.#fields(node.ref, at);
    if (node.kind === 'choice') return node.alternatives.map((one) => this.#node(one, at));
    const names = pathNames(this.#profile, { kind: 'nodes', nodes: node.children, label: node.name });
    return node.children.map((child) => {
      const step: Step = { kind: 'group', id: node.id, name: node.name, position: child.position, names };
      return this.#node(child, { path: at.path, way: [...at.way, step] });
    });
  }

  #fields(id: string, at: Standing): readonly ViewNode[] {
    const segment = this.#profile.segments.get(id);
    if (segment === undefined) return [];
    const names = pathNames(this.#profile, { kind: 'segment', label: segment.name });
    return segment.fields.map((field) => {
      const label = `${segment.name}-${field.position}`;
      const step: Step = { kind: 'segment', id, name: segment.name, position: field.position, names };
      const standing = { path: `${at.path}-${field.position}`, way: [...at.way, step] };
      const mapping = mappingText(segment, field);
      return { ...this.#part('field', field, label, standing), ...(mapping !== undefined && { mapping }) };
    });
  }

  #part(kind: 'field' | 'component', element: ElementDefinition, label: string, at: Standing): ViewNode {
    const datatype = this.#profile.datatypes.get(element.datatype);
    const inner = pathNames(this.#profile, { kind: 'part', label });
    const { constant, description, requirement, examples = [], cardinality } = element;
    const [single] = this.#rules.singleCodes(at.way);
    return {
      kind,
      label,
      path: at.path,
      title: element.name,
      usage: usageText(element),
      cardinality: cardinality === undefined ? '' : rangeText(cardinality),
      length: lengthText(element),
      datatype: datatype?.name ?? element.datatype,
      ...(constant !== undefined && { constant }),
      bindings: this.#rules.bindings(at.way).map(viewBinding),
      ...(single !== undefined && {
        singleCode: single.system === '' ? single.code : `${single.code} (${single.system})`,
      }),
      ...this.#condition(at.way),
      statements: this.#statements('datatype', element.datatype, datatype?.name ?? '', inner),
      ...(description !== undefined && { text: description }),
      ...(requirement !== undefined && { requirement }),
      examples,
      children: () => this.#components(element.datatype, label, at, inner),
    };
  }

  #components(id: string, label: string, at: Standing, names: NameOfPath): readonly ViewNode[] {
    const datatype = this.#profile.datatypes.get(id);
    if (datatype === undefined || at.way.filter(({ kind }) => kind === 'datatype').length >= DEEPEST) return [];
    return datatype.components.map((component) => {
      const step: Step = { kind: 'datatype', id, name: datatype.name, position: component.position, names };
      const standing = { path: `${at.path}.${component.position}`, way: [...at.way, step] };
      return this.#part('component', component, `${label}.${component.position}`, standing);
    });
  }

  #condition(way: readonly Step[]): { readonly condition?: ViewRule } {
    const found = this.#rules.predicate(way);
    return found === undefined ? {} : { condition: viewPredicate(found.rule, found.at.names) };
  }

  #statements(kind: Attachment['kind'], id: string, name: string, names: NameOfPath): readonly ViewRule[] {
    return this.#rules.statements(kind, id, name).map((statement) => viewStatement(statement, names));
  }
}
