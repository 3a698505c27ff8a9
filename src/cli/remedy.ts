/** Takes a message of the transport apart: its first sentence says what and where, the rest what to do. */
export function parted(message: string): { readonly what: string; readonly remedy: string } {
  const [what = message, ...rest] = message.split(/(?<=\.)\s/);
  return { what, remedy: rest.join(' ') };
}
