import { identifier, numberOf } from './identifier.js';
import { type OrderGroup, orderGroups, placeOfNumber } from './order-groups.js';
import { type EchoFinding, notEchoed, type Seen } from './seen.js';

/** The numbers under which an order is known, with all their components. */
interface Known {
  placer: string;
  filler: string;
  group: string;
}

/** What a filler writes to a placer: there the filler number must come back too. */
const FROM_FILLER: ReadonlySet<string> = new Set(['ORU', 'OUL', 'ORR', 'ORL', 'ORG', 'ORI', 'ORP', 'RDS', 'RGV']);
/** Answers in which a filler has no number to give. */
const WITHOUT_NUMBER: ReadonlySet<string> = new Set(['UA', 'SN', 'UM', 'UX']);

/** The numbers of all orders of a scenario, as both sides have told them. */
export class OrderNumbers {
  readonly #known = new Map<string, Known>();
  /** Which placer number each filler number belongs to. */
  readonly #placerOf = new Map<string, string>();

  isKnown(group: OrderGroup, seen: Seen): boolean {
    return this.#find(numbersOf(group, seen)) !== undefined;
  }

  learn(seen: Seen): void {
    for (const group of orderGroups(seen.message)) {
      const numbers = numbersOf(group, seen);
      const known = this.#find(numbers) ?? { placer: '', filler: '', group: '' };
      known.placer ||= numbers.placer;
      known.filler ||= numbers.filler;
      known.group ||= numbers.group;
      for (const key of keysOf(numbers)) this.#known.set(key, known);
      if (numbers.filler !== '' && numbers.placer !== '' && !this.#placerOf.has(numbers.filler))
        this.#placerOf.set(numbers.filler, numbers.placer);
    }
  }

  /** What a system that fills or places orders itself does not echo of the numbers that it was given, or gave. */
  check(seen: Seen): readonly EchoFinding[] {
    return orderGroups(seen.message).flatMap((group) => this.#checkGroup(group, seen));
  }

  #checkGroup(group: OrderGroup, seen: Seen): readonly EchoFinding[] {
    const numbers = numbersOf(group, seen);
    const reused = this.#reused(numbers, group, seen);
    if (reused !== undefined) return [reused];
    const known = this.#find(numbers);
    if (known === undefined) return [];
    const control = group.orc?.get('1') ?? '';
    const isFromFiller = FROM_FILLER.has(seen.message.type.code) && !WITHOUT_NUMBER.has(control);
    const found = [
      compared('placer', known.placer, numbers.placer, control !== 'SN'),
      compared('filler', known.filler, numbers.filler, isFromFiller),
      compared('group', known.group, numbers.group, isFromFiller && group.orc !== undefined),
    ];
    return found.filter((one) => one !== undefined).map((one) => told(one, group, seen));
  }

  #reused(numbers: Numbers, group: OrderGroup, seen: Seen): EchoFinding | undefined {
    const before = this.#placerOf.get(numbers.filler);
    if (before === undefined || numbers.placer === '' || numberOf(before) === numberOf(numbers.placer))
      return undefined;
    return notEchoed(seen, {
      code: 'filler-number-reused',
      path: `${placeOfNumber(group, 3)}[1]`,
      message: 'the filler order number belongs to another order already',
      expected: 'a number that no other order has',
      actual: numbers.filler,
    });
  }

  #find(numbers: Numbers): Known | undefined {
    return keysOf(numbers)
      .map((key) => this.#known.get(key))
      .find((known) => known !== undefined);
  }
}

interface Numbers {
  readonly placer: string;
  readonly filler: string;
  readonly group: string;
}

function numbersOf(group: OrderGroup, { message }: Seen): Numbers {
  const at = (field: 2 | 3): string => {
    const place = placeOfNumber(group, field);
    return place === undefined ? '' : identifier(message, place);
  };
  const { orc } = group;
  return {
    placer: at(2),
    filler: at(3),
    group: orc === undefined ? '' : identifier(message, `ORC[${orc.instance}]-4`),
  };
}

function keysOf({ placer, filler }: Numbers): readonly string[] {
  return [placer === '' ? '' : `P${numberOf(placer)}`, filler === '' ? '' : `F${numberOf(filler)}`].filter(
    (key) => key !== '',
  );
}

interface Difference {
  readonly kind: 'placer' | 'filler' | 'group';
  readonly expected: string;
  readonly actual: string;
}

function compared(
  kind: Difference['kind'],
  expected: string,
  actual: string,
  isRequired: boolean,
): Difference | undefined {
  if (expected === '' || actual === expected || (actual === '' && !isRequired)) return undefined;
  return { kind, expected, actual };
}

const WORDS = {
  placer: 'the placer order number',
  filler: 'the filler order number',
  group: 'the placer group number',
};

function told({ kind, expected, actual }: Difference, group: OrderGroup, seen: Seen): EchoFinding {
  const place =
    kind === 'group' ? `ORC[${group.orc?.instance ?? 1}]-4` : placeOfNumber(group, kind === 'placer' ? 2 : 3);
  return notEchoed(seen, {
    code: `${kind}-number-${actual === '' ? 'not-echoed' : 'changed'}`,
    path: `${place}[1]`,
    message: `${WORDS[kind]} does not come back as it was given`,
    expected,
    actual: actual === '' ? 'nothing' : actual,
  });
}
