import type { Profile } from '../../model/profile.js';
import type { SourcePlace } from '../../model/source-place.js';
import type { DatatypeDefinition, ElementDefinition, StructureNode } from '../../model/structure.js';
import type { DefectList } from '../defect-list.js';
import { checkValueSets } from './check-value-sets.js';
import { checkDatatype, checkSegment } from './dangling.js';

/** What the parts of a profile say of each other must be there: segments, data types, value sets. */
export function checkReferences(profile: Profile, hasLibrary: boolean, defects: DefectList): void {
  for (const message of profile.messages) checkNodes(profile, message.children, defects);
  for (const { fields } of profile.segments.values()) checkElements(profile, fields, defects);
  for (const { components } of profile.datatypes.values()) checkElements(profile, components, defects);
  checkCycles(profile, defects);
  checkValueSets(profile, hasLibrary, defects);
}

function checkNodes(profile: Profile, nodes: readonly StructureNode[], defects: DefectList): void {
  for (const node of nodes) {
    if (node.kind === 'group') checkNodes(profile, node.children, defects);
    if (node.kind === 'segment') checkSegment(node.ref, profile.segments, placeIn(profile, node.place), defects);
  }
}

function checkElements(profile: Profile, elements: readonly ElementDefinition[], defects: DefectList): void {
  for (const { datatype, place } of elements) {
    checkDatatype(datatype, profile.datatypes, placeIn(profile, place), defects);
  }
}

function placeIn(profile: Profile, place: SourcePlace | undefined): SourcePlace {
  return place ?? { file: profile.source };
}

interface OpenDatatype {
  readonly datatype: DatatypeDefinition;
  next: number;
}

/** A data type that contains itself has no end. */
function checkCycles(profile: Profile, defects: DefectList): void {
  const { datatypes } = profile;
  const seen = new Set<string>();
  for (const first of datatypes.values()) {
    // A stack of our own, since a profile may nest deeper than calls can.
    const stack: OpenDatatype[] = seen.has(first.id) ? [] : [{ datatype: first, next: 0 }];
    const open = new Set([first.id]);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const component = top.datatype.components[top.next++];
      const inner = component === undefined ? undefined : datatypes.get(component.datatype);
      if (component === undefined) {
        seen.add(top.datatype.id);
        open.delete(top.datatype.id);
        stack.pop();
      } else if (inner !== undefined && open.has(inner.id)) {
        endless(top.datatype, component, placeIn(profile, component.place), defects);
      } else if (inner !== undefined && !seen.has(inner.id)) {
        open.add(inner.id);
        stack.push({ datatype: inner, next: 0 });
      }
    }
  }
}

function endless(
  datatype: DatatypeDefinition,
  component: ElementDefinition,
  place: SourcePlace,
  defects: DefectList,
): void {
  const message = `the data type ${datatype.id} contains itself through its component ${component.position}`;
  defects.error('endless-datatype', place, message, 'Give the component a data type that does not lead back here.');
}
