/** Pipehat as a stranger gets it. */

export { realTimer } from '../src/base/timer.js';
export { acknowledge } from '../src/hl7/acknowledgment.js';
export type { Message } from '../src/hl7/message.js';
export { parseMessage } from '../src/hl7/parse.js';
export { type ClientOptions, MllpClient } from '../src/mllp/client.js';
export { listen } from '../src/mllp/server.js';
export { wholeFrame } from '../src/mllp/wire-plan.js';
