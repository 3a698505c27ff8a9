import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';

/** One order in a message: its ORC, its OBR, and the observations and administrations behind it. */
export interface OrderGroup {
  readonly orc: Segment | undefined;
  readonly obr: Segment | undefined;
  readonly observations: readonly Segment[];
  /** RXA. */
  readonly administrations: readonly Segment[];
}

interface Open {
  orc: Segment | undefined;
  obr: Segment | undefined;
  readonly observations: Segment[];
  readonly administrations: Segment[];
}

/** The orders of a message as its segments follow each other. */
export function orderGroups(message: Message): readonly OrderGroup[] {
  const groups: Open[] = [];
  const open = (orc: Segment | undefined, obr: Segment | undefined): void => {
    groups.push({ orc, obr, observations: [], administrations: [] });
  };
  for (const segment of message.segments) {
    const last = groups.at(-1);
    if (segment.name === 'ORC') open(segment, undefined);
    else if (segment.name === 'OBR') {
      if (last === undefined || last.obr !== undefined) open(undefined, segment);
      else last.obr = segment;
    } else if (segment.name === 'OBX') last?.observations.push(segment);
    else if (segment.name === 'RXA') last?.administrations.push(segment);
  }
  return groups;
}

/** Where the numbers of a group stand: in ORC, or in OBR where there is no ORC or it does not say. */
export function placeOfNumber({ orc, obr }: OrderGroup, field: 2 | 3): string | undefined {
  const holder = [orc, obr].find((segment) => segment?.get(`${field}.1`) !== undefined) ?? orc ?? obr;
  return holder && `${holder.name}[${holder.instance}]-${field}`;
}
