import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { ProfileDefect } from '../model/defect.js';
import type { SourcePlace } from '../model/source-place.js';

/** One entry of a list: the texts of its keys, and where it and each of them stand. */
export interface ListEntry {
  readonly values: ReadonlyMap<string, string>;
  readonly place: SourcePlace;
  placeOf(key: string): SourcePlace;
}

export interface ReadList {
  readonly entries: readonly ListEntry[];
  readonly defects: readonly ProfileDefect[];
}

/**
 * Reads a YAML or JSON file that holds one list of flat entries below `key`: overlays and baselines. Every value is taken as
 * text. Never throws; unknown keys, other shapes and YAML mistakes are defects with their place.
 */
export function readList(text: string, file: string, key: string, known: readonly string[]): ReadList {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const reader = new ListReader(file, lines, known);
  for (const error of document.errors) {
    reader.defect('not-yaml', error.pos[0], error.message, 'correct the YAML; an online checker shows the place');
  }
  if (document.errors.length === 0) reader.list(document.contents, key);
  return reader;
}

class ListReader implements ReadList {
  readonly entries: ListEntry[] = [];
  readonly defects: ProfileDefect[] = [];
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #known: readonly string[];

  constructor(file: string, lines: LineCounter, known: readonly string[]) {
    this.#file = file;
    this.#lines = lines;
    this.#known = known;
  }

  list(root: Node | null, key: string): void {
    const list = isMap(root) ? root.get(key, true) : undefined;
    if (root === null || (isSeq(list) && list.items.length === 0)) return;
    if (!isMap(root) || !isSeq(list)) {
      this.defect(
        'wrong-form',
        offsetOf(root),
        `there is no list "${key}"`,
        `write "${key}:" and below it "- " for each entry`,
      );
      return;
    }
    for (const item of list.items) {
      if (isMap(item)) this.#entry(item);
      else this.defect('wrong-form', offsetOf(item), 'an entry has keys of its own', 'write "- key: value"');
    }
  }

  defect(code: string, offset: number, message: string, remedy: string): void {
    this.defects.push({ severity: 'error', code, place: this.#place(offset), message, remedy });
  }

  #entry(map: YAMLMap): void {
    const values = new Map<string, string>();
    const offsets = new Map<string, number>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      offsets.set(name, offsetOf(key));
      if (!this.#known.includes(name)) {
        this.defect('unknown-key', offsetOf(key), `unknown key "${name}"`, `known here: ${this.#known.join(', ')}`);
      } else if (isScalar(value)) values.set(name, String(value.value));
      else this.defect('wrong-form', offsetOf(value ?? key), `"${name}" is a single text`, 'write one value');
    }
    const start = offsetOf(map);
    this.entries.push({ values, place: this.#place(start), placeOf: (key) => this.#place(offsets.get(key) ?? start) });
  }

  #place(offset: number): SourcePlace {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function offsetOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}
