/** How an EHR behaves where sites differ. */
export interface EhrOptions {
  /** A result or a status that contradicts what has happened: filed up to where it does not, and noticed; or refused (AE). */
  readonly illegalTransitions: 'flag' | 'refuse';
  /** A result behind which no order of this EHR stands. One that names an order of ours, which we never placed, is always refused. */
  readonly unsolicitedResults: 'file' | 'refuse';
  /** A message for a record number that was merged away. */
  readonly mergedNumbers: 'refuse' | 'redirect';
}

export const EHR_DEFAULTS: EhrOptions = {
  illegalTransitions: 'flag',
  unsolicitedResults: 'file',
  mergedNumbers: 'redirect',
};
