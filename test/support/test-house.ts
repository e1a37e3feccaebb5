import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type House, openHouse, WEB_FOLDER } from '../../server/house.ts';
import { readConfig } from '../../server/platform/config.ts';
import { createLog } from '../../server/platform/log.ts';
import { assertNothingOutside, watchCommands } from './command-surface.ts';
import { databaseUrl, dropDatabase } from './test-database.ts';

/** A clock that stands still until a test moves it. Tuesday 24 November 2026, 10:00 in Amsterdam. */
export interface TestClock {
  now(): Date;
  readonly speed: 0;
  forward(milliseconds: number): void;
}

export function testClock(start = '2026-11-24T09:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    speed: 0,
    forward: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export interface Reply {
  status: number;
  // What a reply holds is what the test asserts.
  body: Record<string, unknown>;
  headers: Headers;
}

/** Whatever answers requests: a house in this process, or a server in another. */
export interface Callee {
  /** One request as whoever holds this token; nobody without one. */
  call(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    headers?: Record<string, string>,
  ): Promise<Reply>;
}

export interface TestHouse extends Callee {
  house: House;
  clock: TestClock;
  folder: string;
  url: string;
  /** Stops the house and starts it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A server by its address. */
export function calleeAt(url: string): Callee {
  return {
    async call(method, path, body, token, headers = {}) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /^application\/(?:problem\+)?json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : { text },
        headers: response.headers,
      };
    },
  };
}

export interface TestHouseOptions {
  clock?: TestClock;
  settings?: Record<string, string>;
}

/** The real app on a free port with a fresh store; its jobs are run by hand. */
export async function openTestHouse({
  clock = testClock(),
  settings = {},
}: TestHouseOptions = {}): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'ct-'));
  // `DATABASE_URL` set: the same suites run against MongoDB, each house in a database of its own.
  const url = databaseUrl(basename(folder));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    REQUESTS_PER_MINUTE: '100000',
    ...(url !== undefined && { DATABASE_URL: url }),
    ...settings,
  });
  const open = () =>
    openHouse({ config, log: createLog(config.LOG_LEVEL), clock, runJobs: false, webFolder: WEB_FOLDER });
  watchCommands();
  const test: TestHouse = {
    house: await open(),
    clock,
    folder,
    get url() {
      return test.house.url.replace('localhost', '127.0.0.1');
    },
    call: (...request) => calleeAt(test.url).call(...request),
    async restart() {
      const port = new URL(test.house.url).port;
      await test.house.close();
      config.PORT = Number(port);
      test.house = await open();
    },
    async close() {
      await test.house.close();
      await rm(folder, { recursive: true, force: true });
      if (url !== undefined) await dropDatabase(url);
      assertNothingOutside();
    },
  };
  return test;
}
