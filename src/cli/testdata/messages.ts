/** An admission as bytes; `edits` replace texts in it. */
export function admission(controlId: string, edits: Readonly<Record<string, string>> = {}): Buffer {
  let text = [
    `MSH|^~\\&|EHR|PHGH|ENGINE|PHGH|20250101080000+0000||ADT^A01^ADT_A01|${controlId}|T|2.5.1||||||UNICODE UTF-8`,
    'EVN||20250101080000+0000',
    'PID|1||7000001^^^PHGH^MR||GRÜN^AMELIA||19700101|F',
    'PV1|1|I|4W^401^1^PHGH',
    '',
  ].join('\r');
  for (const [from, to] of Object.entries(edits)) text = text.replaceAll(from, to);
  return Buffer.from(text, 'utf8');
}
