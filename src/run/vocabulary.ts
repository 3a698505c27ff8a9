import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { loadSupport } from '@cucumber/cucumber/api';
import { forwardSlashes } from './path-text.js';
import { stepImports } from './step-imports.js';

/** One step as a feature may say it. */
export interface VocabularyStep {
  readonly keyword: 'Given' | 'When' | 'Then' | 'step';
  /** The Cucumber expression, or the source of a regular expression. */
  readonly pattern: string;
  /** Names of the parameter types in it, in order. */
  readonly parameters: readonly string[];
  /** The comment above the definition in one line; '' where there is none. */
  readonly doc: string;
  /** Name of the file without its ending: the topic. */
  readonly topic: string;
  /** `path:line`, the path relative to the working directory. */
  readonly source: string;
}

export interface VocabularyParameter {
  readonly name: string;
  readonly patterns: readonly string[];
}

export interface Vocabulary {
  readonly steps: readonly VocabularyStep[];
  /** The parameter types that the steps use. */
  readonly parameters: readonly VocabularyParameter[];
}

/** What cucumber's library holds; its published type is opaque. */
interface SupportCode {
  readonly stepDefinitions: readonly {
    readonly keyword: 'Given' | 'When' | 'Then' | 'Unknown';
    readonly pattern: string | RegExp;
    readonly uri: string;
    readonly line: number;
  }[];
  readonly parameterTypeRegistry: {
    readonly parameterTypes: Iterable<{ readonly name?: string; readonly regexpStrings: readonly string[] }>;
  };
}

/**
 * The steps of Pipehat and of the user's own files or folders (absolute paths), in the order of files and lines.
 * `imports` replaces what is read, for tests.
 */
export async function readVocabulary(
  cwd: string,
  userSteps: readonly string[],
  imports: string[] = stepImports(userSteps),
): Promise<Vocabulary> {
  const { stepDefinitions, parameterTypeRegistry } = await supportCode(cwd, imports);
  const ordered = [...stepDefinitions].sort((a, b) => compare(a.uri, b.uri) || a.line - b.line);
  const steps = ordered.map((step) => vocabularyStep(step, cwd));
  const used = new Set(steps.flatMap((step) => step.parameters));
  const parameters = [...parameterTypeRegistry.parameterTypes]
    .map(({ name = '', regexpStrings }) => ({ name, patterns: regexpStrings }))
    .filter(({ name }) => used.has(name))
    .sort((a, b) => compare(a.name, b.name));
  return { steps, parameters };
}

async function supportCode(cwd: string, imports: string[]): Promise<SupportCode> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const library = await loadSupport(
    {
      sources: { defaultDialect: 'en', paths: [], names: [], tagExpression: '', order: 'defined' },
      support: { importPaths: imports },
    },
    { cwd, stdout: nowhere },
  );
  return library as unknown as SupportCode;
}

function vocabularyStep(step: SupportCode['stepDefinitions'][number], cwd: string): VocabularyStep {
  const { uri, line, pattern, keyword } = step;
  const isExpression = typeof pattern === 'string';
  return {
    keyword: keyword === 'Unknown' ? 'step' : keyword,
    pattern: isExpression ? pattern : pattern.source,
    parameters: isExpression ? parameterNames(pattern) : [],
    doc: commentAbove(readFileSync(resolve(cwd, uri), 'utf8').split(/\r?\n/), line),
    topic: basename(uri).replace(/(\.steps)?\.[cm]?[jt]s$/, ''),
    source: `${forwardSlashes(uri)}:${line}`,
  };
}

/** `{patient}` and `{int}`; a brace after a backslash is text. */
function parameterNames(expression: string): readonly string[] {
  return [...expression.matchAll(/(?<!\\)\{([^}]*)\}/g)].map((match) => match[1] ?? '');
}

/** The comment that ends on the line above `line` (1-based), as one line of text. */
function commentAbove(lines: readonly string[], line: number): string {
  const collected: string[] = [];
  for (let index = line - 2; index >= 0; index--) {
    const text = lines[index]?.trim() ?? '';
    if (!/^(\/\/|\/\*|\*)/.test(text)) break;
    collected.unshift(text.replace(/^(\/\/+|\/\*+|\*+\/?)\s*|\s*\*\/$/g, ''));
    if (text.startsWith('/*')) break;
  }
  return collected.join(' ').replace(/\s+/g, ' ').trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
