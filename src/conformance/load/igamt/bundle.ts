import type { XmlDocument } from '../xml/xml-element.js';

/** Root elements of the files that complete a profile, by what they are for us. The names of the files mean nothing. */
const ROOTS = {
  ConformanceContext: 'constraints',
  ValueSetLibrary: 'valueSets',
  ValueSetBindingsContext: 'bindings',
  CoConstraintContext: 'coConstraints',
  ProfileSlicing: 'slicings',
} as const;

type Root = keyof typeof ROOTS;
type Part = (typeof ROOTS)[Root];

/** What stands beside the profile of an IGAMT bundle: any number of each kind, and none must be there. */
export type Bundle = Readonly<Record<Part, readonly XmlDocument[]>>;

export function isBundlePart(rootName: string): rootName is Root {
  return Object.hasOwn(ROOTS, rootName);
}

export function sortBundle(documents: readonly XmlDocument[]): Bundle {
  const bundle: Record<Part, XmlDocument[]> = {
    constraints: [],
    valueSets: [],
    bindings: [],
    coConstraints: [],
    slicings: [],
  };
  for (const document of documents) {
    if (isBundlePart(document.root.name)) bundle[ROOTS[document.root.name]].push(document);
  }
  return bundle;
}
