import type { TlsOptions } from '../link-options.js';

export interface ListenOptions extends TlsOptions {
  readonly port: number;
  readonly host: string;
  readonly ack: 'AA' | 'AE' | 'AR' | 'none';
  readonly save?: string;
  readonly count?: number;
  readonly fault?: readonly string[];
  readonly format: 'text' | 'json';
}
