import type { AcknowledgmentPolicy } from './config.js';
import type { RawAcknowledgment } from './schema.js';

type Layer = RawAcknowledgment | undefined;

/** Nominal milliseconds. */
const USUAL_TIMEOUT_MS = 10_000;
/** Of MLLP Release 2: how often a frame is written, and how long each waits for its commit. */
const USUAL_ATTEMPTS = 3;
const USUAL_COMMIT_MS = 5_000;

/** What holds where nobody says anything: original mode. */
export function usualAcknowledgment(timeoutMs: number): AcknowledgmentPolicy {
  const request = { accept: 'AL', application: 'AL' } as const;
  return {
    mode: 'original',
    request,
    applicationOn: 'own-connection',
    applicationDelayMs: 0,
    sequence: false,
    timeoutMs,
  };
}

/** The policy of one direction: what is said for it goes before what is said for both, an actor's word before the environment's. */
export function acknowledgmentPolicy(
  direction: 'send' | 'listen',
  environment: Layer,
  actor: Layer,
): AcknowledgmentPolicy {
  const said = { ...environment, ...environment?.[direction], ...actor, ...actor?.[direction] };
  const usual = usualAcknowledgment(said.timeout ?? USUAL_TIMEOUT_MS);
  const { accept = usual.request.accept, application = usual.request.application } = said;
  return {
    ...usual,
    mode: said.mode ?? usual.mode,
    request: { accept, application },
    applicationOn: said.applicationOn ?? usual.applicationOn,
    applicationDelayMs: said.applicationDelay ?? usual.applicationDelayMs,
    sequence: said.sequence ?? usual.sequence,
    ...(said.parts !== undefined && { partBytes: said.parts }),
    ...(said.commit && {
      commit: { attempts: said.commit.attempts ?? USUAL_ATTEMPTS, timeoutMs: said.commit.timeout ?? USUAL_COMMIT_MS },
    }),
  };
}
