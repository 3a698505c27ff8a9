import type { SourcePlace } from '../../model/source-place.js';
import type { DefectList } from '../defect-list.js';

type Known = ReadonlyMap<string, unknown>;

/** An error where a segment is referred to that is not defined. One without id was named already. */
export function checkSegment(id: string, known: Known, place: SourcePlace, defects: DefectList): void {
  if (id === '' || known.has(id)) return;
  const remedy = `Define <Segment ID="${id}"> in <Segments>, or refer to another${suggestion(id, known)}.`;
  defects.error('dangling-segment', place, `the segment ${id} is not defined`, remedy);
}

/** The same for a data type. */
export function checkDatatype(id: string, known: Known, place: SourcePlace, defects: DefectList): void {
  if (id === '' || known.has(id)) return;
  const remedy = `Define <Datatype ID="${id}"> in <Datatypes>, or refer to another${suggestion(id, known)}.`;
  defects.error('dangling-datatype', place, `the data type ${id} is not defined`, remedy);
}

/** An id that differs in letter case only is what was meant, most often. */
function suggestion(id: string, known: Known): string {
  for (const other of known.keys()) if (other.toLowerCase() === id.toLowerCase()) return `, such as ${other}`;
  return '';
}
