import type { Delimiters } from '../../hl7/delimiters.js';

/** An identifier with its authority: CX (PID-3, PV1-19, MRG-1) or EI (ORC-2, ORC-3). Text is latin1, so bytes stay bytes. */
export interface Identifier {
  readonly id: string;
  readonly namespace: string;
  readonly universalId: string;
  /** CX.5, table 0203; empty in an EI. */
  readonly type: string;
  /** All components, each as its subcomponents, unescaped. */
  readonly components: readonly (readonly string[])[];
}

/** More repetitions than any patient has: a hostile list must not cost more than this. */
const MOST_IDENTIFIERS = 50;

/** The identifiers of a field of type CX, in order, repetitions without a number left out. */
export function readIdentifiers(field: Buffer | undefined, delimiters: Delimiters): readonly Identifier[] {
  const texts = field?.toString('latin1').split(delimiters.repetition, MOST_IDENTIFIERS) ?? [];
  return texts.map((text) => readCx(text, delimiters)).filter(({ id }) => id !== '' && id !== '""');
}

/** One repetition of a CX: id, check digit, scheme, authority, type. */
export function readCx(text: string, delimiters: Delimiters): Identifier {
  const components = split(text, delimiters);
  const [namespace = '', universalId = ''] = components[3] ?? [];
  return { id: first(components[0]), namespace, universalId, type: first(components[4]), components };
}

/** An EI: id, namespace, universal id, its type. */
export function readEi(field: Buffer | undefined, delimiters: Delimiters): Identifier | undefined {
  const components = split(field?.toString('latin1') ?? '', delimiters);
  const id = first(components[0]);
  if (id === '' || id === '""') return undefined;
  return { id, namespace: first(components[1]), universalId: first(components[2]), type: '', components };
}

/** Keys under which an identifier is found: two identifiers are one where they share a key, so never across authorities. */
export function keysOf({ id, namespace, universalId }: Identifier): readonly string[] {
  const keys = [...(namespace ? [`${id}\n${namespace}`] : []), ...(universalId ? [`${id}\n\n${universalId}`] : [])];
  return keys.length > 0 ? keys : [id];
}

export function isSameAuthority(a: Identifier, b: Identifier): boolean {
  if (a.universalId !== '' && a.universalId === b.universalId) return true;
  return a.namespace === b.namespace;
}

/** The identifier as field text in these delimiters. */
export function writeIdentifier({ components }: Identifier, delimiters: Delimiters): string {
  const texts = components.map((parts) => parts.map((part) => escaped(part, delimiters)).join(delimiters.subcomponent));
  return texts.join(delimiters.component);
}

function split(text: string, delimiters: Delimiters): readonly (readonly string[])[] {
  return text
    .split(delimiters.component)
    .map((component) => component.split(delimiters.subcomponent).map((part) => unescaped(part, delimiters)));
}

function first(component: readonly string[] | undefined): string {
  return component?.[0]?.trim() ?? '';
}

const ESCAPES = ['field', 'component', 'repetition', 'subcomponent', 'escape'] as const;
const LETTERS = { field: 'F', component: 'S', repetition: 'R', subcomponent: 'T', escape: 'E' } as const;

function unescaped(text: string, delimiters: Delimiters): string {
  const mark = delimiters.escape;
  if (!text.includes(mark)) return text;
  const pieces = text.split(mark);
  // Every second piece stands between two escape characters.
  return pieces.map((piece, index) => (index % 2 === 1 ? delimiterFor(piece, delimiters) : piece)).join('');
}

/** An escape that is no delimiter stays as it is. */
function delimiterFor(letter: string, delimiters: Delimiters): string {
  const name = ESCAPES.find((each) => LETTERS[each] === letter);
  return name ? delimiters[name] : `${delimiters.escape}${letter}${delimiters.escape}`;
}

function escaped(text: string, delimiters: Delimiters): string {
  let out = '';
  for (const character of text) {
    const name = ESCAPES.find((each) => delimiters[each] === character);
    out += name ? `${delimiters.escape}${LETTERS[name]}${delimiters.escape}` : character;
  }
  return out;
}
