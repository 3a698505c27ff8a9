import type { TreeDepth } from '../../conformance/show/shown-nodes.js';

export interface LintOptions {
  readonly rules?: boolean;
  readonly format: 'text' | 'json';
}

export interface ShowOptions {
  readonly path?: string;
  readonly depth: TreeDepth;
  readonly format: 'text' | 'html' | 'json';
  readonly output?: string;
}

export interface ConvertOptions {
  readonly to: 'yaml' | 'igamt' | 'chapter-2b';
  readonly output?: string;
  readonly lossless?: boolean;
  readonly format: 'text' | 'json';
}

export interface DiffOptions {
  readonly format: 'text' | 'json';
}
