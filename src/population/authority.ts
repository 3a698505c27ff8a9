/** The assigning authority of every synthetic identifier, so that a test system can be purged of them afterwards. */
export const AUTHORITY = 'PIPEHAT';

/** The fictional hospital: PL.4, MSH-4 of its applications. */
export const FACILITY = 'PHGH';
