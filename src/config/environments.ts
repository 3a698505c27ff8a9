import type { z } from 'zod';
import { type Mistake, mistakes } from '../base/mistake.js';
import { type Path, valueAt } from '../base/yaml-document.js';
import type { Environment } from './config.js';
import { demoEnvironment } from './demo.js';
import { resolveEnvironment } from './environment.js';
import { environmentRules } from './rules.js';
import { demoEnvironmentSchema, environmentSchema } from './schema.js';

interface Reading {
  readonly folder: string;
  readonly shown: (path: Path) => unknown;
  readonly found: Mistake[];
}

/** Checks every environment and returns the selected one, where it can be made. */
export function readEnvironments(
  data: unknown,
  selected: string | undefined,
  reading: Reading,
): Environment | undefined {
  let environment: Environment | undefined;
  const own = valueAt(data, ['extensions', 'faults']);
  const hasOwnFaults = Array.isArray(own) && own.length > 0;
  const all = valueAt(data, ['environments']);
  for (const [name, raw] of Object.entries(typeof all === 'object' && all !== null ? all : {})) {
    const path = ['environments', name];
    const read = readEnvironment(name, raw, path, { ...reading, hasOwnFaults });
    if (name === selected) environment = read?.();
  }
  return environment;
}

/** Checks one environment; what is returned makes it, which reads its certificates. */
function readEnvironment(
  name: string,
  raw: unknown,
  path: Path,
  reading: Reading & { readonly hasOwnFaults: boolean },
): (() => Environment) | undefined {
  if (valueAt(raw, ['demoEngine']) !== undefined) {
    const demo = demoEnvironmentSchema.safeParse(raw);
    if (!demo.success) reading.found.push(...mistakes(below(path, demo.error.issues), reading.shown));
    return demo.success ? () => demoEnvironment(name, demo.data) : undefined;
  }
  reading.found.push(...environmentRules(raw, path));
  const result = environmentSchema.safeParse(raw);
  if (!result.success) reading.found.push(...mistakes(below(path, result.error.issues), reading.shown));
  const { folder, found, hasOwnFaults } = reading;
  const context = { name, path, folder, hasOwnFaults, mistakes: found };
  return result.success ? () => resolveEnvironment(result.data, context) : undefined;
}

/** Issues of a part, as seen from the whole file. */
function below(path: Path, issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}
