// Differences that are known, each with why both readings may stand. Nothing is explained that is not named here.
import { standard } from '../../dist/src/standard/load.js';

const LEVELS =
  'in a repetition with parts for which the standard has no place: neither parser keeps all of them where they stood';
const TWICE =
  'HAPI unescapes twice: \\E\\B\\E\\ is the text \\B\\ and is read as B (2.5.1 §2.7.1; a defect, see FINDINGS.md)';
const SPACES =
  'blanks at the edge of a text, which the parser removes (2.5.1 chapter 2A: ST is left-justified, trailing blanks are optional)';
const BEHIND = 'behind the last field of the segment: hl7apy keeps the text without its place';

const KNOWN = {
  HAPI: [
    { why: SPACES, applies: ({ our, their }) => our?.trim() === (their ?? '').trim() },
    {
      why: TWICE,
      applies: ({ our, their }) => our?.includes('\\') && withoutEscapes(our) === withoutEscapes(their ?? ''),
    },
    { why: LEVELS, applies: hasPartsWithoutPlace },
  ],
  hl7apy: [
    { why: SPACES, applies: ({ our, their }) => our?.trim() === (their ?? '').trim() },
    { why: BEHIND, applies: ({ place, their, ours }) => their === undefined && isBehind(place, ours) },
    { why: LEVELS, applies: hasPartsWithoutPlace },
  ],
};

/** In a few words; undefined where the difference is news. */
export function explanationOf(reader, difference) {
  return KNOWN[reader].find(({ applies }) => applies(difference))?.why;
}

function withoutEscapes(text) {
  return text.replaceAll('\\', '').trim();
}

/** The repetition of the field has a component behind the last of its data type, or subcomponents where there are none. */
function hasPartsWithoutPlace({ place, ours, theirs }) {
  if (place === undefined) return false;
  const [, segment, field, repetition] = PLACE.exec(place);
  const type = versionOf(ours).fieldInfo(segment, Number(field))?.datatype;
  const below = [...ours.keys(), ...theirs.keys()].filter((key) => key.startsWith(`${segment}${repetition}.`));
  return (
    type !== undefined &&
    below.some((key) => isWithoutPlace(versionOf(ours), type, ...key.split('.').slice(-2).map(Number)))
  );
}

function isWithoutPlace(version, type, component, subcomponent) {
  if (component > Math.max(1, version.componentCount(type))) return true;
  const part = version.componentInfo(type, component)?.datatype ?? type;
  return subcomponent > Math.max(1, part === type ? 1 : version.componentCount(part));
}

function isBehind(place, ours) {
  const [, segment, field] = PLACE.exec(place);
  return Number(field) > versionOf(ours).fieldCount(segment);
}

function versionOf(reading) {
  return standard(reading.get('MSH[1]-12[1].1.1'));
}

/** Segment, field, and the repetition with what stands before it: `PID[1]-3[2].4.1`. */
const PLACE = /^(\w{3})(?=\[\d+\]-(\d+))(\[\d+\]-\d+\[\d+\])/;
