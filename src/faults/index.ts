import { acceptThenClose } from './accept-then-close.js';
import { applicationError } from './application-error.js';
import { applicationReject } from './application-reject.js';
import { byteByByte } from './byte-by-byte.js';
import { closeAfterAck } from './close-after-ack.js';
import { coalescedFrames } from './coalesced-frames.js';
import { cutConnectionInFrame } from './cut-connection-in-frame.js';
import type { FaultDefinition } from './definition.js';
import { duplicateAcknowledgment } from './duplicate-acknowledgment.js';
import { duplicateControlId } from './duplicate-control-id.js';
import { junkBeforeStart } from './junk-before-start.js';
import { lateAcknowledgment } from './late-acknowledgment.js';
import { missingEnd } from './missing-end.js';
import { missingStart } from './missing-start.js';
import { neverAcknowledge } from './never-acknowledge.js';
import { oddTerminator } from './odd-terminator.js';
import { refuseConnection } from './refuse-connection.js';
import { resetAfterReceipt } from './reset-after-receipt.js';
import { resetBeforeAck } from './reset-before-ack.js';
import { separateWrites } from './separate-writes.js';
import { splitAtBoundary } from './split-at-boundary.js';
import { wrongCorrelation } from './wrong-correlation.js';

/** Every fault there is: first those on what we send, then those on what we receive. */
export const FAULTS: readonly FaultDefinition[] = [
  duplicateControlId,
  byteByByte,
  separateWrites,
  splitAtBoundary,
  coalescedFrames,
  junkBeforeStart,
  missingStart,
  missingEnd,
  oddTerminator,
  cutConnectionInFrame,
  resetBeforeAck,
  refuseConnection,
  acceptThenClose,
  neverAcknowledge,
  lateAcknowledgment,
  applicationError,
  applicationReject,
  wrongCorrelation,
  duplicateAcknowledgment,
  resetAfterReceipt,
  closeAfterAck,
];
