import { kinship } from '../value-sets/code-systems.js';
import { type Difference, nearMiss } from '../value-sets/near-miss.js';
import type { ValueSetDetection } from './value-set-detection.js';

/** What was probably meant: a sentence without values, and the code in words, which stands beside what was sent. */
export interface Advice {
  readonly sentence: string;
  readonly meant?: string;
}

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  blanks: 'a code of the set is the same but for blanks around it',
  case: 'a code of the set is the same but for upper and lower case',
  'leading-zeros': 'a code of the set is the same but for leading zeros',
  punctuation: 'a code of the set is the same but for punctuation',
  'display-text': 'it is the display text of a code: the code itself is to be sent',
};

/** Advice for a code that no set holds, or that is said to be of another system. */
export function advice({ code, sets, sent, entry }: ValueSetDetection): Advice | undefined {
  if (sent === undefined) return undefined;
  if (code === 'code-system-wrong') return aboutSystem(sent.system ?? '', entry?.system ?? '');
  if (code !== 'code-not-found' && code !== 'value-set-incomplete') return undefined;
  const near = nearMiss(sets, sent.value);
  if (near === undefined) return undefined;
  const { value, text } = near.code;
  const meant = text === '' || text === value ? value : `${value}, ${text}`;
  return { sentence: DIFFERENCES[near.difference], meant: `[probably ${meant}]` };
}

function aboutSystem(sent: string, expected: string): Advice | undefined {
  switch (kinship(sent, expected)) {
    case 'same':
      return { sentence: 'the message names the same code system in another way', meant: `[that is ${expected}]` };
    case 'family':
      return {
        sentence: 'the message names an edition or a neighbour of that code system',
        meant: `[probably ${expected}]`,
      };
    default:
      return undefined;
  }
}
