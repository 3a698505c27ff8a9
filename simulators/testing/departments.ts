import type { EntityIdentifier } from '../../src/messages/facts.js';
import type { ImagingProcedure, LaboratoryOrderable, Patient } from '../../src/population/facts.js';
import type { NewOrder, OrderCommand } from '../ehr/commands.js';
import type { PlacedOrder } from '../ehr/ehr-state.js';
import type { EhrOptions } from '../ehr/options.js';
import { ehr } from '../ehr.js';
import type { FillerOrder } from '../filler/filler-state.js';
import { type LisOptions, lis } from '../lis.js';
import { type RisOptions, ris } from '../ris.js';
import { somebody, stay } from './people.js';
import type { ToolChoices } from './test-tools.js';
import { Ward } from './ward.js';

export interface Situation {
  readonly ehr?: Partial<EhrOptions>;
  readonly lis?: Partial<LisOptions>;
  readonly ris?: Partial<RisOptions>;
  readonly tools?: ToolChoices;
}

type Asking = Exclude<OrderCommand['kind'], 'place-order' | 'change-order' | 'replace-order'>;

/** A patient in bed, the EHR and the department that orders go to. Questions are about the last order unless another is named. */
export class DepartmentWard {
  readonly ward: Ward;
  readonly patient: Patient = somebody();
  readonly #department: 'lis' | 'ris';
  #number: EntityIdentifier = { id: '', namespace: '' };

  constructor(department: 'lis' | 'ris', situation: Situation = {}) {
    this.#department = department;
    const other = department === 'lis' ? lis(situation.lis) : ris(situation.ris);
    this.ward = new Ward([ehr(situation.ehr), other], { orderAnswer: 'own-message', ...situation.tools });
    this.ward.act('ehr', { kind: 'admit', patient: this.patient, visit: stay(this.patient) });
  }

  /** ORC-2 of the last order. */
  get number(): EntityIdentifier {
    return this.#number;
  }

  place(
    service: LaboratoryOrderable | ImagingProcedure,
    facts: Partial<NewOrder> = {},
    dialect?: PlacedOrder['dialect'],
  ): void {
    const orders = [{ service, ...facts }];
    this.ward.act('ehr', { kind: 'place-order', patient: this.patient, orders, ...(dialect && { dialect }) });
    this.#number = this.ward.of('ehr', this.patient).orders.at(-1)?.number ?? this.#number;
  }

  ask(kind: Asking): void {
    this.ward.act('ehr', { kind, patient: this.patient, order: this.#number });
  }

  /** The order as the EHR shows it. */
  placed(number: EntityIdentifier = this.#number): PlacedOrder {
    return found(this.ward.of('ehr', this.patient).orders, ({ order }) => order.numbers.placer?.id === number.id);
  }

  /** The order as the department holds it. */
  held(number: EntityIdentifier = this.#number): FillerOrder {
    const { orders } = this.ward.of(this.#department, this.patient);
    return found<FillerOrder>(orders, ({ order }) => order.numbers.placer?.id === number.id);
  }

  /** What both sides say about the last order. */
  get states(): readonly [ehr: string, department: string] {
    return [this.placed().state, this.held().state];
  }
}

export function found<T>(items: readonly T[], isIt: (item: T) => boolean): T {
  const item = items.find(isIt);
  if (item === undefined) throw new Error(`none of ${items.length} fits`);
  return item;
}
