import type { Crew } from './repeat-cases.js';

/** Cases that the same subjects go through. */
export interface Group {
  readonly title: string;
  /** What a reader must know about the subjects. */
  readonly note: string;
  readonly cases: readonly { readonly id: string; readonly title: string }[];
  readonly subjects: readonly string[];
  /** Which of our subjects each other one is held against. */
  readonly rivals: Readonly<Record<string, string>>;
  /** Where the effort's are not meant: a case that lasts long enough is measured once. */
  readonly repetitions?: number;
  makeCrew(): Crew;
}
