/**
 * Ends the reading of a regular expression. `invalid`: Java would refuse it too; `untranslatable`: Java would take it, we
 * cannot. Never leaves this room.
 */
export class ExpressionFault extends Error {
  readonly kind: 'invalid' | 'untranslatable';

  constructor(kind: 'invalid' | 'untranslatable', message: string) {
    super(message);
    this.name = 'ExpressionFault';
    this.kind = kind;
  }
}

export function invalid(message: string): ExpressionFault {
  return new ExpressionFault('invalid', message);
}

export function untranslatable(message: string): ExpressionFault {
  return new ExpressionFault('untranslatable', message);
}
