import type { Message } from '../hl7/message.js';
import type { DefectName, Defects } from './defects.js';

/** What a defect accepts, keeps and does not deliver. */
const FORGOTTEN: readonly (readonly [DefectName, (message: Message) => boolean])[] = [
  ['cancel-discharge-keeps-closed', ({ type }) => type.code === 'ADT' && type.trigger === 'A13'],
  ['forgets-moved-appointments', ({ type }) => type.code === 'SIU' && type.trigger === 'S13'],
  ['hold-still-due', (message) => message.get('ORC-1') === 'HD'],
];

export function isForgotten(message: Message, defects: Defects): boolean {
  if (defects.isNone) return false;
  return FORGOTTEN.some(([name, applies]) => defects.has(name) && applies(message));
}
