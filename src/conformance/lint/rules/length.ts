import type { LintRule } from '../lint-rule.js';
import { partsOf } from '../parts.js';

/** A simple value has a length or a conformance length, one of the two. */
export const length: LintRule = {
  code: 'length-twice-or-not-at-all',
  meaning: 'A simple element has both a length and a conformance length, or neither.',
  *check({ profile }) {
    for (const { element, name } of partsOf(profile)) {
      const datatype = profile.datatypes.get(element.datatype);
      const isSimple = datatype !== undefined && datatype.components.length === 0 && datatype.varies !== true;
      if (!isSimple || element.usage === 'X' || element.usage === 'W') continue;
      const hasLength = element.minLength !== undefined || element.maxLength !== undefined;
      const hasConformance = element.confLength !== undefined;
      if (hasLength !== hasConformance) continue;
      yield {
        place: element.place,
        message: hasLength ? `${name} has a length and a conformance length` : `${name} has no length`,
        remedy: hasLength ? 'keep one of them' : 'give it a length, 1..* where any will do, or a conformance length',
      };
    }
  },
};
