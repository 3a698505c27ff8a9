import type { z } from 'zod';
import { type Mistake, mistakes } from '../../../base/mistake.js';
import { type Path, readYaml, valueAt, type YamlDocument } from '../../../base/yaml-document.js';
import type { ProfileDefect } from '../../model/defect.js';
import type { SourcePlace } from '../../model/source-place.js';
import type { DefectList } from '../defect-list.js';

export type { Path };

/** A YAML profile while it is read: its data, where everything stands, and what is wrong so far. */
export class YamlSource {
  readonly file: string;
  readonly data: unknown;
  readonly #document: YamlDocument;
  readonly #defects: DefectList;

  constructor(file: string, document: YamlDocument, defects: DefectList) {
    this.file = file;
    this.data = document.data;
    this.#document = document;
    this.#defects = defects;
  }

  /** What a shape makes of `value`, which stands at `path`; undefined where it does not fit, which is told. */
  read<T>(shape: z.ZodType<T>, value: unknown, path: Path): T | undefined {
    const result = shape.safeParse(value);
    if (result.success) return result.data;
    const shown = (below: Path): unknown => valueAt(value, below);
    for (const mistake of mistakes(result.error.issues, shown)) this.#tell(mistake, path);
    return undefined;
  }

  error(path: Path, code: string, what: string, remedy: string): void {
    this.#defects.error(code, this.place(path), what, remedy);
  }

  /** As `error`, at the key that ends the path. */
  errorAtKey(path: Path, code: string, what: string, remedy: string): void {
    this.#defects.error(code, this.keyPlace(path), what, remedy);
  }

  warning(path: Path, code: string, what: string, remedy: string): void {
    this.#defects.warning(code, this.place(path), what, remedy);
  }

  /** Defects of another profile, of which this one is made. */
  include(defects: readonly ProfileDefect[]): void {
    for (const { severity, code, place, message, remedy } of defects) {
      if (severity === 'error') this.#defects.error(code, place, message, remedy);
      else this.#defects.warning(code, place, message, remedy);
    }
  }

  place(path: Path): SourcePlace {
    return { file: this.file, ...this.#document.place(path) };
  }

  keyPlace(path: Path): SourcePlace {
    return { file: this.file, ...this.#document.keyPlace(path) };
  }

  #tell(mistake: Mistake, above: Path): void {
    const path = [...above, ...mistake.path];
    const place = mistake.atKey ? this.keyPlace(path) : this.place(path);
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    this.#defects.error('yaml-form', place, where + mistake.what, mistake.remedy);
  }
}

/** Reads the text of a file; undefined where it is no YAML, which is told. */
export function yamlSource(file: string, text: string, defects: DefectList): YamlSource | undefined {
  const document = readYaml(text);
  for (const { what, line, column } of document.mistakes) {
    defects.error(
      'yaml-syntax',
      { file, line, column },
      firstLine(what),
      'mend the YAML at this place; the rest is read then',
    );
  }
  return document.mistakes.length > 0 ? undefined : new YamlSource(file, document, defects);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
