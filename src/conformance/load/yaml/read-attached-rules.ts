import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import type { Assertion } from '../../model/assertion.js';
import { withPaths } from '../../model/assertion-paths.js';
import type { Attachment, KeyedConstraint } from '../../model/rule.js';
import { LOCATIONS, locationsOf } from './code-locations.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { usage } from './element-shape.js';
import { positionsOf } from './raw-path.js';
import { readAssertion } from './read-assertion.js';
import { readCondition, readStatements } from './read-rules.js';
import type { Path, YamlSource } from './yaml-source.js';

const by = z.enum(['id', 'name']).default('id');
const ON = z.union([
  section({ segment: text, by }),
  section({ datatype: text, by }),
  section({ group: text, by }),
  section({ message: text, by }),
]);

const list = z.array(z.unknown()).exactOptional();
const ENTRY = section({ on: ON, must: list, when: list, values: list, codes: list, keyed: list });

const PREDICATE = section({ target: text, usage, if: z.unknown() });
const BINDING = section({
  target: text,
  strength: z.enum(['R', 'S', 'U']).exactOptional(),
  sets: z.array(text),
  requirement: text.exactOptional(),
  ...LOCATIONS,
});
const SINGLE = section({ target: text, code: z.string(), system: z.string().default(''), ...LOCATIONS });
const KEYED = section({
  text: z.string().default(''),
  entries: z.array(section({ key: z.unknown(), must: z.array(z.unknown()) })),
});

/** What stands under `rules:`: rules by the definition to which they are attached, as IGAMT has them. */
export function readAttachedRules(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  const entries = source.read(z.array(z.unknown()), value, ['rules']) ?? [];
  entries.forEach((entry, index) => {
    const path: Path = ['rules', index];
    const read = source.read(ENTRY, entry, path);
    if (read !== undefined) new AttachedReader(draft, source, attachment(read.on)).read(read, path);
  });
}

function attachment(on: z.output<typeof ON>): Attachment {
  if ('segment' in on) return { kind: 'segment', by: on.by, value: on.segment };
  if ('datatype' in on) return { kind: 'datatype', by: on.by, value: on.datatype };
  return 'group' in on
    ? { kind: 'group', by: on.by, value: on.group }
    : { kind: 'message', by: on.by, value: on.message };
}

class AttachedReader {
  readonly #draft: ProfileDraft;
  readonly #source: YamlSource;
  readonly #on: Attachment;

  constructor(draft: ProfileDraft, source: YamlSource, on: Attachment) {
    this.#draft = draft;
    this.#source = source;
    this.#on = on;
  }

  read(entry: z.output<typeof ENTRY>, path: Path): void {
    this.#statements(entry.must ?? [], [...path, 'must']);
    entry.when?.forEach((one, index) => {
      this.#predicate(one, [...path, 'when', index]);
    });
    entry.values?.forEach((one, index) => {
      this.#binding(one, [...path, 'values', index]);
    });
    entry.codes?.forEach((one, index) => {
      this.#single(one, [...path, 'codes', index]);
    });
    entry.keyed?.forEach((one, index) => {
      this.#keyed(one, [...path, 'keyed', index]);
    });
  }

  #statements(list: readonly unknown[], path: Path): void {
    const on = this.#on;
    for (const { assertion, text: description = '', context: _, id = '', path: at, ...rest } of readStatements(
      this.#source,
      list,
      path,
    )) {
      const rule = { kind: 'statement', id, description, ...rest, assertion: this.#inPositions(assertion) } as const;
      this.#draft.rules.statements.push({ on, rule: { ...rule, place: this.#source.place(at) } });
    }
  }

  #predicate(value: unknown, path: Path): void {
    const read = this.#source.read(PREDICATE, value, path);
    const outcome = read?.usage.outcome;
    if (read !== undefined && outcome === undefined) {
      this.#source.error(
        [...path, 'usage'],
        'condition-without-outcome',
        'a condition decides between two usages',
        'write C(R/X)',
      );
    }
    const written = read && readCondition(this.#source, read.if, [...path, 'if']);
    if (read === undefined || outcome === undefined || written === undefined) return;
    const { condition, text: description = '', context: _, path: at, ...rest } = written;
    const rule = { kind: 'predicate', description, ...rest, target: this.#positions(read.target), ...outcome } as const;
    this.#draft.rules.predicates.push({
      on: this.#on,
      rule: { ...rule, ...(condition && { condition: this.#inPositions(condition) }), place: this.#source.place(at) },
    });
  }

  #binding(value: unknown, path: Path): void {
    const read = this.#source.read(BINDING, value, path);
    if (read === undefined) return;
    const { at, locations, target, ...rest } = read;
    const rule = { target: this.#positions(target), ...rest, locations: locationsOf(at, locations) };
    this.#draft.rules.bindings.push({ on: this.#on, rule: { ...rule, place: this.#source.place(path) } });
  }

  #single(value: unknown, path: Path): void {
    const read = this.#source.read(SINGLE, value, path);
    if (read === undefined) return;
    const { at, locations, target, ...rest } = read;
    const rule = { target: this.#positions(target), ...rest, locations: locationsOf(at, locations) };
    this.#draft.rules.singleCodes.push({ on: this.#on, rule: { ...rule, place: this.#source.place(path) } });
  }

  #keyed(value: unknown, path: Path): void {
    const read = this.#source.read(KEYED, value, path);
    if (read === undefined) return;
    const entries = read.entries.flatMap(({ key, must }, index): KeyedConstraint['entries'] => {
      const at = [...path, 'entries', index];
      const first = readAssertion(this.#source, key, [...at, 'key']);
      const assertions = must.flatMap((one, number) => readAssertion(this.#source, one, [...at, 'must', number]) ?? []);
      return first === undefined
        ? []
        : [{ key: this.#inPositions(first), assertions: assertions.map((one) => this.#inPositions(one)) }];
    });
    const place = this.#source.place(path);
    this.#draft.rules.keyed.push({ on: this.#on, rule: { kind: 'keyed', description: read.text, entries, place } });
  }

  #positions(path: string): string {
    return positionsOf(path, this.#on.kind);
  }

  /** Paths inside a `within` start there, so that the name of the definition says nothing. */
  #inPositions(assertion: Assertion): Assertion {
    return withPaths(assertion, ({ path, scope }) => (scope.length === 0 ? this.#positions(path) : path));
  }
}
