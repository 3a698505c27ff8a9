import type { z } from 'zod';
import { type Mistake, mistakes } from './mistake.js';
import { type Path, type Place, readYaml, valueAt, type YamlDocument } from './yaml-document.js';

/** A mistake at its place in a file; `name` is the element for people, who count from 1: `overlay 3`. */
export interface PlacedMistake extends Place {
  readonly name: string;
  readonly what: string;
  readonly remedy: string;
}

export type WrittenFile<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly PlacedMistake[] };

/** Reads YAML or JSON of a known shape. Never throws; all mistakes come with their place. */
export function readWritten<T>(text: string, schema: z.ZodType<T>): WrittenFile<T> {
  const document = readYaml(text);
  if (document.mistakes.length > 0) {
    const remedy = 'correct the YAML at this place';
    return { kind: 'mistaken', mistakes: document.mistakes.map((one) => ({ ...one, name: '', remedy })) };
  }
  const { data } = document;
  const result = schema.safeParse(data ?? {});
  if (result.success) return { kind: 'read', value: result.data };
  const found = mistakes(result.error.issues, (path) => valueAt(data, path));
  return { kind: 'mistaken', mistakes: found.map((one) => placed(document, one)) };
}

function placed(document: YamlDocument, { path, what, remedy, atKey }: Mistake): PlacedMistake {
  const { line, column } = atKey ? document.keyPlace(path) : document.place(path);
  return { line, column, name: nameOf(path), what, remedy };
}

function nameOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ');
}
