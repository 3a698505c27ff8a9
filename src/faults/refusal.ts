import { ERROR_TEXTS } from '../hl7/acknowledgment.js';
import { tryFieldPath } from '../hl7/path.js';
import type { StandIn } from './fault.js';

interface ErrorParameters {
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

/** A negative acknowledgment as data; the endpoint builds it in the version of the trigger. */
export function refusal(code: StandIn['code'], { code: error, path, text }: ErrorParameters): StandIn {
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
