import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice, duration } from './parameter.js';
import { skewed } from './skewed.js';

const ODD = { 'no-zone': (time: string) => time.replace(/[+-]\d{4}$/, ''), 'leap-day': () => '20280229120000+0000' };

/** S31: MSH-7 of a clock that is wrong, or a time that few senders send. Right is to accept it, and never to sort by it. */
export const clockSkew = defineFault({
  name: 'clock-skew',
  says: 'the time of the message (MSH-7) is ahead, behind, without a zone, or on the 29th of February',
  parameters: {
    variant: choice(['ahead', 'behind', 'no-zone', 'leap-day'], 'how the time is odd'),
    by: duration(86_400_000, 'with ahead and behind: how far'),
  },
  make: ({ variant, by }) =>
    instead('clock-skew', (raw) =>
      editField(raw, 'MSH', 7, (time) =>
        variant === 'ahead' || variant === 'behind' ? skewed(time, variant === 'ahead' ? by : -by) : ODD[variant](time),
      ),
    ),
});
