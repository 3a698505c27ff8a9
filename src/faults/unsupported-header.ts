import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice, text } from './parameter.js';

const FIELDS = {
  type: { field: 9, component: 0, value: 'ZZZ' },
  event: { field: 9, component: 1, value: 'Z01' },
  version: { field: 12, component: 0, value: '9.9' },
  processing: { field: 11, component: 0, value: 'P' },
} as const;

/** S19: a header that is not for this system. Right is AR (CR in enhanced mode) with 200, 201, 203 or 202, and nothing stored. */
export const unsupportedHeader = defineFault({
  name: 'unsupported-header',
  says: 'the header (MSH-9, MSH-11 or MSH-12) says what the system does not support',
  parameters: {
    field: choice(['type', 'event', 'version', 'processing'], 'MSH-9.1, MSH-9.2, MSH-12 or MSH-11'),
    value: text('', 'what stands there; ZZZ, Z01, 9.9 or P where absent'),
  },
  make: ({ field: name, value }) =>
    instead('unsupported-header', (raw) => {
      const { field, component, value: usual } = FIELDS[name];
      const split = String.fromCharCode(raw[4] ?? 0x5e);
      return editField(raw, 'MSH', field, (whole) => {
        const parts = whole.split(split);
        parts[component] = value || usual;
        return parts.join(split);
      });
    }),
});
