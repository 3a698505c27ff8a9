import { Client, Message } from 'node-hl7-client';
import { net } from './net.js';
import { accepted, HOST, type Stack } from './stack.js';

/** A client without a server: it talks to the bare one, which costs next to nothing. */
export const nodeHl7Client: Stack = {
  serve: net.serve,
  prepare(payloads) {
    const messages = payloads.map((payload) => new Message({ text: payload.toString() }));
    return async (port, lost) => {
      const client = new Client({ host: HOST });
      const waiting: (() => void)[] = [];
      const connection = client.createConnection({ port }, (answer) => {
        const code = answer.getMessage().get('MSA.1').toString();
        accepted(code, () => waiting.shift()?.(), lost);
      });
      connection.on('client.error', (error: Error) => lost(error.message));
      await new Promise<void>((resolve) => connection.on('connect', resolve));
      return {
        send(payload, answered) {
          const message = messages[payload];
          waiting.push(answered);
          if (message === undefined) lost('no such payload');
          else connection.sendMessage(message).catch((error: Error) => lost(error.message));
        },
        close: () => void connection.close(),
      };
    };
  },
};
