import type { TargetOptions } from '../link-options.js';

export interface SendOptions extends TargetOptions {
  readonly example?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly connectTimeout: number;
  readonly connections: number;
  readonly perMessage?: boolean;
  readonly allowProduction?: boolean;
  readonly format: 'text' | 'json';
}
