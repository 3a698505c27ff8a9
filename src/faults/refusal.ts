import { ERROR_TEXTS } from '../hl7/acknowledgment.js';
import { tryFieldPath } from '../hl7/path.js';
import type { Refusal } from './fault.js';

interface ErrorParameters {
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

/** A refusal as data; the endpoint turns it into an acknowledgment of the trigger's version. */
export function refusal(code: Refusal['code'], { code: error, path, text }: ErrorParameters): Refusal {
  const place = tryFieldPath(path);
  const location = place && {
    segment: place.segment,
    sequence: place.instance,
    ...(place.field !== undefined && { field: place.field }),
    ...(place.repetition !== undefined && { repetition: place.repetition }),
    ...(place.component !== undefined && { component: place.component }),
    ...(place.subcomponent !== undefined && { subcomponent: place.subcomponent }),
  };
  return {
    code,
    error: {
      code: error,
      severity: 'E',
      userMessage: text || (ERROR_TEXTS[error] ?? ''),
      ...(location && { location }),
    },
  };
}
