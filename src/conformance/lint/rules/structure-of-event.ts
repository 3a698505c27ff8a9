import { standardStructure } from '../../model/standard-structure.js';
import type { LintRule } from '../lint-rule.js';

/** HL7 gives every event its structure (table 0354); tools make one up of code and event. */
export const structureOfEvent: LintRule = {
  code: 'structure-not-of-event',
  meaning: 'A message is given another structure than HL7 gives its event.',
  *check({ profile }) {
    for (const message of profile.messages) {
      const right = standardStructure(message, profile.hl7Version);
      if (right === undefined || message.structure === '' || right === message.structure) continue;
      const event = `${message.type}^${message.event}`;
      yield {
        place: message.place,
        message: `${event} is given the structure ${message.structure}, and HL7 gives it ${right}: messages may name either`,
        remedy: `name ${right}`,
      };
    }
  },
};
