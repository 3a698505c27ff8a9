import type { Mistake } from '../base/mistake.js';
import type { YamlDocument } from '../base/yaml-document.js';
import type { ConfigProblem } from './config.js';

export function problem(file: string, document: YamlDocument, mistake: Mistake): ConfigProblem {
  const place = mistake.atKey ? document.keyPlace(mistake.path) : document.place(mistake.path);
  return { file, ...place, path: mistake.path.join('.'), what: mistake.what, remedy: mistake.remedy };
}

/** The problems in the order of the file, each on two lines: where and what, then the remedy. */
export function formatProblems(problems: readonly ConfigProblem[]): string {
  return [...problems].sort(byPlace).map(formatProblem).join('\n');
}

function formatProblem({ file, line, column, path, what, remedy }: ConfigProblem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place}  ${path === '' ? '' : `${path}: `}${what}\n    ${remedy}`;
}

function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
