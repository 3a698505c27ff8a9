// The public API. Frozen by docs/api.txt: a change there is a decision, and a removal is breaking.

export type { ReportFormat } from '../reports/index.js';
export { ehr, lis, pharmacy, ris } from '../simulators/index.js';
export { MessageClock } from './base/clock.js';
export { type Rng, rng } from './base/rng.js';
export { type Cancel, realTimer, type Timer } from './base/timer.js';
export { loadProfile } from './conformance/load/load-profile.js';
export type { LoadedProfile } from './conformance/load/loaded-profile.js';
export { type Mode, nistMode, pipehatMode } from './conformance/mode.js';
export type { ProfileDefect } from './conformance/model/defect.js';
export type { Profile } from './conformance/model/profile.js';
export { type CompileResult, compilePlan } from './conformance/plan/compile.js';
export type { ValidationPlan } from './conformance/plan/plan.js';
export type { RuleElement, RuleFunction, RuleFunctions } from './conformance/rule-function.js';
export { Validator } from './conformance/validate.js';
export type { Effect, Role, Simulator, SimulatorEvent, SimulatorTools, Step } from './endpoint/simulator.js';
export type { Exchange, Outcome, ReplyEvidence } from './evidence/exchange.js';
export type { Classification, Finding, Section } from './evidence/finding.js';
export { readRun } from './evidence/read-journal.js';
export type { RunRecord, ScenarioRecord } from './evidence/run-record.js';
export type { Blame, Verdict } from './evidence/verdict.js';
export { defineFault, type FaultDefinition } from './faults/definition.js';
export type {
  ConnectionFault,
  Fault,
  ListenerFault,
  MessageFault,
  ReplyPlan,
  SutFault,
  WireFault,
} from './faults/fault.js';
export * as parameter from './faults/parameter.js';
export { type AcknowledgmentError, acknowledge, readAcknowledgment } from './hl7/acknowledgment.js';
export { splitBatch } from './hl7/batch.js';
export { buildMessage, comp, NULL, raw, repeat, segment } from './hl7/build.js';
export { type Delimiters, STANDARD_DELIMITERS } from './hl7/delimiters.js';
export { Message } from './hl7/message.js';
export { type ParseDefect, type ParseResult, parseMessage } from './hl7/parse.js';
export { type FieldPath, fieldPath, formatNistPath, formatPath } from './hl7/path.js';
export type { Segment } from './hl7/segment.js';
export { formatTimestamp, parseTimestamp } from './hl7/timestamp.js';
export { MllpClient, type ReplyResult } from './mllp/client.js';
export type { Connection } from './mllp/connection.js';
export { dial } from './mllp/dial.js';
export { frame } from './mllp/frame.js';
export { FrameDecoder } from './mllp/frame-decoder.js';
export type { FrameEvent } from './mllp/frame-event.js';
export { listen } from './mllp/server.js';
export { type WirePlan, wholeFrame } from './mllp/wire-plan.js';
