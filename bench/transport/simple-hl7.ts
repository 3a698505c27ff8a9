import { type Message, Parser, Server } from 'simple-hl7';
import { accepted, HOST, listeningPort, type Stack } from './stack.js';

export const simpleHl7: Stack = {
  serve() {
    const tcp = Server.createTcpServer((error, _request, response) => {
      if (error === null) response.end();
    });
    tcp.start(0);
    return listeningPort(tcp.server);
  },
  prepare(payloads) {
    const parser = new Parser();
    const messages = payloads.map((payload) => parser.parse(payload.toString()));
    return async (port, lost) => {
      const client = Server.createTcpClient({ host: HOST, port, keepalive: true });
      await new Promise<void>((resolve, reject) => {
        client.connect((error) => (error ? reject(error) : resolve()));
      });
      return {
        send(payload, answered) {
          const message = messages[payload];
          const onAnswer = (answer: Message | undefined): void => {
            const code = answer?.getSegment('MSA')?.getField(1);
            // It counts itself as waiting until its callback has returned.
            queueMicrotask(() => accepted(code, answered, lost));
          };
          if (message === undefined) lost('no such payload');
          else client.send(message, (error, answer) => (error ? lost(error.message) : onAnswer(answer)));
        },
        close: () => client.close(),
      };
    };
  },
};
