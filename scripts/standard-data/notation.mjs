// Message structures as text: `[x]` optional, `{x}` repeating, `<NAME: ...>` group, `( A | B )` exactly one of them.

/** The dictionary says `max: 0` where there is no limit. */
function cardinality({ min, max }, body) {
  const repeated = max === 0 ? `{${body}}` : body;
  return min === 0 ? `[${repeated}]` : repeated;
}

/**
 * A node of the dictionary. Its pseudo segments with a comma in the name are choices: it marks them optional and
 * repeating, the standard requires exactly one alternative. Some have lost their names and say nothing.
 */
export function nodeText(node) {
  if (node.compounds !== undefined) {
    const names = node.compounds.map(({ name }) => name).filter((name) => name !== null);
    if (names.length === 0) return '';
    return names.length === 1 ? cardinality(node, names[0]) : `( ${names.join(' | ')} )`;
  }
  if (node.children === undefined) return cardinality(node, node.name);
  // 2.7 has one group name with a slash and small letters.
  const name = node.name.toUpperCase().replace(/\W/g, '_');
  return cardinality(node, `<${name}: ${nodesText(node.children)}>`);
}

export function nodesText(nodes) {
  return nodes
    .map(nodeText)
    .filter((text) => text !== '')
    .join(' ');
}
