import { exec } from 'node:child_process';
import type { Timer } from '../../base/timer.js';

export interface MemorySample {
  /** Since the start of the run. */
  readonly second: number;
  readonly bytes: number;
}

const COMMAND_TIMEOUT_MS = 10_000;

/** Asks again and again how much memory the system under test uses, by a command of its operator's that prints bytes. */
export class MemoryProbe {
  readonly samples: MemorySample[] = [];
  /** Why the command gave no number, the last time that it did not. */
  trouble: string | undefined;
  readonly #command: string;
  readonly #everyMs: number;
  readonly #timer: Timer;
  #startedAt = 0;
  #isOver = false;
  #asking: Promise<void> = Promise.resolve();
  #cancel: () => void = () => {};

  constructor(command: string, everyMs: number, timer: Timer) {
    this.#command = command;
    this.#everyMs = everyMs;
    this.#timer = timer;
  }

  start(): void {
    this.#startedAt = this.#timer.now();
    this.#ask();
  }

  /** Resolves when the last sample is in. */
  async stop(): Promise<void> {
    this.#isOver = true;
    this.#cancel();
    await this.#asking;
  }

  #ask(): void {
    const askedAt = this.#timer.now();
    this.#asking = bytesOf(this.#command).then((answer) => {
      const second = (askedAt - this.#startedAt) / 1_000;
      if (typeof answer === 'number') this.samples.push({ second, bytes: answer });
      else this.trouble = answer;
      const spent = this.#timer.now() - askedAt;
      if (!this.#isOver) this.#cancel = this.#timer.after(Math.max(0, this.#everyMs - spent), () => this.#ask());
    });
  }
}

/** What the command prints as a number of bytes, or why it does not. */
function bytesOf(command: string): Promise<number | string> {
  return new Promise((resolve) => {
    exec(command, { timeout: COMMAND_TIMEOUT_MS, windowsHide: true }, (error, stdout, stderr) => {
      const said = (text: string): string => text.trim().split('\n')[0] ?? '';
      if (error) resolve(said(stderr) || said(error.message));
      else resolve(readBytes(stdout) ?? `it printed "${said(stdout).slice(0, 80)}", which is no number of bytes`);
    });
  });
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1_000,
  mb: 1_000_000,
  gb: 1_000_000_000,
  kib: 1_024,
  mib: 1_024 ** 2,
  gib: 1_024 ** 3,
};

/** `123456`, `120.5 MB`, `118MiB`; undefined for anything else. */
export function readBytes(text: string): number | undefined {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}
