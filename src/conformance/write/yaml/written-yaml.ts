import { Document, isCollection, isMap, isPair, isScalar } from 'yaml';

/** What becomes YAML: texts, lists and maps; what is undefined is left out. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written | undefined };

/** In characters: what fits is written on one line. */
const LINE = 120;

/** The text of a YAML document. Every scalar is text, as the loader takes it. */
export function yamlText(value: Written, comment: string): string {
  const document = new Document(withoutUndefined(value), { schema: 'failsafe' });
  document.commentBefore = ` ${comment}`;
  if (isMap(document.contents)) {
    for (const { key, value: section } of document.contents.items) {
      if (isScalar(key)) key.spaceBefore = true;
      layOut(section, 2);
    }
  }
  return document.toString({ lineWidth: 0 });
}

function withoutUndefined(value: Written): unknown {
  if (typeof value === 'string') return value;
  if (isList(value)) return value.map(withoutUndefined);
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, withoutUndefined(one)]],
  );
  return Object.fromEntries(entries);
}

function isList(value: Exclude<Written, string>): value is readonly Written[] {
  return Array.isArray(value);
}

/** Whatever fits on one line stands on one; gives how long the node is there. */
function layOut(node: unknown, depth: number): number {
  if (!isCollection(node)) return isScalar(node) ? String(node.value).length + 2 : 2;
  const lengths = node.items.map((item) =>
    isPair(item) ? layOut(item.key, depth) + layOut(item.value, depth + 2) : layOut(item, depth + 2),
  );
  const length = lengths.reduce((sum, one) => sum + one + 2, 2);
  if (node.items.length === 0 || depth + length <= LINE) node.flow = true;
  return length;
}
