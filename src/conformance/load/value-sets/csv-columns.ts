/** What a column of a value set's CSV file holds. */
export type CsvColumn = 'code' | 'text' | 'system' | 'usage' | 'pattern' | 'set';

/** Names of columns, without regard to case, blanks, `_` and `-`. The first of each is the one that we document. */
const NAMES: Readonly<Record<CsvColumn, readonly string[]>> = {
  code: ['code', 'value', 'conceptcode'],
  text: ['text', 'display', 'displayname', 'description', 'conceptname', 'preferredconceptname'],
  system: ['system', 'codesystem', 'codesystemid', 'hl7table0396code'],
  usage: ['usage'],
  pattern: ['pattern', 'codepattern'],
  set: ['set', 'valueset', 'bindingidentifier'],
};

/** Which column stands where; undefined for one that means nothing to us. */
export function csvColumns(header: readonly string[]): readonly (CsvColumn | undefined)[] {
  return header.map((name) => {
    const folded = name.toLowerCase().replace(/[\s_-]+/g, '');
    return (Object.keys(NAMES) as CsvColumn[]).find((column) => NAMES[column].includes(folded));
  });
}
