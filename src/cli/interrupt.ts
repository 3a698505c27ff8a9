import { EXIT } from './exit-codes.js';

export interface Interrupt {
  /** Resolves at the first Ctrl-C (or a request to end the process). */
  readonly requested: Promise<void>;
  /** Stops watching; must be called when the command is done. */
  release(): void;
}

/** Lets a command end by itself on Ctrl-C. A second Ctrl-C does not wait for it. */
export function watchInterrupt(): Interrupt {
  let seen = false;
  let request: () => void = () => {};
  const requested = new Promise<void>((resolve) => {
    request = resolve;
  });
  const onSignal = (): void => {
    if (seen) process.exit(EXIT.interrupted);
    seen = true;
    request();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    requested,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
