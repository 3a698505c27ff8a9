import type { DefectList } from '../defect-list.js';

/** A file's text with what the reader knows besides. */
export interface ValueSetText {
  readonly text: string;
  /** For the places of defects. */
  readonly file: string;
  /** The id under which the set is bound; where it is not given, what the file says itself. */
  readonly id?: string;
  readonly name?: string;
}

/** Where the readers of value sets tell what is wrong. */
export type Defects = Pick<DefectList, 'error' | 'warning'>;
