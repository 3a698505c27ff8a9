import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { realTimer } from '../../base/timer.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Interrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { isGlob } from './glob.js';
import { loadPlans } from './load-plans.js';
import type { ValidateOptions } from './options.js';

/** Milliseconds of quiet after a change: an editor writes a file in several steps. */
const QUIET_MS = 150;

/** Validates now and after every change of a message, a profile or a file about severity, until it is interrupted. Mistakes are told and wait for the next change. */
export async function watchAndRepeat(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
  interrupt: Interrupt,
  once: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (files.includes('-')) throw new OperatorError(EXIT.usage, '--watch cannot watch standard input', 'name files');
  const changes = new Changes(watchedPaths(files, options), options.output);
  try {
    for (;;) {
      await tolerant(once, terminal);
      terminal.err('watching for changes; Ctrl-C ends');
      if ((await Promise.race([changes.next(), interrupt.requested.then(() => 'end' as const)])) === 'end') break;
    }
  } finally {
    changes.close();
  }
  return EXIT.passed;
}

async function tolerant(once: () => Promise<ExitCode>, terminal: Terminal): Promise<void> {
  try {
    await once();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    terminal.err(`${error.message}\n    ${error.remedy}`);
  }
}

function watchedPaths(files: readonly string[], options: ValidateOptions): readonly string[] {
  const { paths } = loadPlans(options.profile ?? []);
  const own = [...(options.overlay ?? []), ...(options.baseline === undefined ? [] : [options.baseline])];
  const folders = files.map((file) => (isGlob(file) ? staticPart(file) : file));
  return [...new Set([...paths, ...own, ...folders])];
}

/** The folder of a pattern below which its files are. */
function staticPart(pattern: string): string {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob)).join('/');
  return fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
}

/** Tells when something has changed below some paths, once it is quiet again. */
class Changes {
  readonly #watchers: readonly FSWatcher[];
  readonly #output: string | undefined;
  readonly #timer = realTimer();
  #cancel = (): void => {};
  #resolve: () => void = () => {};
  #isChanged = false;

  /** What is written to `output` is no change. */
  constructor(paths: readonly string[], output: string | undefined) {
    this.#output = output === undefined ? undefined : basename(output);
    this.#watchers = paths.map((path) => this.#watch(path));
  }

  /** Resolves at the next change; at once where one came since the last call. */
  next(): Promise<'changed'> {
    return new Promise((resolve) => {
      this.#resolve = () => {
        this.#isChanged = false;
        this.#resolve = () => {};
        resolve('changed');
      };
      if (this.#isChanged) this.#resolve();
    });
  }

  close(): void {
    this.#cancel();
    for (const watcher of this.#watchers) watcher.close();
  }

  /** A file is watched through its folder, since editors replace files instead of writing them. */
  #watch(path: string): FSWatcher {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const watcher = watch(isFolder ? path : dirname(path), { recursive: isFolder }, (_, name) => {
      if (name === null || basename(name) !== this.#output) this.#changed();
    });
    watcher.on('error', () => this.#changed());
    return watcher;
  }

  #changed(): void {
    this.#cancel();
    this.#cancel = this.#timer.after(QUIET_MS, () => {
      this.#isChanged = true;
      this.#resolve();
    });
  }
}
