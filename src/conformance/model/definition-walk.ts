import type { Profile } from './profile.js';
import type { ProfilePath, ProfileStep } from './profile-path.js';
import type { Attachment } from './rule.js';
import type {
  DatatypeDefinition,
  ElementDefinition,
  MessageDefinition,
  SegmentDefinition,
  StructureNode,
} from './structure.js';

/** A definition in which a path may stand, or to which one leads. */
export type Place =
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'group'; readonly group: Extract<StructureNode, { readonly kind: 'group' }> }
  | { readonly kind: 'segment'; readonly segment: SegmentDefinition; readonly node?: StructureNode }
  | { readonly kind: 'part'; readonly element: ElementDefinition; readonly datatype?: DatatypeDefinition }
  | { readonly kind: 'datatype'; readonly datatype: DatatypeDefinition };

/**
 * Where a path leads: to one place, or to several where it goes through a choice. `open`: a message decides, since another
 * field tells the type. `missing`: no such position; `below-simple`: the step before is a simple value.
 */
export type Walk =
  | { readonly kind: 'reached'; readonly places: readonly Place[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'missing' | 'below-simple'; readonly at: Place; readonly step: ProfileStep };

/** The definitions of a profile as paths go through them. */
export class DefinitionWalk {
  readonly #profile: Profile;
  readonly #groups = new Map<string, Extract<StructureNode, { readonly kind: 'group' }>[]>();

  constructor(profile: Profile) {
    this.#profile = profile;
    for (const { children } of profile.messages) this.#collect(children);
  }

  /** The definitions to which a rule is attached. A rule on groups may mean a message. */
  starts({ kind, by, value }: Attachment): readonly Place[] {
    const isMeant = ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
      (by === 'id' ? id : name) === value;
    const { messages, segments, datatypes } = this.#profile;
    switch (kind) {
      case 'segment':
        return [...segments.values()].filter(isMeant).map((segment) => ({ kind: 'segment', segment }));
      case 'datatype':
        return [...datatypes.values()].filter(isMeant).map((datatype) => ({ kind: 'datatype', datatype }));
      default: {
        const groups = kind === 'group' ? [...this.#groups.values()].flat().filter(isMeant) : [];
        const whole = messages.filter(({ id, structure }) => isMeant({ id, name: structure }));
        return [
          ...groups.map((group): Place => ({ kind: 'group', group })),
          ...whole.map((message): Place => ({ kind: 'message', message })),
        ];
      }
    }
  }

  walk(from: Place, path: ProfilePath): Walk {
    let places: readonly Place[] = [from];
    for (const step of path) {
      const below = places.map((place) => this.#below(place, step));
      const reached = below.flatMap((one) => (one.kind === 'reached' ? one.places : []));
      const failed = below.find(({ kind }) => kind !== 'reached');
      // Through a choice it is enough that one alternative goes on.
      if (reached.length === 0) return failed ?? { kind: 'missing', at: from, step };
      places = reached;
    }
    return { kind: 'reached', places };
  }

  #below(place: Place, step: ProfileStep): Walk {
    switch (place.kind) {
      case 'message':
        return this.#child(place, place.message.children, step);
      case 'group':
        return this.#child(place, place.group.children, step);
      case 'segment':
        return this.#field(place, place.segment, step);
      default:
        return this.#component(place, place.datatype, step);
    }
  }

  #child(at: Place, children: readonly StructureNode[], step: ProfileStep): Walk {
    const nodes = children.filter(({ position }) => position === step.position);
    const places = nodes.flatMap((node) => this.#placesOf(node));
    return places.length === 0 ? { kind: 'missing', at, step } : { kind: 'reached', places };
  }

  #placesOf(node: StructureNode): readonly Place[] {
    if (node.kind === 'group') return [{ kind: 'group', group: node }];
    if (node.kind === 'choice') return node.alternatives.flatMap((one) => this.#placesOf(one));
    const segment = this.#profile.segments.get(node.ref);
    return segment === undefined ? [] : [{ kind: 'segment', segment, node }];
  }

  #field(at: Place, segment: SegmentDefinition, step: ProfileStep): Walk {
    const element = segment.fields.find(({ position }) => position === step.position);
    if (element === undefined) return { kind: 'missing', at, step };
    const isMapped = segment.mappings.some(({ position }) => position === step.position);
    return { kind: 'reached', places: [isMapped ? { kind: 'part', element } : this.#part(element)] };
  }

  #component(at: Place, datatype: DatatypeDefinition | undefined, step: ProfileStep): Walk {
    if (datatype === undefined || datatype.varies === true) return { kind: 'open' };
    if (datatype.components.length === 0) return { kind: 'below-simple', at, step };
    const element = datatype.components.find(({ position }) => position === step.position);
    return element === undefined ? { kind: 'missing', at, step } : { kind: 'reached', places: [this.#part(element)] };
  }

  #part(element: ElementDefinition): Place {
    const datatype = this.#profile.datatypes.get(element.datatype);
    return { kind: 'part', element, ...(datatype && { datatype }) };
  }

  #collect(nodes: readonly StructureNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'choice') this.#collect(node.alternatives);
      if (node.kind !== 'group') continue;
      this.#groups.set(node.id, [...(this.#groups.get(node.id) ?? []), node]);
      this.#collect(node.children);
    }
  }
}

/** What is said of an element in its place: usage and the rest. A message and a definition are in none. */
export function elementOf(place: Place): ElementDefinition | StructureNode | undefined {
  if (place.kind === 'part') return place.element;
  if (place.kind === 'group') return place.group;
  return place.kind === 'segment' ? place.node : undefined;
}
