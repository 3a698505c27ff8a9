import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

/** S30: what the message asks for in MSH-15 and MSH-16. Right is what the truth tables of chapter 2 say, and nothing for NE. */
export const enhancedModeMatrix = defineFault({
  name: 'enhanced-mode-matrix',
  says: 'the message asks for acknowledgments in enhanced mode',
  parameters: {
    accept: choice(['AL', 'NE', 'ER', 'SU', ''], 'MSH-15; nothing behind = leaves it empty'),
    application: choice(['AL', 'NE', 'ER', 'SU', ''], 'MSH-16; nothing behind = leaves it empty'),
  },
  make: ({ accept, application }) =>
    instead('enhanced-mode-matrix', (raw) =>
      editField(
        editField(raw, 'MSH', 15, () => accept),
        'MSH',
        16,
        () => application,
      ),
    ),
});
