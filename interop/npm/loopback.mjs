// Every adapter imports this first: whatever address a package asks for, or none, it listens on 127.0.0.1.
import net from 'node:net';

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first] = args;
  const asked = typeof first === 'object' && first !== null ? first : { port: first };
  const callback = args.findLast((arg) => typeof arg === 'function');
  return listen.call(this, { port: Number(asked.port), host: '127.0.0.1' }, callback);
};

/** The port that the command line names: `--port 6661`. */
export const port = Number(process.argv[process.argv.indexOf('--port') + 1]);

/** What a package throws outside its callbacks is told, and does not end its process: the matrix judges what follows. */
process.on('unhandledRejection', (reason) => process.stderr.write(`unhandled rejection: ${reason}\n`));
process.on('uncaughtException', (error) => process.stderr.write(`uncaught exception: ${error.stack}\n`));
