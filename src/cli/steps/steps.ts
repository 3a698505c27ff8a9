import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { loadConfig } from '../../config/load.js';
import { formatProblems } from '../../config/problem.js';
import { readVocabulary, type Vocabulary } from '../../run/vocabulary.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import type { StepsOptions } from './options.js';
import { asMarkdown, asText } from './print.js';

/** Prints the vocabulary as the step definitions themselves tell it. */
export async function steps(options: StepsOptions, cwd: string, terminal: Terminal): Promise<ExitCode> {
  const vocabulary = onTopic(await readSteps(cwd, ownSteps(options, cwd)), options.topic);
  switch (options.format) {
    case 'json':
      terminal.out(JSON.stringify(vocabulary, undefined, 2));
      break;
    case 'markdown':
      terminal.out(asMarkdown(vocabulary));
      break;
    default:
      terminal.out(asText(vocabulary));
  }
  return EXIT.passed;
}

/** What is wrong with a step file shows when it is imported. */
async function readSteps(cwd: string, own: readonly string[]): Promise<Vocabulary> {
  try {
    return await readVocabulary(cwd, own);
  } catch (error) {
    const what = error instanceof Error ? error.message : inspect(error);
    const remedy = `mend the file it names; your own steps are read from ${own.join(', ') || 'no folder'}`;
    throw new OperatorError(EXIT.usage, `the steps cannot be loaded: ${what}`, remedy, error);
  }
}

/** The step files of the project; outside of a project there are none. */
function ownSteps(options: StepsOptions, cwd: string): readonly string[] {
  const file = resolve(cwd, options.config);
  if (!existsSync(file)) return [];
  const result = loadConfig(file, options.env);
  if (result.kind === 'config') return result.config.steps;
  throw new OperatorError(EXIT.usage, `the config has mistakes\n${formatProblems(result.problems)}`, 'mend them first');
}

function onTopic(vocabulary: Vocabulary, topic: string | undefined): Vocabulary {
  if (topic === undefined) return vocabulary;
  const steps = vocabulary.steps.filter((step) => step.topic === topic);
  if (steps.length > 0) return { ...vocabulary, steps };
  const topics = [...new Set(vocabulary.steps.map((step) => step.topic))].sort().join(', ');
  throw new OperatorError(EXIT.usage, `no steps on the topic "${topic}"`, `the topics are: ${topics}`);
}
