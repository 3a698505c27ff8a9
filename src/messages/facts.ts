/** The facts that become messages. Everybody else imports them from here. */
export type * from './facts/appointment.js';
export type * from './facts/charge.js';
export type * from './facts/document.js';
export type * from './facts/envelope.js';
export type * from './facts/medication.js';
export type * from './facts/merge.js';
export type * from './facts/observation.js';
export type * from './facts/order.js';
