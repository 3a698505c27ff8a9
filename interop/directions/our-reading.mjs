// What Pipehat reads in a message: each place that holds something, with its text.
import { parseMessage } from '../../dist/src/index.js';

/** `PID[1]-3[1].4.1` to text, without MSH-1 and MSH-2. `raw`: as it is written, escapes included. */
export function ourReading(bytes, { raw }) {
  const parsed = parseMessage(bytes);
  if (parsed.kind !== 'message') throw new Error('a message of ours does not parse');
  const { message } = parsed;
  const found = new Map();
  for (const segment of message.segments) readSegment(segment, message.delimiters, raw, found);
  return found;
}

function readSegment(segment, { repetition, component, subcomponent }, raw, found) {
  const first = segment.name === 'MSH' ? 3 : 1;
  for (let field = first; field <= segment.fieldCount; field++) {
    const repetitions = (segment.rawText(`${field}`) === undefined ? '' : wholeField(segment, field)).split(repetition);
    for (const [r, repeated] of repetitions.entries()) {
      for (const [c, part] of repeated.split(component).entries()) {
        for (const [s, leaf] of part.split(subcomponent).entries()) {
          const place = `${field}[${r + 1}].${c + 1}.${s + 1}`;
          const text = raw ? leaf : textAt(segment, place, leaf);
          if (text !== '') found.set(`${segment.name}[${segment.instance}]-${place}`, text);
        }
      }
    }
  }
}

/** All repetitions of a field, as they are written. */
function wholeField(segment, field) {
  const count = segment.repetitions(field);
  const texts = Array.from({ length: count }, (_, n) => segment.rawText(`${field}[${n + 1}]`) ?? '');
  return texts.join('~');
}

/** The two quotation marks that delete a value are a value of their own. */
function textAt(segment, place, leaf) {
  return leaf === '""' ? leaf : (segment.get(place) ?? '');
}
