import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';

export type Path = readonly (string | number)[];

/** 1-based, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML file that still knows where everything stood. */
export interface YamlDocument {
  /** Maps, lists and texts: every scalar is left as the text in the file, so `4.50` and `2.5.1` stay what they are. */
  readonly data: unknown;
  readonly mistakes: readonly (Place & { readonly what: string })[];
  /** Where the value at `path` stands, or else the nearest thing around it that exists. */
  place(path: Path): Place;
  /** Where the key that ends `path` stands. */
  keyPlace(path: Path): Place;
}

/** Reads YAML 1.2 with anchors and merge keys (`<<: *base`). Never throws: mistakes are part of the result. */
export function readYaml(text: string): YamlDocument {
  try {
    return parsed(text);
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

/** What the reader gives up on: it recurses, and counts what aliases would come to. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'the YAML is nested too deeply';
  if (error instanceof ReferenceError) return 'the YAML has aliases of aliases without end';
  throw error;
}

function unreadable(what: string): YamlDocument {
  const place = (): Place => ({ line: 1, column: 1 });
  return { data: undefined, mistakes: [{ what, ...place() }], place, keyPlace: place };
}

function parsed(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = [
    ...document.errors.map((error) => ({ ...at(error.pos[0]), what: error.message })),
    ...wrongMerges(document, text).map((node) => ({
      ...at(offsetOf(node)),
      what: '"<<" takes a map, or an alias of one',
    })),
  ];
  return {
    data: mistakes.length === 0 ? document.toJS() : undefined,
    mistakes,
    place: (path) => at(offsetOf(nearest(document, path))),
    keyPlace: (path) => at(offsetOf(keyOf(document, path) ?? nearest(document, path))),
  };
}

/** The keys `<<` whose value is nothing that can be merged; the library would throw at them. */
function wrongMerges(document: Document, text: string): readonly Node[] {
  const found: Node[] = [];
  if (!text.includes('<<')) return found;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.source !== '<<') return;
      const source = resolved(document, value);
      const sources = isSeq(source) ? source.items.map((item) => resolved(document, item)) : [source];
      if (!sources.every(isMap)) found.push(key);
    },
  });
  return found;
}

function offsetOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** The node at the longest beginning of `path` that exists. */
function nearest(document: Document, path: Path): Node | undefined {
  let node = resolved(document, document.contents);
  for (const step of path) {
    const next = isCollection(node) ? child(document, node, step) : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function child(document: Document, node: Node, step: string | number): Node | undefined {
  if (!isCollection(node)) return undefined;
  const own = node.get(step, true);
  return resolved(document, own ?? (isMap(node) ? merged(document, node, step) : undefined));
}

/** What `<<: *base` brings in. */
function merged(document: Document, map: YAMLMap, step: string | number): unknown {
  const base = resolved(document, map.get('<<', true));
  return isMap(base) ? child(document, base, step) : undefined;
}

function keyOf(document: Document, path: Path): Node | undefined {
  const parent = nearest(document, path.slice(0, -1));
  const name = String(path.at(-1));
  if (!isMap(parent)) return undefined;
  const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)?.key;
  return isNode(key) ? key : undefined;
}

function resolved(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return (node as Alias).resolve(document);
  return isNode(node) ? node : undefined;
}

/** The value at `path` in plain data; undefined where there is no way down. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, step)
        ? (node as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}
