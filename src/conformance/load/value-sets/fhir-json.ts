import type { Defects, ValueSetText } from './value-set-text.js';

/** Deeper than any real value set; what is deeper would exhaust the stack of whoever walks it. */
const DEEPEST = 100;

/** The file as JSON; undefined where it is none, which is told. */
export function parseJson({ text, file }: ValueSetText, defects: Defects): unknown {
  const place = { file };
  if (depthOf(text) > DEEPEST) {
    defects.error('fhir-too-deep', place, `the file nests deeper than ${DEEPEST} levels`, 'flatten the expansion');
    return undefined;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    defects.error('fhir-json', place, `the file is not JSON: ${reason}`, 'export the value set again as JSON');
    return undefined;
  }
}

function depthOf(text: string): number {
  let deepest = 0;
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}
