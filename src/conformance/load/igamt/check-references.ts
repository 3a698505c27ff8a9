import type { Profile } from '../../model/profile.js';
import type { SourcePlace } from '../../model/source-place.js';
import type { DatatypeDefinition, ElementDefinition, StructureNode } from '../../model/structure.js';
import type { DefectList } from '../defect-list.js';
import { checkValueSets } from './check-value-sets.js';

/** What the parts of a profile say of each other must be there: segments, data types, flavours, value sets. */
export function checkReferences(profile: Profile, hasLibrary: boolean, defects: DefectList): void {
  for (const message of profile.messages) checkNodes(profile, message.children, defects);
  for (const { fields, mappings, place } of profile.segments.values()) {
    checkElements(profile, fields, defects);
    for (const { datatype } of mappings.flatMap(({ cases }) => cases)) checkDatatype(profile, datatype, place, defects);
  }
  for (const { components } of profile.datatypes.values()) checkElements(profile, components, defects);
  checkSlices(profile, defects);
  checkCycles(profile, defects);
  checkValueSets(profile, hasLibrary, defects);
}

function checkNodes(profile: Profile, nodes: readonly StructureNode[], defects: DefectList): void {
  for (const node of nodes) {
    if (node.kind === 'segment') checkSegment(profile, node.ref, node.place, defects);
    if (node.kind === 'group') checkNodes(profile, node.children, defects);
  }
}

function checkSegment(profile: Profile, id: string, place: SourcePlace | undefined, defects: DefectList): void {
  if (id === '' || profile.segments.has(id)) return;
  const remedy = `Define <Segment ID="${id}"> in <Segments>, or refer to another${suggestion(id, profile.segments.keys())}.`;
  defects.error('dangling-segment', place ?? { file: profile.source }, `the segment ${id} is not defined`, remedy);
}

function checkElements(profile: Profile, elements: readonly ElementDefinition[], defects: DefectList): void {
  for (const { datatype, place } of elements) checkDatatype(profile, datatype, place, defects);
}

function checkDatatype(profile: Profile, id: string, place: SourcePlace | undefined, defects: DefectList): void {
  if (id === '' || profile.datatypes.has(id)) return;
  const remedy = `Define <Datatype ID="${id}"> in <Datatypes>, or refer to another${suggestion(id, profile.datatypes.keys())}.`;
  defects.error('dangling-datatype', place ?? { file: profile.source }, `the data type ${id} is not defined`, remedy);
}

/** An id that differs in letter case only is what was meant, most often. */
function suggestion(id: string, known: Iterable<string>): string {
  for (const other of known) if (other.toLowerCase() === id.toLowerCase()) return `, such as ${other}`;
  return '';
}

function checkSlices(profile: Profile, defects: DefectList): void {
  for (const { kind, slicings, place } of profile.slicings) {
    const check = kind === 'segments' ? checkSegment : checkDatatype;
    for (const { ref } of slicings.flatMap((slicing) => [...slicing.slices])) check(profile, ref, place, defects);
  }
}

interface OpenDatatype {
  readonly datatype: DatatypeDefinition;
  next: number;
}

/** A data type that contains itself has no end. */
function checkCycles({ datatypes, source }: Profile, defects: DefectList): void {
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
        endless(top.datatype, component, defects, source);
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
  defects: DefectList,
  source: string,
): void {
  const message = `the data type ${datatype.id} contains itself through its component ${component.position}`;
  const remedy = 'Give the component a data type that does not lead back here.';
  defects.error('endless-datatype', component.place ?? { file: source }, message, remedy);
}
