import type { z } from 'zod';
import { type Mistake, mistakes } from '../../base/mistake.js';
import { type Path, readYaml, valueAt, type YamlDocument } from '../../base/yaml-document.js';
import type { ProfileDefect } from '../model/defect.js';

export type FileResult<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Reads a YAML or JSON file of a known shape, an overlay or a baseline. Never throws; all mistakes come with their place. */
export function readFileOf<T>(text: string, file: string, schema: z.ZodType<T>): FileResult<T> {
  const document = readYaml(text);
  if (document.mistakes.length > 0) {
    const defects = document.mistakes.map(({ line, column, what }) =>
      defect(file, { line, column }, what, 'correct the YAML at this place'),
    );
    return { kind: 'defective', defects };
  }
  const { data } = document;
  const result = schema.safeParse(data ?? {});
  if (result.success) return { kind: 'read', value: result.data };
  const found = mistakes(result.error.issues, (path) => valueAt(data, path));
  return { kind: 'defective', defects: found.map((one) => placed(file, document, one)) };
}

function placed(file: string, document: YamlDocument, { path, what, remedy, atKey }: Mistake): ProfileDefect {
  const place = atKey ? document.keyPlace(path) : document.place(path);
  return defect(file, place, `${nameOf(path)}${what}`, remedy);
}

/** `overlay 3: ` for people, who count from 1. */
function nameOf(path: Path): string {
  const names = path.map((step) => (typeof step === 'number' ? step + 1 : step));
  return names.length === 0 ? '' : `${names.join(' ')}: `;
}

function defect(
  file: string,
  place: { readonly line: number; readonly column: number },
  message: string,
  remedy: string,
): ProfileDefect {
  return { severity: 'error', code: 'wrong-entry', place: { file, ...place }, message, remedy };
}
