export type { EhrCommand } from './ehr/commands.js';
export type { EhrState } from './ehr/ehr-state.js';
export { ehr } from './ehr.js';
export type { LisCommand } from './lis/commands.js';
export type { LisState } from './lis/lis-state.js';
export { type LisOptions, lis } from './lis.js';
export type { RisCommand } from './ris/commands.js';
export type { RisState } from './ris/ris-state.js';
export { type RisOptions, ris } from './ris.js';
