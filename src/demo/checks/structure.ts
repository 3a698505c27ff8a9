import type { Message } from '../../hl7/message.js';
import type { Problem } from '../problem.js';
import { type Grammar, type Mismatch, mismatch, namesIn } from './grammar.js';
import { structureOf } from './structures.js';

/** The first place at which the order of segments is not that of the message type (error 100). */
export function misplacedSegment(message: Message): Problem | undefined {
  const { code, trigger } = message.type;
  const grammar = structureOf(code, trigger);
  return grammar && compare(message, grammar);
}

function compare(message: Message, grammar: Grammar): Problem | undefined {
  const known = new Set(namesIn(grammar));
  const names = message.segments.map((segment) => segment.name).filter((name) => known.has(name));
  const found = mismatch(grammar, names);
  return found && describe(found, names);
}

/** Names the segment that is missing or, where the message goes on too long, the one that is too many. */
function describe({ at, expected }: Mismatch, names: readonly string[]): Problem {
  const actual = names[at];
  const segment = expected ?? actual ?? 'MSH';
  const before = names.slice(0, at).filter((name) => name === segment).length;
  const place = { segment, sequence: before + 1 };
  if (expected === undefined) return { code: '100', at: place, text: `${segment} is not expected here` };
  const instead = actual === undefined ? 'the end of the message' : actual;
  return { code: '100', at: place, text: `${expected} expected before ${instead}` };
}
