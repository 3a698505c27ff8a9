import { type SegmentDraft, segment } from '../../hl7/build.js';
import { formattedText } from '../text.js';

/** One NTE a note; NTE-3 is formatted text. */
export function nte(notes: readonly string[] | undefined): readonly SegmentDraft[] {
  return (notes ?? []).map((note, index) => segment('NTE', { 1: String(index + 1), 3: formattedText(note) }));
}
