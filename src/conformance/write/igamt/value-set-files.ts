import type { Profile } from '../../model/profile.js';
import type { Attached, Attachment } from '../../model/rule.js';
import type { Code, CodeLocation, SingleCodeBinding, ValueSet, ValueSetBinding } from '../../model/value-set.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';
import { metadata } from './profile-file.js';
import { ruleSections } from './rule-sections.js';

/** ValueSets.xml. */
export function valueSetsFile(profile: Profile, losses: Losses): XmlNode {
  const { sets, excluded } = profile.valueSets;
  const ids = [...excluded].map((id) => xml('BindingIdentifier', {}, [id]));
  return xml('ValueSetLibrary', { ValueSetLibraryIdentifier: profile.id }, [
    metadata(profile),
    ...(ids.length === 0 ? [] : [xml('NoValidation', {}, ids)]),
    xml(
      'ValueSetDefinitions',
      {},
      [...sets.values()].map((set) => setElement(set, losses)),
    ),
  ]);
}

function setElement(set: ValueSet, losses: Losses): XmlNode {
  const attributes = {
    BindingIdentifier: set.id,
    Name: set.name,
    Oid: set.oid,
    Version: set.version,
    Stability: set.stability,
    Extensibility: set.extensibility,
    ContentDefinition: set.contentDefinition,
    NoCodeDisplayText: set.noCodeText,
  };
  return xml(
    'ValueSetDefinition',
    attributes,
    set.codes.map((code) => codeElement(set, code, losses)),
  );
}

function codeElement(set: ValueSet, { value, text, system, usage, pattern }: Code, losses: Losses): XmlNode {
  if (usage === undefined) losses.add('codes without a usage: written as R', `${value} in ${set.id}`);
  return xml('ValueElement', {
    Value: value,
    DisplayName: text,
    CodeSystem: system,
    Usage: usage ?? 'R',
    CodePattern: pattern,
  });
}

/** ValueSetBindings.xml. */
export function bindingsFile(profile: Profile, losses: Losses): XmlNode {
  const { bindings, singleCodes } = profile.rules;
  return xml('ValueSetBindingsContext', {}, [
    metadata(profile),
    xml(
      'ValueSetBindings',
      {},
      ruleSections(expressible(profile, bindings, losses), (rule) => [bindingElement(rule, losses)]),
    ),
    xml(
      'SingleCodeBindings',
      {},
      ruleSections(expressible(profile, singleCodes, losses), (rule) => [singleCodeElement(rule)]),
    ),
  ]);
}

/** Bindings are found by id alone, and groups have none. */
function expressible<Rule extends { readonly target: string }>(
  profile: Profile,
  rules: readonly Attached<Rule>[],
  losses: Losses,
): readonly Attached<Rule>[] {
  return rules.flatMap(({ on, rule }) => {
    if (on.kind === 'group') {
      losses.add('value sets that are bound in a group', `${on.value} ${rule.target}`);
      return [];
    }
    return on.by === 'id'
      ? [{ on, rule }]
      : idsOf(profile, on).map((id) => ({ on: { ...on, by: 'id', value: id }, rule }) as const);
  });
}

function idsOf(profile: Profile, { kind, value }: Attachment): readonly string[] {
  if (kind === 'message') return profile.messages.filter(({ structure }) => structure === value).map(({ id }) => id);
  const all = kind === 'segment' ? profile.segments : profile.datatypes;
  return [...all.values()].filter(({ name }) => name === value).map(({ id }) => id);
}

export function bindingElement(binding: ValueSetBinding, losses: Losses): XmlNode {
  const { target, strength, locations, sets, requirement } = binding;
  if (requirement !== undefined) losses.add('requirement ids of value sets', requirement);
  return xml('ValueSetBinding', { Target: target, BindingStrength: strength }, [
    locationsElement(locations),
    xml(
      'Bindings',
      {},
      sets.map((id) => xml('Binding', { BindingIdentifier: id })),
    ),
  ]);
}

function singleCodeElement({ target, code, system, locations }: SingleCodeBinding): XmlNode {
  return xml('SingleCodeBinding', { Target: target, Code: code, CodeSystem: system }, [locationsElement(locations)]);
}

function locationsElement(locations: readonly CodeLocation[]): XmlNode {
  return xml(
    'BindingLocations',
    {},
    locations.map(({ code, system, systemOid }) =>
      system === undefined && systemOid === undefined
        ? xml('SimpleBindingLocation', { CodeLocation: code })
        : xml('ComplexBindingLocation', {
            CodeLocation: code,
            CodeSystemLocation: system,
            CodeSystemOIDLocation: systemOid,
          }),
    ),
  );
}
