import type { Message } from '../../hl7/message.js';
import { identifier, numberOf } from './identifier.js';
import { type EchoFinding, notEchoed, type Seen } from './seen.js';

/** Events after which the number in MRG-1 is given up for that in PID-3. */
const MERGES: ReadonlySet<string> = new Set(['A18', 'A30', 'A34', 'A36', 'A39', 'A40', 'A46', 'A47']);
/** Messages that speak of what must be known: a patient that nobody has told of is a stranger in them. */
const ABOUT_KNOWN: ReadonlySet<string> = new Set([
  'ORM',
  'OML',
  'OMG',
  'OMI',
  'OMP',
  'ORU',
  'RDE',
  'RDS',
  'RGV',
  'RAS',
]);

/** Numbers of patients with their authorities, as they were told, and which of them were given up. */
export class PatientNumbers {
  /** `123^AUTHORITY` of every patient that a message of ours, which was accepted, has told of. */
  readonly #told = new Set<string>();
  /** What was given up, and for what. */
  readonly #survivors = new Map<string, { readonly survivor: string; readonly at: number }>();

  /** Remembers what a message of ours tells, once the system has accepted it; `at`: its place among all that were seen. */
  learn({ message, isAccepted, isTheirs }: Seen, at: number): void {
    if (isTheirs || !isAccepted || message.type.code !== 'ADT') return;
    const ids = numbersIn(message, 'PID-3');
    for (const id of ids) this.#told.add(id);
    const [survivor] = ids;
    if (survivor === undefined || !MERGES.has(message.type.trigger)) return;
    for (const gone of numbersIn(message, 'MRG-1')) if (gone !== survivor) this.#survivors.set(gone, { survivor, at });
  }

  /** An order or a result that was accepted for a number which is known, but under another authority. */
  stranger(seen: Seen): EchoFinding | undefined {
    const { message, isAccepted, isTheirs, isReply } = seen;
    if (isTheirs || isReply || !isAccepted || !ABOUT_KNOWN.has(message.type.code)) return undefined;
    const ids = numbersIn(message, 'PID-3');
    if (ids.length === 0 || ids.some((id) => this.#told.has(id) || this.#survivors.has(id))) return undefined;
    const known = [...this.#told].find((id) => ids.some((one) => numberOf(one) === numberOf(id)));
    if (known === undefined) return undefined;
    return notEchoed(
      { ...seen, isReply: true },
      {
        code: 'authority-ignored',
        path: 'MSA[1]-1[1]',
        message:
          'a message for a number of another authority was accepted, as if it were that of the patient who is known',
        expected: 'AE 204, since only the number of another authority is known',
        actual: 'accepted',
      },
    );
  }

  /** What a system made of the numbers in a message that it passes on, and that was sent as the `sentAt`-th of all. */
  compare(source: Seen, copy: Seen, sentAt: number): readonly EchoFinding[] {
    const sent = numbersIn(source.message, 'PID-3');
    const got = numbersIn(copy.message, 'PID-3');
    if (sent.length === 0) return [];
    return [...sent.flatMap((id) => this.#missing(id, got, copy)), ...this.#givenUp(got, copy, sentAt)];
  }

  #missing(id: string, got: readonly string[], copy: Seen): readonly EchoFinding[] {
    const survivor = this.#survivorOf(id);
    if (got.includes(id) || got.includes(survivor)) return [];
    const same = got.find((one) => numberOf(one) === numberOf(id));
    const code = same === undefined ? 'patient-number-not-echoed' : 'patient-authority-changed';
    const message = 'a number of the patient did not come through with its authority';
    const [expected, actual] = [
      'the number with its authority, as it was sent',
      same === undefined ? 'neither' : 'the number under another authority',
    ];
    return [notEchoed(copy, { code, path: 'PID[1]-3[1]', message, expected, actual })];
  }

  /** What was sent before the merge may come behind it under the old number. */
  #givenUp(got: readonly string[], copy: Seen, sentAt: number): readonly EchoFinding[] {
    const named = numbersIn(copy.message, 'MRG-1');
    const gone = got.find((id) => (this.#survivors.get(id)?.at ?? sentAt) < sentAt && !named.includes(id));
    if (gone === undefined) return [];
    const message = 'after the merge the message still goes under the number that was given up';
    const [expected, actual] = ['the number that goes on', 'the number that was given up'];
    return [notEchoed(copy, { code: 'merged-id-used', path: 'PID[1]-3[1]', message, expected, actual })];
  }

  #survivorOf(id: string): string {
    const passed = new Set<string>();
    let last = id;
    while (!passed.has(last)) {
      passed.add(last);
      last = this.#survivors.get(last)?.survivor ?? last;
    }
    return last;
  }
}

/** Number and authority of every repetition. */
function numbersIn(message: Message, path: string): readonly string[] {
  const [segment = '', field = ''] = path.split('-');
  if (message.first(segment) === undefined) return [];
  return Array.from({ length: message.repetitions(path) }, (_, n) => {
    const place = `${segment}-${field}[${n + 1}]`;
    const id = identifier(message, `${place}.1`);
    return id === '' ? '' : `${id}^${identifier(message, `${place}.4`)}`;
  }).filter((id) => id !== '');
}
