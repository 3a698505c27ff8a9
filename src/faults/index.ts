import { acceptThenClose } from './accept-then-close.js';
import { ackAsksAck } from './ack-asks-ack.js';
import { ackContent } from './ack-content.js';
import { ackDialect } from './ack-dialect.js';
import { ackFraming } from './ack-framing.js';
import { acksOutOfOrder } from './acks-out-of-order.js';
import { applicationAckElsewhere } from './application-ack-elsewhere.js';
import { applicationError } from './application-error.js';
import { applicationReject } from './application-reject.js';
import { badServerTls } from './bad-server-tls.js';
import { badTls } from './bad-tls.js';
import { batchAndContinuation } from './batch-and-continuation.js';
import { byteByByte } from './byte-by-byte.js';
import { charsetMismatch } from './charset-mismatch.js';
import { clockSkew } from './clock-skew.js';
import { closeAfterAck } from './close-after-ack.js';
import { coalescedFrames } from './coalesced-frames.js';
import { commitCodes } from './commit-codes.js';
import { controlIdReused } from './control-id-reused.js';
import { controlInBody } from './control-in-body.js';
import { cutConnectionInFrame } from './cut-connection-in-frame.js';
import type { FaultDefinition } from './definition.js';
import { degenerateMessage } from './degenerate-message.js';
import { downstreamDown } from './downstream-down.js';
import { duplicateAcknowledgment } from './duplicate-acknowledgment.js';
import { duplicateControlId } from './duplicate-control-id.js';
import { enhancedModeMatrix } from './enhanced-mode-matrix.js';
import { failOver } from './fail-over.js';
import { flapping } from './flapping.js';
import { frameAndAHalf } from './frame-and-a-half.js';
import { halfOpen } from './half-open.js';
import { hostileContent } from './hostile-content.js';
import { identityAbuse } from './identity-abuse.js';
import { intermittentError } from './intermittent-error.js';
import { invalidContent } from './invalid-content.js';
import { junkBeforeStart } from './junk-before-start.js';
import { lateAcknowledgment } from './late-acknowledgment.js';
import { missingEnd } from './missing-end.js';
import { missingStart } from './missing-start.js';
import { neverAcknowledge } from './never-acknowledge.js';
import { oddDelimiters } from './odd-delimiters.js';
import { oddTerminator } from './odd-terminator.js';
import { orderAnswer } from './order-answer.js';
import { outOfOrder } from './out-of-order.js';
import { outage } from './outage.js';
import { oversized } from './oversized.js';
import { pipelined } from './pipelined.js';
import { refuseConnection } from './refuse-connection.js';
import { replyClockSkew } from './reply-clock-skew.js';
import { resetAfterReceipt } from './reset-after-receipt.js';
import { resetBeforeAck } from './reset-before-ack.js';
import { restartUnderLoad } from './restart-under-load.js';
import { resultRaces } from './result-races.js';
import { separateWrites } from './separate-writes.js';
import { sequenceNumbers } from './sequence-numbers.js';
import { slowAndMany } from './slow-and-many.js';
import { slowReader } from './slow-reader.js';
import { splitAtBoundary } from './split-at-boundary.js';
import { timeoutBoundary } from './timeout-boundary.js';
import { unexpectedContent } from './unexpected-content.js';
import { unknownReference } from './unknown-reference.js';
import { unreadAcks } from './unread-acks.js';
import { unsolicitedAcknowledgment } from './unsolicited-acknowledgment.js';
import { unsupportedHeader } from './unsupported-header.js';
import { wrongCorrelation } from './wrong-correlation.js';

/** Every fault there is, in the order of the fault catalogue: first those on what we send, then those on what we receive. */
export const FAULTS: readonly FaultDefinition[] = [
  byteByByte,
  separateWrites,
  splitAtBoundary,
  coalescedFrames,
  frameAndAHalf,
  pipelined,
  junkBeforeStart,
  missingStart,
  missingEnd,
  oddTerminator,
  controlInBody,
  degenerateMessage,
  cutConnectionInFrame,
  resetBeforeAck,
  duplicateControlId,
  controlIdReused,
  outOfOrder,
  unknownReference,
  unsupportedHeader,
  invalidContent,
  oddDelimiters,
  unexpectedContent,
  charsetMismatch,
  oversized,
  batchAndContinuation,
  sequenceNumbers,
  slowAndMany,
  unreadAcks,
  halfOpen,
  enhancedModeMatrix,
  clockSkew,
  restartUnderLoad,
  downstreamDown,
  badTls,
  hostileContent,
  identityAbuse,
  refuseConnection,
  acceptThenClose,
  neverAcknowledge,
  lateAcknowledgment,
  applicationError,
  applicationReject,
  commitCodes,
  wrongCorrelation,
  duplicateAcknowledgment,
  unsolicitedAcknowledgment,
  acksOutOfOrder,
  ackFraming,
  ackContent,
  ackDialect,
  resetAfterReceipt,
  closeAfterAck,
  slowReader,
  outage,
  intermittentError,
  flapping,
  timeoutBoundary,
  applicationAckElsewhere,
  ackAsksAck,
  failOver,
  badServerTls,
  orderAnswer,
  resultRaces,
  replyClockSkew,
];
