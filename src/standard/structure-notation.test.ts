import { describe, expect, it } from 'vitest';
import { parseStructure, printStructure } from './structure-notation.js';

const TEXT = 'MSH [{SFT}] {<ORDER: ORC [<DETAIL: ( OBR | RXO ) [NTE]>] [{OBX}]>} [DSC]';

describe('structure notation', () => {
  it('is printed as it was read', () => expect(printStructure(parseStructure(TEXT))).toBe(TEXT));
  it('gives a tree with occurrences', () => {
    expect(parseStructure('[{SFT}] {<G: A ( B | C )>}')).toEqual([
      { kind: 'segment', name: 'SFT', min: 0, max: Number.POSITIVE_INFINITY },
      {
        kind: 'group',
        name: 'G',
        min: 1,
        max: Number.POSITIVE_INFINITY,
        nodes: [
          { kind: 'segment', name: 'A', min: 1, max: 1 },
          {
            kind: 'choice',
            name: 'B|C',
            min: 1,
            max: 1,
            alternatives: [
              { kind: 'segment', name: 'B', min: 1, max: 1 },
              { kind: 'segment', name: 'C', min: 1, max: 1 },
            ],
          },
        ],
      },
    ]);
  });
  it.each(['[MSH', 'MSH]', '<G A>', '( A | ', '[{A]}', ']'])('refuses %s', (text) => {
    expect(() => parseStructure(text)).toThrow('structure notation: unexpected');
  });
});
