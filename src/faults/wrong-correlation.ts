import { mint } from '../base/mint.js';
import { parseMessage } from '../hl7/parse.js';
import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { choice } from './parameter.js';

type Variant = 'other' | 'empty' | 'cut' | 'case';

/** R08: MSA-2 is not the control id of the message. Such a reply acknowledges nothing. */
export const wrongCorrelation = defineFault({
  name: 'wrong-correlation',
  says: 'the acknowledgment names another message in MSA-2',
  parameters: {
    variant: choice(
      ['other', 'empty', 'cut', 'case'],
      'another id, none, without its last character, in the other case',
    ),
  },
  make: ({ variant }): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'wrong-correlation',
    onReply: (reply, plan) => (reply === undefined ? plan : { ...plan, send: withWrongId(reply, variant) }),
  }),
});

function withWrongId(reply: Buffer, variant: Variant): Buffer {
  const parsed = parseMessage(reply);
  if (parsed.kind === 'malformed' || parsed.message.first('MSA') === undefined) return reply;
  const { message } = parsed;
  return message.withRaw('MSA-2', wrong(message.rawText('MSA-2') ?? '', variant)).serialize();
}

function wrong(id: string, variant: Variant): string {
  if (variant === 'empty') return '';
  const changed = variant === 'cut' ? id.slice(0, -1) : variant === 'case' ? otherCase(id) : mint('X', 12, id);
  return changed === id ? mint('X', 12, id) : changed;
}

function otherCase(id: string): string {
  const lower = id.toLowerCase();
  return id === lower ? id.toUpperCase() : lower;
}
