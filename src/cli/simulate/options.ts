export interface SimulateFlags {
  readonly to?: readonly string[];
  readonly listen?: number;
  readonly pathway?: string;
  readonly pace: number;
  readonly patients?: number;
  readonly atOnce: number;
  readonly fault?: readonly string[];
  readonly config?: string;
  readonly orderAnswer: 'same-connection' | 'own-message';
  readonly hl7Version: '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';
  readonly application?: string;
  readonly facility: string;
  readonly allowHost?: readonly string[];
  readonly seed: string;
  readonly fast?: boolean;
  readonly host?: string;
  readonly serviceTime?: string;
  /** Shares, 0 to 1. */
  readonly errors?: number;
  readonly rejects?: number;
  readonly silence?: number;
  readonly forwardTo?: string;
}
