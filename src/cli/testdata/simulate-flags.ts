/** What `pipehat simulate` is given where its user says nothing, but for the pace. */
export const USUAL = {
  pace: 1,
  atOnce: 1,
  orderAnswer: 'same-connection',
  hl7Version: '2.5.1',
  facility: 'PHGH',
  seed: '1',
} as const;
