import { defineParameterType } from '@cucumber/cucumber';
import { OCCASIONS } from '../src/session/enhanced-mode.js';
import * as pharmacy from '../src/session/pharmacy-words.js';
import { APPOINTMENTS, IMAGING_PROGRESS } from '../src/session/radiology-words.js';
import {
  ACKNOWLEDGED_AS,
  ERASABLE,
  LABORATORY_PROGRESS,
  nominalMs,
  ORDER_STATES,
  PRIORITIES,
  REQUESTS,
  ROLE_WORDS,
  roleOf,
  SEXES,
  VISIT_EVENTS,
} from '../src/session/words.js';

defineParameterType({
  name: 'duration',
  regexp: /\d+(?:\.\d+)? (?:milliseconds?|ms|seconds?|minutes?|hours?|days?)/,
  transformer: nominalMs,
});

defineParameterType({
  name: 'system',
  regexp: new RegExp(Object.keys(ROLE_WORDS).join('|')),
  transformer: roleOf,
});

defineParameterType({
  name: 'acknowledgment',
  regexp: new RegExp(Object.keys(ACKNOWLEDGED_AS).join('|')),
  transformer: (word: string) => ACKNOWLEDGED_AS[word] ?? [],
});

defineParameterType({
  name: 'occasion',
  regexp: new RegExp(Object.keys(OCCASIONS).join('|')),
  transformer: (text: string) => OCCASIONS[text],
});

defineParameterType({
  name: 'message type',
  regexp: /[A-Z][A-Z0-9]{2}\^[A-Z][A-Z0-9]{2}/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'field path',
  regexp: /[A-Z][A-Z0-9]{2}(?:\[\d+\])?-\d+(?:\[\d+\])?(?:\.\d+){0,2}/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'place',
  regexp: /[A-Z][A-Z0-9]{2}(?:\[\d+\])?(?:-\d+(?:\[\d+\])?(?:\.\d+){0,2})?/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'finding code',
  regexp: /[a-z]+(?:-[a-z0-9]+)+/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'visit status',
  regexp: /planned|open|closed|void/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'visit event',
  regexp: /discharge|cancelled discharge|cancelled admission|cancelled transfer|cancelled plan/,
  transformer: (text: string) => VISIT_EVENTS[text],
});

defineParameterType({
  name: 'erasable fact',
  regexp: /telephone number|address|next of kin|insurance/,
  transformer: (text: string) => ERASABLE[text],
});

defineParameterType({
  name: 'hl7 version',
  regexp: /2\.3\.1|2\.3|2\.4|2\.5\.1|2\.5/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'order state',
  regexp: new RegExp(Object.keys(ORDER_STATES).join('|')),
  transformer: (text: string) => ORDER_STATES[text],
});

defineParameterType({
  name: 'priority',
  regexp: new RegExp(Object.keys(PRIORITIES).join('|')),
  transformer: (text: string) => PRIORITIES[text],
});

defineParameterType({
  name: 'request',
  regexp: new RegExp(Object.keys(REQUESTS).join('|')),
  transformer: (text: string) => REQUESTS[text],
});

defineParameterType({
  name: 'laboratory progress',
  regexp: new RegExp(Object.keys(LABORATORY_PROGRESS).join('|')),
  transformer: (text: string) => LABORATORY_PROGRESS[text],
});

defineParameterType({
  name: 'report stage',
  regexp: /partial|preliminary|final/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'sex',
  regexp: new RegExp(Object.keys(SEXES).join('|')),
  transformer: (text: string) => SEXES[text],
});

defineParameterType({
  name: 'imaging progress',
  regexp: new RegExp(Object.keys(IMAGING_PROGRESS).join('|')),
  transformer: (text: string) => IMAGING_PROGRESS[text],
});

defineParameterType({
  name: 'appointment standing',
  regexp: new RegExp(Object.keys(APPOINTMENTS).join('|')),
  transformer: (text: string) => APPOINTMENTS[text],
});

defineParameterType({
  name: 'route',
  regexp: new RegExp(Object.keys(pharmacy.ROUTES).join('|')),
  transformer: (text: string) => pharmacy.ROUTES[text],
});

defineParameterType({ name: 'frequency', regexp: pharmacy.FREQUENCY, transformer: pharmacy.patternOf });

defineParameterType({ name: 'dose', regexp: pharmacy.DOSE, transformer: pharmacy.doseOf });

defineParameterType({
  name: 'dose outcome',
  regexp: new RegExp(Object.keys(pharmacy.DOSE_OUTCOMES).join('|')),
  transformer: (text: string) => pharmacy.DOSE_OUTCOMES[text],
});

defineParameterType({
  name: 'prescription state',
  regexp: new RegExp(Object.keys(pharmacy.PRESCRIPTION_STATES).join('|')),
  transformer: (text: string) => pharmacy.PRESCRIPTION_STATES[text],
});

defineParameterType({
  name: 'prescription progress',
  regexp: new RegExp(Object.keys(pharmacy.PRESCRIPTION_PROGRESS).join('|')),
  transformer: (text: string) => pharmacy.PRESCRIPTION_PROGRESS[text],
});

defineParameterType({
  name: 'pharmacy decision',
  regexp: new RegExp(Object.keys(pharmacy.DECISIONS).join('|')),
  transformer: (text: string) => pharmacy.DECISIONS[text],
});
