import { acknowledge, formatTimestamp, lis, type Message, type SimulatorTools } from 'pipehat';

// A laboratory that is closed: it follows the patients, and refuses every order with a reason. Pipehat's own laboratory
// does the rest, so that every other step still finds what it looks for.
export function simulator(): ReturnType<typeof lis> {
  const open = lis();
  return {
    ...open,
    step(state, event, tools) {
      if (event.kind !== 'received' || !isOrder(event.message)) return open.step(state, event, tools);
      const order = event.message;
      return {
        state,
        effects: [
          { kind: 'reply', message: receipt(order, tools) },
          { kind: 'send', message: refusal(order, tools) },
        ],
      };
    },
  };
}

function isOrder(message: Message): boolean {
  return message.type.code === 'ORM' && message.first('ORC') !== undefined;
}

/** The message has arrived: ACK with AA. */
function receipt(order: Message, { self, now, mint }: SimulatorTools): Message {
  return acknowledge(order, { code: 'AA', ...self, controlId: mint('control', 'receipt', order.controlId), at: now });
}

/** The order is refused: ORR^O02 with ORC-1 UA, under the numbers of the order. */
function refusal(order: Message, { self, peer, now, mint }: SimulatorTools): Message {
  return order
    .withSegments(([header = '', ...others]) => [
      header,
      `MSA|AA|${order.controlId}`,
      ...others.filter((segment) => /^(PID|ORC)/.test(segment)),
    ])
    .with('MSH-3', self.application)
    .with('MSH-4', self.facility)
    .with('MSH-5', peer.application)
    .with('MSH-6', peer.facility)
    .with('MSH-7', formatTimestamp(now))
    .withRaw('MSH-9', 'ORR^O02^ORR_O02')
    .with('MSH-10', mint('control', 'refusal', order.controlId))
    .with('ORC-1', 'UA')
    .withRaw('ORC-16', '^closed for stocktaking');
}
