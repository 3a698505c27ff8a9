import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleFunction, RuleFunctions } from '../../conformance/rule-function.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/**
 * The functions that modules export as `rules`, by the name that a profile gives them: stand-ins for the Java classes of Plugin
 * assertions. TypeScript works as it is. Throws OperatorError.
 */
export async function loadFunctions(modules: readonly string[]): Promise<RuleFunctions> {
  const functions = new Map<string, RuleFunction>();
  if (modules.some((module) => /\.[mc]?ts$/.test(module))) await import('../../run/typescript-steps.js');
  for (const module of modules) {
    for (const [name, rule] of Object.entries(await exportedRules(module))) functions.set(name, rule);
  }
  return functions;
}

async function exportedRules(module: string): Promise<Readonly<Record<string, RuleFunction>>> {
  const { rules } = await imported(module);
  const isRight =
    typeof rules === 'object' && rules !== null && Object.values(rules).every((one) => typeof one === 'function');
  if (isRight) return rules as Readonly<Record<string, RuleFunction>>;
  throw new OperatorError(
    EXIT.usage,
    `${module} exports no functions for rules`,
    "write: export const rules = { 'the.class.Name': (element) => element.text !== '' }",
  );
}

async function imported(module: string): Promise<{ readonly rules?: unknown }> {
  try {
    return await import(pathToFileURL(resolve(module)).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(EXIT.usage, `${module} cannot be loaded: ${reason}`, 'mend the module, or its path', error);
  }
}
