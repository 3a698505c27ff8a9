import type { EngineStatus } from './engine.js';

/** What the process that started the engine may ask for over the IPC channel. */
export interface Ask {
  readonly id: number;
  readonly ask: 'status' | 'pause' | 'resume' | 'cut-off' | 'reconnect' | 'stop';
}

/** The engine's side of the channel: first that it is ready, then one answer for each ask, when it is done. */
export type Told =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'done'; readonly id: number; readonly status: EngineStatus };
