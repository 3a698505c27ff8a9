// A tree of segments as text, the same for the same tree, whoever holds it.
/** `MSH [{SFT}] PID [{(OBX [{NTE}])}]`: brackets for what may be absent, braces for what repeats. */
export function ourText({ nodes }) {
  return nodes.map(ourNode).join(' ');
}

function ourNode(node) {
  const { min, max } = node;
  switch (node.kind) {
    case 'segment':
      return marked(nameOf(node.name), min > 0, max > 1);
    case 'group':
      return group(ourText(node), min > 0, max > 1);
    case 'choice':
      return marked(choiceText(node.alternatives.map(ourNode)), min > 0, max > 1);
  }
}

/** The same for a tree of HAPI or hl7apy, as `Structures` and `structures.py` print it. */
export function theirText(nodes) {
  const texts = [];
  for (const [n, node] of nodes.entries()) {
    // HAPI lists the alternatives of a choice one behind the other.
    if (node.choice && nodes[n - 1]?.choice) texts.push(choiceText([texts.pop(), nameOf(node.name)]));
    else texts.push(theirNode(node));
  }
  return texts.join(' ');
}

function theirNode({ name, min, repeats, nodes, isChoice, choice }) {
  if (nodes === undefined) return choice ? nameOf(name) : marked(nameOf(name), min > 0, repeats);
  if (isChoice) return marked(choiceText(nodes.map(theirNode)), min > 0, repeats);
  const inner = theirText(nodes);
  if (choice) return min > 0 && !repeats ? inner : `(${inner})`;
  return group(inner, min > 0, repeats);
}

/** A group that is there exactly once says nothing that its parts do not say, nor does one around a group that repeats. */
function group(text, isRequired, repeats) {
  if (isRequired && !repeats) return text;
  const isAround = !repeats && /^\{\(.*\)\}$/.test(text) && closesAtEnd(text.slice(1, -1));
  return marked(isAround ? text : `(${text})`, isRequired, repeats);
}

/** Whether the bracket that opens a text is the one that ends it. */
function closesAtEnd(text) {
  let depth = 0;
  for (const [n, letter] of [...text].entries()) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth === 0) return n === text.length - 1;
  }
  return false;
}

/** In which order the alternatives are listed does not count. */
function choiceText(alternatives) {
  const each = alternatives.flatMap((text) => text.replace(/[<>[\]]/g, '').split('|'));
  return `<${each.sort().join('|')}>`;
}

function marked(text, isRequired, repeats) {
  const repeated = repeats ? `{${text}}` : text;
  return isRequired ? repeated : `[${repeated}]`;
}

/** Where any segment may stand each has a name of its own for it. */
export function isAnySegment(name) {
  return /^(?:Hxx|HXX|Gen|GenericSegment|ANYHL7SEGMENT)$/.test(name);
}

function nameOf(name) {
  return isAnySegment(name) ? 'ANY' : name;
}
