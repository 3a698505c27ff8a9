import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTarget } from '../../config/target.js';
import type { DefectName } from '../../demo/defects.js';
import { startEngine } from '../../demo/engine.js';
import type { Address } from '../../demo/link.js';
import { ListenError } from '../../demo/listener.js';
import { startStack } from '../../demo/stack/stack-control.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import type { DemoFlags } from './options.js';
import { moduleOf } from './stack-module.js';

/** The demo engine alone, in this process, until Ctrl-C. */
export async function serveDemo(
  flags: DemoFlags,
  defects: readonly DefectName[],
  terminal: Terminal,
): Promise<ExitCode> {
  const dataDir = flags.dataDir ?? mkdtempSync(join(tmpdir(), 'pipehat-demo-'));
  const deliver = Object.fromEntries((flags.deliver ?? []).map(destination));
  const interrupt = watchInterrupt();
  const module = flags.stack && moduleOf(flags.stack);
  const own = module ? 0 : flags.port;
  const engine = await startEngine({ port: own, dataDir, deliver, defects, log: terminal.err }).catch(unavailable);
  const stack = module ? await startStack({ module, enginePort: engine.port, port: flags.port }) : undefined;
  const { port } = stack ?? engine;
  terminal.out(`demo engine listening on mllp://127.0.0.1:${port}; messages kept in ${dataDir}`);
  terminal.out(`try: pipehat send <file> --to mllp://127.0.0.1:${port}     (Ctrl-C ends it)`);
  await interrupt.requested;
  await stack?.close();
  await engine.stop();
  interrupt.release();
  return EXIT.passed;
}

function unavailable(error: unknown): never {
  if (!(error instanceof ListenError)) throw error;
  throw new OperatorError(EXIT.infrastructure, error.message, 'choose another port with --port');
}

const ROLES = ['ehr', 'lis', 'ris', 'pharmacy'];

function destination(text: string): readonly [string, Address] {
  const [role = '', addresses = ''] = text.split('=');
  const [first, second, ...more] = addresses.split(',').map((address) => parseTarget(`mllp://${address}`));
  if (ROLES.includes(role) && more.length === 0 && first?.kind === 'target' && second?.kind !== 'invalid')
    return [role, { ...first.target, ...(second && { standby: second.target }) }];
  throw new OperatorError(
    EXIT.usage,
    `--deliver: "${text}" is no destination`,
    `write role=host:port, e.g. lis=127.0.0.1:7002, with a standby lis=127.0.0.1:7002,127.0.0.1:7012; roles: ${ROLES.join(', ')}`,
  );
}
