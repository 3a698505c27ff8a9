/**
 * The same text in memory of its own. What is cut out of a message may be a window on the message's whole text, which must not
 * stay for as long as the index does.
 */
export function owned(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
