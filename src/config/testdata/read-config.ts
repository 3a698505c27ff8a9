import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, ConfigProblem, ConfigResult } from '../config.js';
import { loadConfig } from '../load.js';

/** Where complete.yaml and its certificates are. */
export const testdata = fileURLToPath(new URL('.', import.meta.url));
export const complete = join(testdata, 'complete.yaml');
export const SECRETS = { PIPEHAT_TLS: 'opensesame' };

/** How the file names an environment variable. */
export const variable = (name: string): string => `\${${name}}`;

export const MINIMAL = `
environments:
  test:
    role: engine
    actors:
      ehr: { send: "mllp://127.0.0.1:6661", listen: 7001 }
`;

/** A folder of its own, in which texts are read as config files. */
export class ConfigFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'pipehat-config-'));

  remove(): void {
    rmSync(this.path, { recursive: true });
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  read(yaml: string, environment?: string, variables: NodeJS.ProcessEnv = {}): ConfigResult {
    this.write('pipehat.config.yaml', yaml);
    return loadConfig(join(this.path, 'pipehat.config.yaml'), environment, variables);
  }

  config(yaml: string): Config {
    const result = this.read(yaml);
    if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
    return result.config;
  }

  problems(yaml: string, environment?: string, variables: NodeJS.ProcessEnv = {}): readonly ConfigProblem[] {
    const result = this.read(yaml, environment, variables);
    return result.kind === 'invalid' ? result.problems : [];
  }
}

/** `line:column path: what | remedy` of every problem. */
export function brief(found: readonly ConfigProblem[]): readonly string[] {
  return found.map(({ line, column, path, what, remedy }) => `${line}:${column} ${path}: ${what} | ${remedy}`);
}
