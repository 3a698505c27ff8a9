// The registry: every simulator that Pipehat plays. One more is one more line here.
export { ehr } from './ehr.js';
export { lis } from './lis.js';
export { pharmacy } from './pharmacy.js';
export { ris } from './ris.js';
