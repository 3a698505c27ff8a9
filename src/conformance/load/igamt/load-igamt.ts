import type { Profile } from '../../model/profile.js';
import { NO_RULES, type RuleSet } from '../../model/rule.js';
import type { DefectList } from '../defect-list.js';
import type { LoadedProfile } from '../loaded-profile.js';
import type { Reading } from '../xml/reading.js';
import type { XmlDocument, XmlElement } from '../xml/xml-element.js';
import { type Bundle, sortBundle } from './bundle.js';
import { checkReferences } from './check-references.js';
import { readBindings } from './read-bindings.js';
import { readCoConstraints } from './read-co-constraints.js';
import { readConstraints } from './read-constraints.js';
import { readProfileParts } from './read-profile.js';
import { readSlicings } from './read-slicings.js';
import { type GrowingLibrary, readValueSets } from './read-value-sets.js';

/**
 * An IGAMT profile of either generation: the document with the profile, and those that complete it, in any number and order;
 * several of one kind add up. `name` is the folder or file, for people.
 */
export function loadIgamt(
  document: XmlDocument,
  parts: readonly XmlDocument[],
  name: string,
  defects: DefectList,
): LoadedProfile {
  const bundle = sortBundle(parts);
  const { heading, structure, legacyBindings } = readProfileParts(
    { file: document.file, defects },
    document.root,
    name,
  );
  const rules = readRules(bundle, defects);
  const profile: Profile = {
    ...heading,
    ...structure,
    valueSets: readLibrary(bundle, defects),
    rules: { ...rules, bindings: [...rules.bindings, ...legacyBindings] },
    coConstraints: bundle.coConstraints.flatMap(reader(defects, readCoConstraints)),
    slicings: bundle.slicings.flatMap(reader(defects, (reading, root) => readSlicings(reading, root, structure))),
  };
  checkReferences(profile, bundle.valueSets.length > 0, defects);
  return defects.conclude(profile);
}

function reader<Part>(
  defects: DefectList,
  read: (reading: Reading, root: XmlElement) => Part,
): (document: XmlDocument) => Part {
  return (document) => read({ file: document.file, defects }, document.root);
}

/** Constraints files add up, for example one of predicates and one of conformance statements. */
function readRules(bundle: Bundle, defects: DefectList): RuleSet {
  const contents = bundle.constraints.map(reader(defects, readConstraints));
  const bindings = bundle.bindings.map(reader(defects, readBindings));
  return {
    ...NO_RULES,
    statements: contents.flatMap(({ statements }) => statements),
    predicates: contents.flatMap(({ predicates }) => predicates),
    keyed: contents.flatMap(({ keyed }) => keyed),
    orderIndifferent: contents.flatMap(({ orderIndifferent }) => orderIndifferent),
    bindings: bindings.flatMap((part) => part.bindings),
    singleCodes: bindings.flatMap((part) => part.singleCodes),
  };
}

function readLibrary(bundle: Bundle, defects: DefectList): GrowingLibrary {
  const library: GrowingLibrary = { sets: new Map(), excluded: new Set() };
  for (const document of bundle.valueSets) {
    readValueSets({ file: document.file, defects }, document.root, library);
  }
  return library;
}
