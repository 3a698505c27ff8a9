/** The part of simple-hl7 3.3.0 that the bench uses; the package brings no types. Field numbers of a header begin at MSH-3. */
declare module 'simple-hl7' {
  import type { Server as NetServer } from 'node:net';

  export interface Segment {
    readonly name: string;
    getField(index: number): string;
    setField(index: number, value: string): void;
    getComponent(field: number, component: number): string;
  }

  export interface Message {
    readonly header: Segment;
    getSegment(name: string): Segment | undefined;
    getSegments(name: string): Segment[];
    toString(): string;
  }

  export class Parser {
    constructor(options?: { readonly segmentSeperator: string });
    parse(text: string): Message;
  }

  export interface TcpServer {
    readonly server: NetServer;
    start(port: number): void;
  }

  export interface TcpClient {
    connect(callback: (error?: Error) => void): void;
    send(message: Message, callback: (error: Error | null, acknowledgment?: Message) => void): void;
    close(): void;
  }

  export const Server: {
    createTcpServer(handler: (error: Error | null, request: unknown, response: { end(): void }) => void): TcpServer;
    createTcpClient(options: { readonly host: string; readonly port: number; readonly keepalive: boolean }): TcpClient;
  };
}
