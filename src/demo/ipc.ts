import type { EngineStatus } from './engine.js';
import type { EngineTls } from './tls.js';

/** What the process that started the engine may ask for over the IPC channel. */
export type Request =
  | { readonly ask: 'status' | 'pause' | 'resume' | 'cut-off' | 'reconnect' | 'stop' }
  /** TLS with everybody, or plain MLLP where `tls` is absent. */
  | { readonly ask: 'secure'; readonly tls?: EngineTls };

export type Ask = Request & { readonly id: number };

/** The engine's side of the channel: first that it is ready, then one answer for each ask, when it is done. */
export type Told =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'done'; readonly id: number; readonly status: EngineStatus };
