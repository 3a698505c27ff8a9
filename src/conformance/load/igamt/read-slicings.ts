import type { Slicing, SlicingContext } from '../../model/slicing.js';
import { required, wholeNumber } from '../xml/attributes.js';
import { childrenNamed, onlySection, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readOnlyAssertion } from './read-assertion.js';

/** `<ProfileSlicing>`. Whether the flavours exist, check-references.ts asks. */
export function readSlicings(reading: Reading, root: XmlElement): readonly SlicingContext[] {
  warnOfOthers(reading, root, 'MetaData', 'SegmentSlicing', 'FieldSlicing');
  const segments = onlySection(reading, root, 'SegmentSlicing');
  const fields = onlySection(reading, root, 'FieldSlicing');
  return [
    ...childrenNamed(segments, 'Message').flatMap((message) => readMessage(reading, message)),
    ...readContexts(reading, fields, 'SegmentContext', { kind: 'fields' }),
  ];
}

function readMessage(reading: Reading, element: XmlElement): readonly SlicingContext[] {
  const message = required(reading, element, 'ID');
  return readContexts(reading, element, 'GroupContext', { kind: 'segments', message });
}

function readContexts(
  reading: Reading,
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
    slicings: readPositions(reading, element),
    place: placeOf(reading, element),
  }));
}

function readPositions(reading: Reading, context: XmlElement): readonly Slicing[] {
  refuseRepeated(reading, context.children, 'Position');
  return context.children.flatMap((element) => readSlicing(reading, element) ?? []);
}

function readSlicing(reading: Reading, element: XmlElement): Slicing | undefined {
  warnOfOthers(reading, element, 'Slice');
  required(reading, element, 'Position');
  const position = wholeNumber(reading, element, 'Position') ?? 0;
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
  const ref = required(reading, element, 'Ref');
  const description = textOf(requiredChild(reading, element, 'Description'));
  const holder = requiredChild(reading, element, 'Assertion');
  const assertion = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  return assertion === undefined ? undefined : { ref, description, assertion };
}

function readOccurrenceSlice(reading: Reading, element: XmlElement) {
  required(reading, element, 'Occurrence');
  const occurrence = wholeNumber(reading, element, 'Occurrence') ?? 0;
  return { ref: required(reading, element, 'Ref'), occurrence };
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
