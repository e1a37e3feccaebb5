import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { forbidden, invalid, missing } from '#values/errors';
import type { Log } from './log.ts';
import { hostOf } from './origin.ts';
import { toProblem } from './problem.ts';

interface HttpNeeds {
  log: Log;
  api: Router;
  /** What others tell, signed; below `/api` too. */
  webhooks: Router;
  /** Where the built web pages lie. */
  webFolder: string;
}

/** Another site's page may not make a signed-in browser act. Callers without these headers are not browsers. */
const sameOrigin: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreignOrigin = origin !== undefined && hostOf(origin) !== request.get('host');
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if ((site !== undefined && site !== 'same-origin' && site !== 'none') || foreignOrigin)
    throw forbidden('origin_foreign');
  next();
};

const jsonOnly: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  if (hasBody && !request.is('application/json')) throw invalid('content_type_unknown');
  next();
};

/** A statement of the bank is longer than what anybody types. */
const largeBodies = express.Router().use('/bank-statements', express.json({ limit: '4mb' }));

/**
 * The path of an endpoint as the table has it. In the real one stand the words of links, which open what they lead to.
 * What no endpoint takes has no path that says anything.
 */
function templateOf({ route }: Partial<Request>): string | undefined {
  return typeof route?.path === 'string' ? `/api${route.path}` : undefined;
}

/** What is logged of a request: told when it was answered, because only then is it known which endpoint took it. */
const toldAs = (request: IncomingMessage & Partial<Request>, answer: object) => ({
  ...answer,
  request: { method: request.method, path: templateOf(request) },
});

function problemHandler(log: Log): ErrorRequestHandler {
  return (fault, request, response, next) => {
    if (response.headersSent) return next(fault);
    const problem = toProblem(fault);
    if (problem.status >= 500) log.error({ err: fault, path: templateOf(request) }, 'request failed');
    const wait = problem.details.retryAfterSeconds;
    if (typeof wait === 'number') response.set('retry-after', String(wait));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function pages(webFolder: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(webFolder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  router.use(express.static(webFolder, { index: false }));
  // Every surface is the same page; which one it becomes is decided by its path, in the browser.
  router.get(/^\/(?:$|kiosk|board|host|me|booking|door|papers|impacts)(?:\/|$)?/, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: webFolder, dotfiles: 'allow' });
  });
  return router;
}

/** The whole HTTP side: security headers, logs without names, the API, the pages, and problems as the last word. */
export function createHttpApp({ log, api, webhooks, webFolder }: HttpNeeds): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          workerSrc: ["'self'", 'blob:'],
          // A house on its own network has no certificate; where there is one, its proxy upgrades.
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
      // Both need a secure context, and warn on a plain local address.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );
  app.use(compression());
  app.use(
    '/api',
    pinoHttp({
      logger: log,
      quietReqLogger: true,
      customLogLevel: (_request, response, fault) => (fault || response.statusCode >= 500 ? 'error' : 'info'),
      quietResLogger: true,
      customSuccessObject: (request, _response, answer) => toldAs(request, answer),
      customErrorObject: (request, _response, _fault, answer) => toldAs(request, answer),
      serializers: { res: ({ statusCode }) => ({ statusCode }) },
    }),
    // Before anything is read: what is signed are the bytes.
    webhooks,
    sameOrigin,
    jsonOnly,
    largeBodies,
    express.json({ limit: '64kb' }),
    api,
    () => {
      throw missing('route_unknown');
    },
  );
  app.use(pages(webFolder));
  app.use(() => {
    throw missing('route_unknown');
  });
  app.use(problemHandler(log));
  return app;
}
