// The values of HAPI's model, as far as parsing a field moves them: primitives, composites, what varies, and the components that no type has.

/** `model`: the types of one version, as `Types` prints them. `isTrimming`: as HAPI does for ST, FT and TX, asked or not. */
export class HapiTypes {
  #components;
  #trims;

  constructor({ types }, { isTrimming = true } = {}) {
    this.#components = types;
    this.#trims = isTrimming ? TRIMS : {};
  }

  /** An empty value of a type; `*` varies. */
  make(name) {
    if (name === '*') return { kind: 'varies', data: this.#primitive('UNKNOWN') };
    const components = this.#components[name] ?? [];
    if (components.length === 0) return this.#primitive(name);
    return { kind: 'composite', parts: components.map((component) => this.make(component)), extra: [] };
  }

  /** `Terser.getPrimitive(type, component, subcomponent).setValue(text)`. */
  set(type, component, subcomponent, text) {
    const primitive = this.#primitiveAt(type, component, subcomponent);
    primitive.value = text === undefined ? undefined : this.#trimmed(primitive.name, text);
  }

  /** A text as it would be set, where the type has room for it. */
  trimmedAt(type, component, subcomponent, text) {
    return this.#trimmed(this.#primitiveAt(type, component, subcomponent).name, text);
  }

  #trimmed(name, text) {
    return this.#trims[name]?.(text) ?? text;
  }

  /** `DeepCopy.copy`. */
  copy(from, to) {
    for (let c = 1; c <= componentCount(from); c++) {
      for (let s = 1; s <= this.#subcomponentCount(from, c); s++)
        this.set(to, c, s, this.#primitiveAt(from, c, s).value);
    }
  }

  /** `Varies.setData`: what was there goes along. */
  become(varies, data) {
    if (varies.data.kind !== 'primitive' || varies.data.value !== undefined) this.copy(varies.data, data);
    varies.data = data;
  }

  #primitive(name) {
    return { kind: 'primitive', name, value: undefined, extra: [] };
  }

  #generic() {
    return { kind: 'composite', isGeneric: true, parts: [], extra: [] };
  }

  #primitiveAt(type, component, subcomponent) {
    let found = this.#componentOf(type, component);
    if (type.kind === 'varies' && isUnknown(found) && subcomponent > 1) {
      this.become(type, this.#generic());
      found = this.#componentOf(type, component);
    }
    return firstPrimitive(this.#componentOf(found, subcomponent));
  }

  #componentOf(type, n) {
    if (type.kind === 'primitive' && n === 1) return type;
    if (type.kind === 'composite' && type.isGeneric) return this.#grown(type.parts, n);
    if (type.kind === 'composite' && n <= type.parts.length) return type.parts[n - 1];
    if (type.kind === 'varies') {
      if (n > 1 && isUnknown(type.data)) this.become(type, this.#generic());
      return this.#componentOf(type.data, n);
    }
    return this.#grown(type.extra, n - standardCount(type));
  }

  #grown(list, n) {
    while (list.length < n) list.push(this.make('*'));
    return list[n - 1];
  }

  #subcomponentCount(type, component) {
    if (component === 1 && type.kind === 'primitive') return 1;
    return componentCount(this.#componentOf(type, component));
  }
}

/** NoValidationBuilder of HAPI 2.6.0 has these three, and no other rule. */
const TRIMS = {
  ST: (text) => text.replace(/^\s+/, ''),
  FT: (text) => text.replace(/^\s+/, ''),
  TX: (text) => text.replace(/\s+$/, ''),
};

function isUnknown(type) {
  return type.kind === 'primitive' && type.name === 'UNKNOWN';
}

function firstPrimitive(type) {
  if (type.kind === 'primitive') return type;
  return firstPrimitive(type.kind === 'varies' ? type.data : type.parts[0]);
}

function standardCount(type) {
  return type.kind === 'composite' ? type.parts.length : 1;
}

/** With those that no type has. */
function componentCount(type) {
  return type.kind === 'varies' ? componentCount(type.data) : standardCount(type) + type.extra.length;
}

/** Every text below a value with its place, as `Flat` walks it: `[component, subcomponent]`. */
export function* textsOf(given, below = []) {
  const type = given.kind === 'varies' ? given.data : given;
  const known = type.kind === 'composite' ? type.parts : [];
  if (type.kind === 'primitive' && type.value) yield [below[0] ?? 1, below[1] ?? 1, type.value];
  const all = [...known, ...(type.kind === 'primitive' ? [undefined] : []), ...type.extra];
  for (const [n, part] of all.entries()) if (part !== undefined) yield* textsOf(part, [...below, n + 1]);
}
