import type { Profile } from '../../model/profile.js';
import type { Slicing, SlicingContext } from '../../model/slicing.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';
import { assertionElement } from './assertion-element.js';

/** Slicings.xml. */
export function slicingsFile(profile: Profile, losses: Losses): XmlNode {
  const segments = profile.slicings.filter(({ kind }) => kind === 'segments');
  const messages = [...new Set(segments.map(({ message = '' }) => message))];
  return xml('ProfileSlicing', {}, [
    xml(
      'SegmentSlicing',
      {},
      messages.map((id) => {
        const own = segments.filter(({ message = '' }) => message === id);
        return xml('Message', { ID: id }, contextElements('GroupContext', own, losses));
      }),
    ),
    xml(
      'FieldSlicing',
      {},
      contextElements(
        'SegmentContext',
        profile.slicings.filter(({ kind }) => kind === 'fields'),
        losses,
      ),
    ),
  ]);
}

/** A definition has one element there, and in it each position one. */
function contextElements(name: string, contexts: readonly SlicingContext[], losses: Losses): readonly XmlNode[] {
  const ids = [...new Set(contexts.map(({ context }) => context))];
  return ids.map((id) => {
    const seen = new Set<number>();
    const slicings = contexts.filter(({ context }) => context === id).flatMap((one) => one.slicings);
    const children = slicings.flatMap((slicing) => {
      if (seen.has(slicing.position)) {
        losses.add('second slicings of one element', `${id} position ${slicing.position}`);
        return [];
      }
      seen.add(slicing.position);
      return [slicingElement(slicing, losses, id)];
    });
    return xml(name, { ID: id }, children);
  });
}

function slicingElement(slicing: Slicing, losses: Losses, place: string): XmlNode {
  const position = { Position: String(slicing.position) };
  if (slicing.kind === 'occurrence') {
    const slices = slicing.slices.map(({ ref, occurrence }) =>
      xml('Slice', { Ref: ref, Occurrence: String(occurrence) }),
    );
    return xml('OccurrenceSlicing', position, slices);
  }
  const slices = slicing.slices.map(({ ref, description, assertion }) =>
    xml('Slice', { Ref: ref }, [
      xml('Description', {}, [description]),
      xml('Assertion', {}, [assertionElement(assertion, losses, place)]),
    ]),
  );
  return xml('AssertionSlicing', position, slices);
}
