import { Hl7Message } from '@medplum/core';
import { Hl7Client, type Hl7ErrorEvent, type Hl7MessageEvent, Hl7Server } from '@medplum/hl7';
import { accepted, HOST, listeningPort, type Stack } from './stack.js';

export const medplum: Stack = {
  serve() {
    const server = new Hl7Server((connection) => {
      connection.addEventListener('message', ({ message }: Hl7MessageEvent) => connection.send(message.buildAck()));
    });
    server.start(0);
    return server.server === undefined ? Promise.reject(new Error('it did not start')) : listeningPort(server.server);
  },
  prepare(payloads) {
    const messages = payloads.map((payload) => Hl7Message.parse(payload.toString()));
    return async (port, lost) => {
      const client = new Hl7Client({ host: HOST, port });
      client.addEventListener('error', ({ error }: Hl7ErrorEvent) => lost(error.message));
      const connection = await client.connect();
      return {
        send(payload, answered) {
          const message = messages[payload];
          const onAnswer = (answer: Hl7Message): void => {
            accepted(answer.getSegment('MSA')?.getComponent(1, 1), answered, lost);
          };
          if (message === undefined) lost('no such payload');
          else connection.sendAndWait(message).then(onAnswer, (error: Error) => lost(error.message));
        },
        close: () => void client.close(),
      };
    };
  },
};
