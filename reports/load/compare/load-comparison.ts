/** What a percentile of B is against that of A. */
export type PointVerdict =
  | 'slower'
  | 'faster'
  /** The difference may be chance. */
  | 'within noise'
  /** There is a difference, less than two runs of the same system may have. */
  | 'too small'
  /** There is a difference, and the generator's own lateness makes at least half of it. */
  | 'the generator'
  /** The seconds say otherwise than the whole run. */
  | 'unclear'
  /** Too few seconds to tell. */
  | 'too short';

export interface PointComparison {
  readonly name: 'p50' | 'p90' | 'p99' | 'p999';
  /** Milliseconds of the whole run, from the intended instant. */
  readonly a: number;
  readonly b: number;
  /** Of B against A: 0.25 is a quarter slower. */
  readonly change: number;
  /** Of all pairs of a second of A and one of B, the share in which that of B was slower. */
  readonly slowerShare: number;
  /** How often chance alone would make such a difference, 0 to 1. */
  readonly chance: number;
  readonly verdict: PointVerdict;
}

/** A figure that must not rise, and needs no statistics: a message is lost or it is not. */
export interface CountComparison {
  readonly name: string;
  readonly a: number | undefined;
  readonly b: number | undefined;
  /** B has more of it, beyond chance where chance plays a part. */
  readonly isWorse: boolean;
}

export type SpeedVerdict = 'B is slower' | 'B is faster' | 'no difference' | 'mixed' | 'not comparable';

export interface LoadComparison {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly speed: SpeedVerdict;
  /** The verdict in a sentence or two. */
  readonly sentence: string;
  /** B is slower, or loses, refuses or drops what A did not. */
  readonly isRegression: boolean;
  readonly points: readonly PointComparison[];
  readonly counts: readonly CountComparison[];
  /** Why the two prove less than it seems. */
  readonly caveats: readonly string[];
}

export interface ComparedRun {
  readonly name: string;
  readonly startedAt: string;
  readonly rate: number;
  readonly plannedRate: number;
  readonly connections: number;
  readonly seconds: number;
  readonly latenessP99: number;
}

/** How a difference is told from noise, for every reader. */
export const METHOD =
  'Second by second, a rank test (Mann and Whitney) must find B apart from A with less than 1 % chance of error, seconds that ' +
  'resemble their neighbours counting for less; the whole run must agree by at least 5 % and by more than chance would, and the generator must not be the cause.';
