/** How much is measured. */
export interface Effort {
  readonly repetitions: number;
  /** Of one repetition of one case. */
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Of the large and the huge message; the second is ten times the first. */
  readonly largeBytes: readonly [number, number];
  /** A subject that makes no progress for so long is taken for hung: with small messages, and with large ones. */
  readonly stallMs: number;
  readonly largeStallMs: number;
  /** What one question to a worker may take at all. */
  readonly deadlineMs: number;
  /** Of a load: as fast as it goes, at a rate, and against a receiver that stalls. */
  readonly fastMs: number;
  readonly pacedMs: number;
  readonly stallingMs: number;
  /** Whose memory is measured. */
  readonly idleConnections: number;
}

export const FULL: Effort = {
  repetitions: 3,
  warmUpMs: 300,
  measureMs: 700,
  largeBytes: [1_000_000, 10_000_000],
  stallMs: 5_000,
  largeStallMs: 60_000,
  deadlineMs: 180_000,
  fastMs: 3_000,
  pacedMs: 10_000,
  stallingMs: 8_000,
  idleConnections: 3_000,
};

/** Only shows that everything runs: its figures mean nothing. */
export const SMOKE: Effort = {
  repetitions: 1,
  warmUpMs: 2,
  measureMs: 10,
  largeBytes: [20_000, 200_000],
  stallMs: 300,
  largeStallMs: 2_000,
  deadlineMs: 5_000,
  fastMs: 60,
  pacedMs: 100,
  stallingMs: 60,
  idleConnections: 20,
};
