import type { Profile } from '../../model/profile.js';
import type { Slicing, SlicingContext } from '../../model/slicing.js';
import { attribute, required, requiredNumber } from '../xml/attributes.js';
import { childrenNamed, onlySection, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { checkDatatype, checkSegment } from './dangling.js';
import { readOnlyAssertion } from './read-assertion.js';

/** The flavours that slices may pick. */
type Flavours = Pick<Profile, 'segments' | 'datatypes'>;

interface SliceReading extends Reading {
  readonly flavours: Flavours;
}

/** `<ProfileSlicing>`. */
export function readSlicings(document: Reading, root: XmlElement, flavours: Flavours): readonly SlicingContext[] {
  const reading = { ...document, flavours };
  warnOfOthers(reading, root, 'MetaData', 'SegmentSlicing', 'FieldSlicing');
  const segments = onlySection(reading, root, 'SegmentSlicing');
  const fields = onlySection(reading, root, 'FieldSlicing');
  return [
    ...childrenNamed(segments, 'Message').flatMap((message) => readMessage(reading, message)),
    ...readContexts(reading, fields, 'SegmentContext', { kind: 'fields' }),
  ];
}

function readMessage(reading: SliceReading, element: XmlElement): readonly SlicingContext[] {
  const message = required(reading, element, 'ID');
  return readContexts(reading, element, 'GroupContext', { kind: 'segments', message });
}

function readContexts(
  reading: SliceReading,
  section: XmlElement | undefined,
  name: string,
  base: Pick<SlicingContext, 'kind' | 'message'>,
): readonly SlicingContext[] {
  if (section === undefined) return [];
  warnOfOthers(reading, section, name);
  const contexts = childrenNamed(section, name);
  refuseRepeated(reading, contexts, 'ID');
  return contexts.map((element) => ({
    ...base,
    context: required(reading, element, 'ID'),
    slicings: readPositions(reading, element, base.kind),
    place: placeOf(reading, element),
  }));
}

function readPositions(reading: SliceReading, context: XmlElement, kind: SlicingContext['kind']): readonly Slicing[] {
  refuseRepeated(reading, context.children, 'Position');
  return context.children.flatMap((element) => {
    for (const slice of childrenNamed(element, 'Slice')) checkFlavour(reading, slice, kind);
    return readSlicing(reading, element) ?? [];
  });
}

/** A slice swaps a segment for another, or a field's data type. */
function checkFlavour(reading: SliceReading, slice: XmlElement, kind: SlicingContext['kind']): void {
  const check = kind === 'segments' ? checkSegment : checkDatatype;
  const known = kind === 'segments' ? reading.flavours.segments : reading.flavours.datatypes;
  check(required(reading, slice, 'Ref'), known, placeOf(reading, slice), reading.defects);
}

function readSlicing(reading: Reading, element: XmlElement): Slicing | undefined {
  warnOfOthers(reading, element, 'Slice');
  const position = requiredNumber(reading, element, 'Position');
  const slices = childrenNamed(element, 'Slice');
  switch (element.name) {
    case 'AssertionSlicing':
      return {
        kind: 'assertion',
        position,
        slices: slices.flatMap((slice) => readAssertionSlice(reading, slice) ?? []),
      };
    case 'OccurrenceSlicing':
      return { kind: 'occurrence', position, slices: slices.map((slice) => readOccurrenceSlice(reading, slice)) };
    default:
      refuse(
        reading,
        element,
        'unknown-element',
        `<${element.name}> is no slicing`,
        'Write <AssertionSlicing> or <OccurrenceSlicing>.',
      );
      return undefined;
  }
}

function readAssertionSlice(reading: Reading, element: XmlElement) {
  const ref = attribute(element, 'Ref');
  const description = textOf(requiredChild(reading, element, 'Description'));
  const holder = requiredChild(reading, element, 'Assertion');
  const assertion = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  return assertion === undefined ? undefined : { ref, description, assertion };
}

function readOccurrenceSlice(reading: Reading, element: XmlElement) {
  const occurrence = requiredNumber(reading, element, 'Occurrence');
  return { ref: attribute(element, 'Ref'), occurrence };
}

/** Two slicings of one place contradict each other. */
function refuseRepeated(reading: Reading, elements: readonly XmlElement[], name: string): void {
  const seen = new Map<string, XmlElement>();
  for (const element of elements) {
    const value = element.attributes[name] ?? '';
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, element);
      continue;
    }
    const message = `${name}="${value}" was sliced in line ${first.line} already`;
    refuse(reading, element, 'duplicate-slicing', message, 'Join both into one.');
  }
}
