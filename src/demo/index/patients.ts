import { type Identifier, isSameAuthority, keysOf } from './identifiers.js';

export interface Patient {
  /** Ordinal in the index. */
  readonly number: number;
  /** By which the patient may be called, in the order in which they became known. */
  readonly identifiers: Identifier[];
  readonly keys: Set<string>;
  /** The patient into whom this one was merged. */
  survivor?: Patient;
}

/** CX.5 of identifiers that do not name the patient's record: accounts, visits, insurances, papers and national numbers. */
const NOT_RECORD_NUMBERS = new Set([
  'AN',
  'VN',
  'SS',
  'DL',
  'PPN',
  'NI',
  'NH',
  'MC',
  'MA',
  'MB',
  'HC',
  'SN',
  'PN',
  'EI',
  'EN',
  'BC',
  'XX',
]);

/** Who is known under which number of which authority, and which numbers were merged away. */
export class Patients {
  readonly #keysOf: (identifier: Identifier) => readonly string[];
  readonly #byKey = new Map<string, Patient>();
  readonly #mergedAway = new Set<string>();
  #made = 0;
  #living = 0;

  /** `ignoresAuthority` is a defect: numbers are then compared without the authority that gave them. */
  constructor(ignoresAuthority: boolean) {
    this.#keysOf = ignoresAuthority ? ({ id }) => [id] : keysOf;
  }

  get size(): number {
    return this.#living;
  }

  /** The patients that these identifiers name: none, one, or several where they contradict each other. */
  find(identifiers: readonly Identifier[]): readonly Patient[] {
    const keys = recordNumbers(identifiers).flatMap(this.#keysOf);
    const found = keys.map((key) => this.#byKey.get(key)).filter((patient) => patient !== undefined);
    return [...new Set(found)];
  }

  /** Makes the patient known under all these identifiers, or adds them to the one who is known already. */
  register(identifiers: readonly Identifier[]): Patient {
    const patient = this.find(identifiers)[0] ?? this.#create();
    for (const identifier of recordNumbers(identifiers)) this.#add(patient, identifier);
    return patient;
  }

  /** From now on the subsumed numbers belong to the survivor. Returns who survives and who is one with them now. */
  merge(
    survivor: readonly Identifier[],
    subsumed: readonly Identifier[],
  ): { readonly into: Patient; readonly absorbed: readonly Patient[] } {
    const into = this.register(survivor);
    const absorbed = this.find(subsumed).filter((patient) => patient !== into);
    for (const gone of absorbed) this.#absorb(into, gone);
    for (const key of recordNumbers(subsumed).flatMap(this.#keysOf)) {
      this.#name(into, key);
      this.#mergedAway.add(key);
    }
    return { into, absorbed };
  }

  isSameNumber(a: Identifier, b: Identifier): boolean {
    const keys = this.#keysOf(a);
    return this.#keysOf(b).some((key) => keys.includes(key));
  }

  isMergedAway(identifier: Identifier): boolean {
    return this.#keysOf(identifier).some((key) => this.#mergedAway.has(key));
  }

  /** The identifier to use instead of one that was merged away, of the same authority where there is one. */
  replacementOf(identifier: Identifier): Identifier | undefined {
    const key = this.#keysOf(identifier).find((each) => this.#mergedAway.has(each));
    const patient = key === undefined ? undefined : this.#byKey.get(key);
    const living = patient?.identifiers.filter((each) => !this.isMergedAway(each)) ?? [];
    return living.find((each) => isSameAuthority(each, identifier)) ?? living[0];
  }

  /** Nothing can be filed under this patient's numbers any more. */
  forget(patient: Patient): void {
    for (const key of patient.keys) this.#byKey.delete(key);
    this.#living--;
  }

  #create(): Patient {
    this.#living++;
    return { number: ++this.#made, identifiers: [], keys: new Set() };
  }

  #add(patient: Patient, identifier: Identifier): void {
    const keys = this.#keysOf(identifier);
    if (keys.some((key) => this.#byKey.get(key) === patient)) return;
    patient.identifiers.push(identifier);
    for (const key of keys) this.#name(patient, key);
  }

  #name(patient: Patient, key: string): void {
    patient.keys.add(key);
    this.#byKey.set(key, patient);
  }

  #absorb(into: Patient, gone: Patient): void {
    into.identifiers.push(...gone.identifiers);
    for (const key of gone.keys) this.#name(into, key);
    gone.survivor = into;
    this.#living--;
  }
}

/** Two patients, found at different times, may have become one since. */
export function isSamePatient(a: Patient, b: Patient): boolean {
  return survivorOf(a) === survivorOf(b);
}

function survivorOf(patient: Patient): Patient {
  let living = patient;
  while (living.survivor) living = living.survivor;
  return living;
}

/** Where no identifier says that it is a record number, the list is all there is to go by. */
function recordNumbers(identifiers: readonly Identifier[]): readonly Identifier[] {
  const records = identifiers.filter(({ type }) => !NOT_RECORD_NUMBERS.has(type));
  return records.length > 0 ? records : identifiers;
}
