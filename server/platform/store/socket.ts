import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { FrameReader } from './frame-reader.ts';
import { type Request, readMessage, writeReply } from './wire-message.ts';

/** Longest socket path in bytes; the system cuts longer ones silently (source: sockaddr_un). */
const MAX_PATH_BYTES = 107;

/** Where a folder's socket is: inside it, or for long paths in a private folder of the temporary one. */
export function socketPath(folder: string): string {
  const near = join(resolve(folder), 'store.sock');
  if (Buffer.byteLength(near) <= MAX_PATH_BYTES) return near;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  const directory = join(tmpdir(), `store-${name}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(directory);
  if (uid !== userInfo().uid || !lstatSync(directory).isDirectory()) {
    throw new Error(`${directory} belongs to someone else; set TMPDIR to a folder of your own`);
  }
  if ((mode & 0o077) !== 0) chmodSync(directory, 0o700);
  return join(directory, 'store.sock');
}

/** Who answers what clients send. */
export interface Answering {
  /** The BSON bytes of the reply. @throws Error when the connection is to be closed without one */
  answer(request: Request, connection: number): Promise<Buffer>;
  /** Told when a connection is over. */
  closed(connection: number): void;
}

/** Listens for clients and answers what comes. */
export class SocketServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private connections = 0;

  constructor(
    private readonly inner: Answering,
    private readonly log: (entry: { msg: string; [k: string]: unknown }) => void,
  ) {
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Listens on a unix socket; the folder's lock says that a leftover one is dead. */
  async listenOnSocket(path: string): Promise<void> {
    if (existsSync(path)) rmSync(path);
    await this.listen({ path });
    chmodSync(path, 0o600);
  }

  /** Listens on a port that only this machine reaches: this one if it is free, or else another. */
  async listenOnPort(port: number): Promise<number> {
    const host = '127.0.0.1';
    await this.listen({ host, port }).catch(() => this.listen({ host, port: 0 }));
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port');
    return address.port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async listen(at: ListenOptions): Promise<void> {
    this.server.listen(at);
    await once(this.server, 'listening');
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    const connection = this.connections;
    const frames = new FrameReader();
    this.sockets.add(socket);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.inner.closed(connection);
    });
    socket.on('error', (error) => this.log({ msg: 'a client connection failed', error: error.message }));
    socket.on('data', (chunk) => {
      try {
        for (const message of frames.take(chunk)) void this.answer(socket, message, connection);
      } catch (error) {
        this.refuse(socket, error);
      }
    });
  }

  private async answer(socket: Socket, message: Buffer, connection: number): Promise<void> {
    try {
      const request = readMessage(message);
      const reply = await this.inner.answer(request, connection);
      if (!request.silent && socket.writable) socket.write(writeReply(request, reply));
    } catch (error) {
      this.refuse(socket, error);
    }
  }

  // After a malformed message nothing that follows can be trusted to begin where it seems to.
  private refuse(socket: Socket, error: unknown): void {
    this.log({ msg: 'a client sent what is no message', error: String(error) });
    socket.destroy();
  }
}
