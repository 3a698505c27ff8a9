import { spawn } from 'node:child_process';
import { entry } from '../entry.js';

export interface StackOptions {
  /** URL of the package's module. */
  readonly module: string;
  readonly enginePort: number;
  /** 0 for any that is free. */
  readonly port: number;
}

export interface Stack {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts somebody else's inbound side before an engine. Rejects with what it said where it does not come up. */
export function startStack({ module, enginePort, port }: StackOptions): Promise<Stack> {
  const child = spawn(
    process.execPath,
    [entry(), 'stack', `--module=${module}`, `--engine=${enginePort}`, `--port=${port}`],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('message', (told: { readonly port: number }) => {
      const close = (): Promise<void> => {
        child.kill();
        return gone;
      };
      resolve({ port: told.port, close });
    });
    void gone.then(() => reject(new Error(`the inbound side did not come up: ${said.trim()}`)));
  });
}
