import type { SourcePlace } from '../../model/source-place.js';
import type { DefectList } from '../defect-list.js';
import type { XmlElement } from './xml-element.js';

/** What the readers of one document share: its name, for places, and the list to which defects go. */
export interface Reading {
  readonly file: string;
  readonly defects: DefectList;
}

export function placeOf(reading: Reading, element: XmlElement): SourcePlace {
  return { file: reading.file, line: element.line, column: element.column };
}

/** An error at an element. */
export function refuse(reading: Reading, element: XmlElement, code: string, message: string, remedy: string): void {
  reading.defects.error(code, placeOf(reading, element), message, remedy);
}

/** A warning at an element. */
export function doubt(reading: Reading, element: XmlElement, code: string, message: string, remedy: string): void {
  reading.defects.warning(code, placeOf(reading, element), message, remedy);
}
