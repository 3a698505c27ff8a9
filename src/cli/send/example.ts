import type { Source } from './sources.js';

/** An admission with nothing real in it, processing id T. */
export function exampleSource(): Source {
  const segments = [
    'MSH|^~\\&|PIPEHAT|PHGH|SUT|PHGH|20250101080000+0000||ADT^A01^ADT_A01|PIPEHATEXAMPLE01|T|2.5.1|||||||UNICODE UTF-8',
    'EVN||20250101080000+0000',
    'PID|1||7000001^^^PHGH^MR||EXAMPLE^AMELIA||19700101|F',
    'PV1|1|I|4W^401^1^PHGH|||||||MED|||||||||7100001^^^PHGH^VN|||||||||||||||||||||||||20250101080000+0000',
  ];
  return { name: 'example', bytes: Buffer.from(`${segments.join('\r')}\r`), isFound: false };
}
