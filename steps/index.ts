// What a project's own steps may use beside cucumber's Given, When and Then. Frozen by docs/api.txt.
export { expectAcknowledgment, expectReply } from '../src/session/acknowledged.js';
export { type Arrival, type Awaited, arrivals, expectArrival } from '../src/session/arrival.js';
export { sessionOf } from '../src/session/open-session.js';
export { keyOf } from '../src/session/people.js';
export type { Session } from '../src/session/session.js';
export { HarnessError, Unreachable, Untestable } from '../src/session/trouble.js';
