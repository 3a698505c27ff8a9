import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { realTimer } from '../base/timer.js';
import { type DefectName, Defects } from './defects.js';
import { type Addresses, Deliveries, openQueues } from './deliveries.js';
import { indexCounts, type RecordIndex, recordIndex } from './index/record-index.js';
import { Intake } from './intake.js';
import { Listener } from './listener.js';
import type { Log } from './log.js';
import { MessageStore } from './message-store.js';
import { Receiver } from './receiver.js';
import { Routes } from './routes.js';
import type { EngineTls } from './tls.js';

const DEFAULT_MAX_FRAME_BYTES = 67_108_864;

export interface EngineOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** Holds the message log and the delivery logs; made where it is missing. One engine at a time may use it. */
  readonly dataDir: string;
  /** What is for a destination without an address is kept until a later start names one. */
  readonly deliver: Addresses;
  readonly defects?: readonly DefectName[];
  /** Real milliseconds for one nominal millisecond of every delay and timeout; 1 unless told otherwise. */
  readonly timeScale?: number;
  /** Speaks TLS with senders and destinations, and looks at their certificates; plain MLLP where absent. */
  readonly tls?: EngineTls;
  /** Larger messages are rejected; 64 MiB unless told otherwise. */
  readonly maxFrameBytes?: number;
  /** Takes one line for each thing that an operator should know; nothing of a patient is in it. */
  readonly log?: Log;
}

/** Starts an engine on what its data folder holds. Throws a ListenError where the port cannot be had. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const log = options.log ?? (() => {});
  const timer = realTimer(options.timeScale ?? 1);
  const defects = new Defects(options.defects);
  const index = recordIndex(defects);
  const intake = new Intake(index, new Routes(index.orders), defects);

  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const queues = await openQueues(options.dataDir, options.deliver);
  const { store, dropped } = await MessageStore.open(join(options.dataDir, 'messages.log'), (stored, place) => {
    if (!defects.has('forgets-after-restart')) intake.replay(stored.raw);
    if (defects.has('loses-queue-on-restart')) return;
    for (const name of stored.to) queues.get(name)?.offer({ number: stored.number, place, patient: stored.patient });
  });
  if (dropped > 0) log(`the message log ended in an unfinished record: ${dropped} bytes dropped`);

  const deliveries = new Deliveries({
    addresses: options.deliver,
    queues,
    defects,
    timer,
    log,
    tls: options.tls,
    read: (place) => store.read(place),
    answered: async (answer) => {
      const message = intake.answer(answer);
      if (message) await receiver.keepAnswer(message);
    },
  });
  const receiver = new Receiver({
    intake,
    store,
    defects,
    timer,
    log,
    dispatch: (stored, place) => deliveries.dispatch(stored, place),
    returnTo: (sender) => [...queues.keys()].find((name) => name === sender.toLowerCase()),
  });
  const maxFrameBytes = options.maxFrameBytes ?? DEFAULT_MAX_FRAME_BYTES;
  const connected = { receiver, defects, timer, log, maxFrameBytes };
  const listener = new Listener(options.host ?? '127.0.0.1', options.port, connected, options.tls);
  const engine = new Engine({ index, store, receiver, deliveries, listener });
  await engine.open();
  return engine;
}

interface EngineParts {
  readonly index: RecordIndex;
  readonly store: MessageStore;
  readonly receiver: Receiver;
  readonly deliveries: Deliveries;
  readonly listener: Listener;
}

/** A running interface engine. */
export class Engine {
  readonly #parts: EngineParts;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  async open(): Promise<void> {
    try {
      await this.#parts.listener.open();
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.#parts.deliveries.start();
  }

  get port(): number {
    return this.#parts.listener.port;
  }

  /** Answers what was received, writes what is unwritten, and ends. What is not delivered stays in the queues. */
  async stop(): Promise<void> {
    await this.#parts.listener.close();
    this.#parts.receiver.flush();
    await this.#parts.deliveries.stop();
    await this.#parts.store.close();
  }

  /** Reads nothing and sends nothing until `resume`, like a process that hangs: connections stay. */
  pause(): void {
    this.#parts.listener.pause();
    this.#parts.deliveries.pause();
  }

  resume(): void {
    this.#parts.listener.resume();
    this.#parts.deliveries.resume();
  }

  /** Resets all connections and makes and takes none until `reconnect`, like a machine whose network is gone. */
  cutOff(): void {
    this.#parts.listener.cutOff();
    this.#parts.deliveries.cutOff();
  }

  /** Speaks TLS from now on, with everybody, or plain MLLP where undefined; connections are made anew. */
  async secure(tls: EngineTls | undefined): Promise<void> {
    this.#parts.deliveries.secure(tls);
    await this.#parts.listener.secure(tls);
  }

  /** Listens again on the same port and delivers at once. */
  async reconnect(): Promise<void> {
    await this.#parts.listener.open();
    this.#parts.deliveries.reconnect();
  }

  status() {
    const { index, store, receiver, deliveries, listener } = this.#parts;
    return {
      port: listener.port,
      connections: listener.connections,
      ...receiver.counts,
      stored: store.size,
      syncs: store.syncs,
      index: indexCounts(index),
      destinations: deliveries.status(),
    };
  }
}

export type EngineStatus = ReturnType<Engine['status']>;
