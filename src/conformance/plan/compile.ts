import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { MessageDefinition } from '../model/structure.js';
import { compileBindings, compileCoConstraints } from './compile-bindings.js';
import { compileMessage } from './compile-group.js';
import { compileOrderIndifferent, compileRules } from './compile-rules.js';
import { decidedElements } from './decided-elements.js';
import type { DefinitionPlan, ElementPlan, PlanHeading, ValidationPlan } from './plan.js';
import { type PlanBuilder, type RulesOf, reserve } from './plan-builder.js';

/** A plan, or everything that is wrong with the profile. Warnings do not stand in the way. */
export type CompileResult =
  | { readonly kind: 'compiled'; readonly plan: ValidationPlan; readonly warnings: readonly ProfileDefect[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/**
 * The plan of one message definition of the profile, by its id; the first where none is named. All defects are told at
 * once.
 */
export function compilePlan(profile: Profile, messageId?: string): CompileResult {
  const message = chosen(profile, messageId);
  if (message === undefined) return { kind: 'defective', defects: [noSuchMessage(profile, messageId)] };
  const defects: ProfileDefect[] = [];
  const plan = compile(profile, message, defects);
  if (defects.some(({ severity }) => severity === 'error')) return { kind: 'defective', defects };
  return { kind: 'compiled', plan, warnings: defects };
}

function chosen(profile: Profile, messageId: string | undefined): MessageDefinition | undefined {
  if (messageId === undefined) return profile.messages[0];
  return profile.messages.find(({ id }) => id === messageId);
}

function noSuchMessage(profile: Profile, messageId: string | undefined): ProfileDefect {
  const ids = profile.messages.map(({ id }) => id).join(', ');
  return {
    severity: 'error',
    code: 'no-such-message',
    place: { file: profile.source },
    message: messageId === undefined ? 'the profile has no message' : `no message has the id ${messageId}`,
    remedy: ids === '' ? 'define a message' : `choose one of ${ids}`,
  };
}

function compile(profile: Profile, message: MessageDefinition, defects: ProfileDefect[]): ValidationPlan {
  const builder = newBuilder(profile, defects);
  const root = compileMessage(builder, message);
  const unresolved = addUnresolved(builder);
  const definitions = builder.definitions.filter(
    (definition): definition is DefinitionPlan => definition !== undefined,
  );
  return {
    ...planHeading(profile, message),
    root,
    unresolved,
    ...withDecisions(builder.elements, definitions),
    segmentNames: builder.segmentNames,
    rules: {
      coConstraints: compileCoConstraints(profile, message.id, defects),
      orderIndifferent: compileOrderIndifferent(profile, defects),
    },
  };
}

/** What a plan says of itself before it is compiled. */
export function planHeading(profile: Profile, message: MessageDefinition): PlanHeading {
  const { id, name, form, hl7Version, identifiers, adapts = [], acknowledgment } = profile;
  return {
    profile: { id, name, form, hl7Version, identifiers, adapts },
    message: { id: message.id, type: message.type, event: message.event, structure: message.structure },
    ...(acknowledgment === undefined ? {} : { acknowledgment }),
  };
}

/** Marks the elements that a predicate decides, wherever they are listed. */
function withDecisions(
  elements: readonly ElementPlan[],
  definitions: readonly DefinitionPlan[],
): Pick<ValidationPlan, 'elements' | 'definitions'> {
  const decided = decidedElements(definitions);
  const marked = elements.map((element) => (decided.has(element.index) ? { ...element, isDecided: true } : element));
  const listed = (children: readonly ElementPlan[]) => children.map((child) => marked[child.index] ?? child);
  return {
    elements: marked,
    definitions: definitions.map((definition) => ({ ...definition, children: listed(definition.children) })),
  };
}

function newBuilder(profile: Profile, defects: ProfileDefect[]): PlanBuilder {
  return {
    profile,
    rulesOf: joinedRules(profile, defects),
    defects,
    elements: [],
    definitions: [],
    segments: new Map(),
    datatypes: new Map(),
    segmentNames: new Set(),
  };
}

function joinedRules(profile: Profile, defects: ProfileDefect[]): RulesOf {
  const rulesOf = compileRules(profile, defects);
  const bindingsOf = compileBindings(profile, defects);
  return (kind, name, id) => {
    const { statements, predicates, keyed } = rulesOf(kind, name, id);
    const { bindings, singleCodes } = bindingsOf(kind, name, id);
    const count = statements.length + predicates.length + keyed.length + bindings.length + singleCodes.length;
    return count === 0 ? undefined : { statements, predicates, keyed, bindings, singleCodes };
  };
}

/** The data type of a field whose type nothing tells. Rules may be attached to it, too. */
function addUnresolved(builder: PlanBuilder): number {
  const index = reserve(builder);
  const rules = builder.rulesOf('datatype', 'Variable', 'varies');
  builder.definitions[index] = {
    kind: 'datatype',
    index,
    id: 'varies',
    name: 'varies',
    of: 'varies',
    children: [],
    form: undefined,
    isOpen: false,
    rules,
  };
  return index;
}
