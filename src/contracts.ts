// Contract tests for what a project adds to Pipehat: plain functions that throw AssertionError, for any test runner.
// Frozen by docs/api.txt.
export { faultContract } from './contracts/fault-contract.js';
export { reportContract } from './contracts/report-contract.js';
export { type SimulatorSpecimen, simulatorContract } from './contracts/simulator-contract.js';
export { messagesFor, toolsFor } from './contracts/specimen-stay.js';
