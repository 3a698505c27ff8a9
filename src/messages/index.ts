/** The registry: every message that Pipehat can build. Nothing registers itself. */
import * as adt from './adt.js';
import { dftP03 } from './dft-p03.js';
import { mdmT02 } from './mdm-t02.js';
import { builder, type MessageBuilder } from './message-builder.js';
import { omgO19 } from './omg-o19.js';
import { omiO23 } from './omi-o23.js';
import { omlO21 } from './oml-o21.js';
import { ompO09 } from './omp-o09.js';
import { orgO20 } from './org-o20.js';
import { oriO24 } from './ori-o24.js';
import { orlO22 } from './orl-o22.js';
import { ormO01 } from './orm-o01.js';
import { orpO10 } from './orp-o10.js';
import { orrO02 } from './orr-o02.js';
import { oruR01 } from './oru-r01.js';
import { rasO17 } from './ras-o17.js';
import { rdeO11 } from './rde-o11.js';
import { rdsO13 } from './rds-o13.js';
import { rraO18 } from './rra-o18.js';
import { rrdO14 } from './rrd-o14.js';
import { rreO12 } from './rre-o12.js';
import * as siu from './siu.js';

export type { EveryFact, MessageBuilder } from './message-builder.js';

export const MESSAGE_BUILDERS: readonly MessageBuilder[] = [
  builder('ADT^A01', 'admit', adt.adtA01),
  builder('ADT^A02', 'transfer', adt.adtA02),
  builder('ADT^A03', 'discharge', adt.adtA03),
  builder('ADT^A04', 'register an outpatient or emergency patient', adt.adtA04),
  builder('ADT^A05', 'pre-admit', adt.adtA05),
  builder('ADT^A06', 'outpatient becomes inpatient', adt.adtA06),
  builder('ADT^A07', 'inpatient becomes outpatient', adt.adtA07),
  builder('ADT^A08', 'update patient and visit', adt.adtA08),
  builder('ADT^A11', 'cancel the admission', adt.adtA11),
  builder('ADT^A12', 'cancel the transfer', adt.adtA12),
  builder('ADT^A13', 'cancel the discharge', adt.adtA13),
  builder('ADT^A28', 'add a person', adt.adtA28),
  builder('ADT^A31', 'update a person', adt.adtA31),
  builder('ADT^A38', 'cancel the pre-admission', adt.adtA38),
  builder('ADT^A40', 'merge two records of one patient', adt.adtA40),
  builder('ORM^O01', 'general order', ormO01),
  builder('ORR^O02', 'answer to ORM^O01', orrO02),
  builder('OML^O21', 'laboratory order', omlO21),
  builder('ORL^O22', 'answer to OML^O21', orlO22),
  builder('OMG^O19', 'general clinical order', omgO19),
  builder('ORG^O20', 'answer to OMG^O19', orgO20),
  builder('OMI^O23', 'imaging order', omiO23),
  builder('ORI^O24', 'answer to OMI^O23', oriO24),
  builder('ORU^R01', 'results', oruR01),
  builder('OMP^O09', 'medication order', (envelope, f) => ompO09(envelope, { ...f, orders: f.medications })),
  builder('ORP^O10', 'answer to OMP^O09', (envelope, f) => orpO10(envelope, { ...f, orders: f.medications })),
  builder('RDE^O11', 'encoded medication order', (envelope, f) => rdeO11(envelope, { ...f, orders: f.medications })),
  builder('RRE^O12', 'answer to RDE^O11', (envelope, f) => rreO12(envelope, { ...f, orders: f.medications })),
  builder('RDS^O13', 'dispense', rdsO13),
  builder('RRD^O14', 'answer to RDS^O13', rrdO14),
  builder('RAS^O17', 'administration', rasO17),
  builder('RRA^O18', 'answer to RAS^O17', rraO18),
  builder('SIU^S12', 'appointment booked', siu.siuS12),
  builder('SIU^S13', 'appointment moved', siu.siuS13),
  builder('SIU^S14', 'appointment changed', siu.siuS14),
  builder('SIU^S15', 'appointment cancelled', siu.siuS15),
  builder('SIU^S26', 'patient did not come', siu.siuS26),
  builder('DFT^P03', 'charges', dftP03),
  builder('MDM^T02', 'original document with its content', mdmT02),
];

/** The builder called `adt-a01` (or `ADT^A01`), undefined where there is none. */
export function builderNamed(name: string): MessageBuilder | undefined {
  const wanted = name.toLowerCase().replace('^', '-');
  return MESSAGE_BUILDERS.find((candidate) => candidate.name === wanted);
}
