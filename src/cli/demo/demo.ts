import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { wallClock } from '../../base/clock.js';
import { demoConfig } from '../../config/demo.js';
import { forwardSlashes, withoutLine } from '../../run/path-text.js';
import type { ExitCode } from '../exit-codes.js';
import { packageRoot, packageVersion } from '../package-root.js';
import { performSuite } from '../suite/perform.js';
import type { Terminal } from '../terminal.js';
import { bundledRequirements, suiteFolders } from '../test/bundled.js';
import { knownDefect } from './known-defect.js';
import type { DemoFlags } from './options.js';
import { serveDemo } from './serve.js';
import { moduleOf } from './stack-module.js';

/** What the suite leaves out unless it is asked for: what must fail, needs another topology or a person, or fills the disk. */
const WHOLE_SUITE = 'not @must-fail and not @certification and not @manual and not @huge';

/** The bundled suite against the embedded engine, or the engine alone. Throws OperatorError. */
export async function demo(paths: readonly string[], flags: DemoFlags, terminal: Terminal): Promise<ExitCode> {
  const defects = (flags.defect ?? []).map(knownDefect);
  if (flags.serve) return serveDemo(flags, defects, terminal);
  const folder = packageRoot();
  const chosen = paths.length > 0 ? paths.map((path) => fromPackage(path, folder)) : ['features'];
  const config = demoConfig({
    folder,
    features: ['features'],
    version: packageVersion(),
    results: resolve(flags.results ?? 'results'),
    requirements: bundledRequirements(paths.length > 0 ? chosen.map((path) => resolve(folder, path)) : suiteFolders()),
  });
  const seed = flags.seed ?? '1';
  return performSuite(
    {
      config,
      seed,
      clock: flags.clock ?? wholeSecond(),
      command: [
        'pipehat demo',
        ...paths,
        ...defects.map((name) => `--defect ${name}`),
        ...(flags.stack ? [`--stack ${flags.stack}`] : []),
        `--seed ${seed}`,
      ].join(' '),
      selection: {
        cwd: folder,
        bundledFolder: join(folder, 'features'),
        paths: chosen,
        steps: [],
        tags: tagsFor(paths, flags),
        dryRun: false,
      },
      demoDefects: defects,
      ...(flags.stack && { demoStack: moduleOf(flags.stack) }),
      allowUntestable: flags.allowUntestable,
      allure: flags.allure,
    },
    terminal,
  );
}

/** Named files speak for themselves; folders and the whole suite leave out what is meant for other runs. */
function tagsFor(paths: readonly string[], { tags }: DemoFlags): string {
  if (tags !== undefined) return tags;
  return paths.some((path) => path.includes('.feature')) ? '' : WHOLE_SUITE;
}

/** Paths are the user's, from where they stand, where there is such a file or folder, and else those of the package. */
function fromPackage(path: string, folder: string): string {
  if (!existsSync(resolve(withoutLine(path)))) return path;
  const inside = relative(folder, resolve(path));
  return inside.startsWith('..') ? resolve(path) : forwardSlashes(inside);
}

function wholeSecond(): Date {
  const now = wallClock();
  now.setUTCMilliseconds(0);
  return now;
}
