import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { SourcePlace } from '../model/source-place.js';
import type { DefinitionPlan, ElementPlan } from './plan.js';
import type { DefinitionRules } from './rules.js';

/** Kinds of definitions to which rules are attached. */
export type RuleHolder = 'group' | 'message' | 'segment' | 'datatype';

/** The rules of a definition; undefined where it has none. */
export type RulesOf = (kind: RuleHolder, name: string, id: string) => DefinitionRules | undefined;

/** What grows while a message definition is compiled. */
export interface PlanBuilder {
  readonly profile: Profile;
  readonly rulesOf: RulesOf;
  readonly defects: ProfileDefect[];
  readonly elements: ElementPlan[];
  /** A place is kept free while a definition's parts are compiled. */
  readonly definitions: (DefinitionPlan | undefined)[];
  readonly segments: Map<string, number>;
  readonly datatypes: Map<string, number>;
  readonly segmentNames: Set<string>;
}

/** The next element, with its index. All have the same properties in the same order: they are read all the time. */
export function addElement(builder: PlanBuilder, element: Omit<ElementPlan, 'index'>): ElementPlan {
  const made = { ...element, index: builder.elements.length };
  builder.elements.push(made);
  return made;
}

/** A place for the next definition. */
export function reserve(builder: PlanBuilder): number {
  builder.definitions.push(undefined);
  return builder.definitions.length - 1;
}

export function reportDefect(
  builder: PlanBuilder,
  code: string,
  place: SourcePlace | undefined,
  message: string,
  remedy: string,
): void {
  const where = place ?? { file: builder.profile.source };
  builder.defects.push({ severity: 'error', code, place: where, message, remedy });
}
