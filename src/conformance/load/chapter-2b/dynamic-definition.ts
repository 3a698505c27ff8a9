import type { AcknowledgmentBehaviour, AcknowledgmentCondition } from '../../model/acknowledgment-behaviour.js';
import { given, oneOfIfKnown } from '../xml/attributes.js';
import { childrenNamed } from '../xml/children.js';
import { doubt, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

const CONDITIONS: readonly AcknowledgmentCondition[] = ['AL', 'NE', 'SU', 'ER'];

/** The first `<DynamicDef>`; another that says something else is named, since a profile has one behaviour. */
export function readDynamicDefinition(
  reading: Reading,
  root: XmlElement,
): { acknowledgment?: AcknowledgmentBehaviour } {
  const [first, ...others] = childrenNamed(root, 'DynamicDef');
  if (first === undefined) return {};
  const acknowledgment = readOne(reading, first);
  for (const other of others) {
    if (JSON.stringify(readOne(reading, other)) === JSON.stringify(acknowledgment)) continue;
    const message = 'this DynamicDef differs from the first one, which counts for all messages';
    doubt(reading, other, 'second-dynamic-definition', message, 'Keep one profile for each behaviour.');
  }
  return { acknowledgment };
}

/** Where nothing is said, the schema says: no accept acknowledgment, always an application acknowledgment. */
function readOne(reading: Reading, element: XmlElement): AcknowledgmentBehaviour {
  return {
    accept: oneOfIfKnown(reading, element, 'AccAck', CONDITIONS) ?? 'NE',
    application: oneOfIfKnown(reading, element, 'AppAck', CONDITIONS) ?? 'AL',
    ...given(element, 'MsgAckMode', 'mode'),
  };
}
