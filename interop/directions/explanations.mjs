// Differences between two readings, explained: only where what the other parser reads is computed from the bytes, and equals what it
// has told. Which of its habits makes the difference is found by leaving them out until our reading is what remains.
import { HAPI_HABITS, hapiReading } from './as-hapi.mjs';
import { HL7APY_HABITS, hl7apyReading } from './as-hl7apy.mjs';
import { declaredBy, HAPI_CANNOT } from './their-charsets.mjs';

const PARSERS = {
  HAPI: { habits: HAPI_HABITS, read: hapiReading, refuses: hapiRefuses },
  hl7apy: { habits: HL7APY_HABITS, read: hl7apyReading, refuses: () => undefined },
};

const WHY = {
  HAPI: {
    charset: 'only the first repetition of MSH-18 counts, and ISO 2022 does not shift',
    escapes:
      'an escape character that begins no sequence HAPI knows is dropped (\\B\\ is B), and bytes stay as they are written (\\X41\\)',
    blanks: 'leading blanks of ST and FT and trailing blanks of TX are removed',
    places: 'a part for which the type has no room goes elsewhere, or over another',
  },
  hl7apy: {
    end: 'blanks at the end of a segment are removed',
    blanks: 'a field, component or subcomponent of blanks alone is left out',
    behind: 'a field behind the last of the segment has no number',
    places: 'a part behind the last of its type is numbered by what is not blank before it',
    numbers: 'a number of SI or NM is written anew (06 is 6, .8 is 0.8)',
  },
};

/** Asked once for each message: `why(place, our, their)` is undefined where the difference is news. */
export function explainer(parser, bytes, model) {
  const { habits, read } = PARSERS[parser];
  const readings = new Map();
  const without = (left) => {
    const key = left.join();
    if (!readings.has(key))
      readings.set(
        key,
        read(
          bytes,
          model,
          habits.filter((habit) => !left.includes(habit)),
        ),
      );
    return readings.get(key);
  };
  return (place, our, their) => {
    if (without([]).get(place) !== their) return undefined;
    const left = choicesOf(habits).find((habitsLeft) => without(habitsLeft).get(place) === our);
    return left?.map((habit) => WHY[parser][habit]).join(' + ');
  };
}

/** Why a parser does not read a message at all. */
export function refusalOf(parser, bytes, trouble) {
  return PARSERS[parser].refuses(bytes, trouble);
}

function hapiRefuses(bytes, trouble) {
  const isKnown = HAPI_CANNOT.includes(declaredBy(bytes)[0]) && /EncodingNotSupportedException/.test(trouble);
  return isKnown
    ? 'takes ISO IR87 or ISO IR159 at the head of MSH-18 for the set of every byte, and finds no MSH'
    : undefined;
}

/** Every choice of habits but the empty one, the smallest first. */
function choicesOf(habits) {
  const numbers = Array.from({ length: 2 ** habits.length - 1 }, (_, n) => n + 1);
  const choices = numbers.map((number) => habits.filter((_, bit) => (number >> bit) & 1));
  return choices.sort((a, b) => a.length - b.length);
}
