import { readProfilePath } from '../../model/profile-path.js';
import type { RuleSet } from '../../model/rule.js';
import type { CodeLocation, SingleCodeBinding, ValueSetBinding } from '../../model/value-set.js';
import { attribute, given, oneOf, optional, required } from '../xml/attributes.js';
import { onlySection, requiredChild, warnOfOthers, warnOfUnread } from '../xml/children.js';
import { doubt, placeOf, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { STRENGTHS } from './legacy-binding.js';
import { ruleContexts } from './rule-contexts.js';

type BindingRules = Pick<RuleSet, 'bindings' | 'singleCodes'>;

/** Groups are found by their id among the messages. Names and groups have no section. */
const BY_ID = { kinds: ['Datatype', 'Segment', 'Message'], by: ['ByID'] } as const;

/** `<ValueSetBindingsContext>`. */
export function readBindings(reading: Reading, root: XmlElement): BindingRules {
  warnOfOthers(reading, root, 'MetaData', 'ValueSetBindings', 'SingleCodeBindings');
  return {
    bindings: entries(reading, onlySection(reading, root, 'ValueSetBindings'), readBinding),
    singleCodes: entries(reading, onlySection(reading, root, 'SingleCodeBindings'), readSingleCode),
  };
}

function entries<Rule>(
  reading: Reading,
  section: XmlElement | undefined,
  read: (reading: Reading, element: XmlElement) => Rule,
) {
  return ruleContexts(reading, section, BY_ID).flatMap(({ on, element }) =>
    element.children.map((child) => ({ on, rule: read(reading, child) })),
  );
}

/** `<ValueSetBinding>`, also in a cell of a co-constraint. */
export function readBinding(reading: Reading, element: XmlElement): ValueSetBinding {
  const strength = oneOf(reading, element, 'BindingStrength', STRENGTHS);
  return {
    target: readTarget(reading, element),
    ...(strength === undefined ? {} : { strength }),
    locations: readLocations(reading, element),
    sets: readSets(reading, element),
    place: placeOf(reading, element),
  };
}

function readSingleCode(reading: Reading, element: XmlElement): SingleCodeBinding {
  return {
    target: readTarget(reading, element),
    code: required(reading, element, 'Code'),
    system: required(reading, element, 'CodeSystem'),
    locations: readLocations(reading, element),
    place: placeOf(reading, element),
  };
}

function readTarget(reading: Reading, element: XmlElement): string {
  return checkPath(reading, element, 'Target', required(reading, element, 'Target'));
}

function readSets(reading: Reading, element: XmlElement): readonly string[] {
  const bindings = requiredChild(reading, element, 'Bindings')?.children ?? [];
  return bindings.flatMap((child) => optional(child, 'BindingIdentifier') ?? []);
}

function readLocations(reading: Reading, element: XmlElement): readonly CodeLocation[] {
  const holder = requiredChild(reading, element, 'BindingLocations');
  return holder?.children.flatMap((child) => readLocation(reading, child, holder) ?? []) ?? [];
}

function readLocation(reading: Reading, element: XmlElement, holder: XmlElement): CodeLocation | undefined {
  const isComplex = element.name === 'ComplexBindingLocation';
  if (!isComplex && element.name !== 'SimpleBindingLocation') {
    warnOfUnread(reading, element, holder, 'Write <SimpleBindingLocation> or <ComplexBindingLocation>.');
    return undefined;
  }
  const code = checkPath(reading, element, 'CodeLocation', required(reading, element, 'CodeLocation'));
  if (!isComplex) return { code };
  checkPath(reading, element, 'CodeSystemLocation', attribute(element, 'CodeSystemLocation'));
  return { code, ...given(element, 'CodeSystemLocation', 'system'), ...readOidLocation(reading, element) };
}

/** The reference does not read it. */
function readOidLocation(reading: Reading, element: XmlElement): { systemOid?: string } {
  const path = attribute(element, 'CodeSystemOIDLocation');
  if (path === '' || readProfilePath(path) !== undefined) return given(element, 'CodeSystemOIDLocation', 'systemOid');
  const message = `CodeSystemOIDLocation="${path}" has no effect`;
  doubt(reading, element, 'ignored-value', message, 'Write positions with occurrences, 14[1].');
  return {};
}

/** Unlike paths of assertions, a malformed one here keeps the reference from loading the file. */
function checkPath(reading: Reading, element: XmlElement, name: string, path: string): string {
  if (path === '' || readProfilePath(path) !== undefined) return path;
  const message = `${name}="${path}" of <${element.name}> is no path`;
  refuse(
    reading,
    element,
    'bad-path',
    message,
    'Write positions with occurrences, 5[*].1[1], or "." for the element itself.',
  );
  return path;
}
