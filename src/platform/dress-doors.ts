/** What stands before every route: request id, safe headers, and how bodies are read. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import type { Settings } from './config/env.js';
import { DeskError } from './errors.js';
import { giveRequestId } from './request-id.js';

/** A delivery of posts may be big; it is read raw, because its signature is over the bytes. */
const DELIVERY = /^\/api\/v1\/sources\/\d+\/(posts|webhook)\/?$/;
const DELIVERY_LIMIT = '6mb';
/** Texts by the thousand, to be scored, corrected or matched. Everything else is small. */
const TEXTS = /^\/api\/v1\/(analyse|corrections|watches\/test)\/?$/;
const TEXTS_LIMIT = '8mb';
/** A picture; bigger ones are told that they are, by the route. */
const IMAGE = /^\/api\/v1\/cases\/\d+\/images\/?$/;
const BODY_LIMIT = '1mb';

/**
 * Call once, on an application created with `bodyParser: false`.
 * @param app not yet initialised
 */
export function dressDoors(app: NestExpressApplication, settings: Settings): void {
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.disable('etag'); // no cache keeps an answer of the API: a digest of each would be for nobody
  if (settings.EARSHOT_TRUSTED_PROXIES > 0) app.set('trust proxy', settings.EARSHOT_TRUSTED_PROXIES);
  app.use(dressAnswer(safeHeaders(settings.EARSHOT_SECURE_COOKIES)), readBody());
}

/** One step for what every answer gets: each step of its own is looked for, matched and guarded by the router. */
function dressAnswer(headers: readonly [string, string][]): RequestHandler {
  return (request, response, next) => {
    giveRequestId(response);
    for (const [name, value] of headers) response.setHeader(name, value);
    // What the API answers belongs to who asked: no cache keeps it.
    if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

/** Each kind of route has its own way and limit. */
function readBody(): RequestHandler {
  const bytes = raw({ type: () => true, limit: DELIVERY_LIMIT });
  const texts = json({ limit: TEXTS_LIMIT });
  const small = json({ limit: BODY_LIMIT });
  return (request, response, next) => {
    const { path } = request;
    if (DELIVERY.test(path) || IMAGE.test(path)) return bytes(request, response, (error) => keepRawBody(request, next, error));
    return (TEXTS.test(path) ? texts : small)(request, response, (error) => refuseOtherBodies(request, next, error));
  };
}

/**
 * Scripts, connections and pictures only from the desk itself. Mantine sets style attributes, hence 'unsafe-inline' for styles alone.
 * @param https people reach the desk by https: then browsers must keep to it
 */
function safeHeaders(https: boolean): [string, string][] {
  const self = ["'self'"];
  return headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: self,
          scriptSrc: self,
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          // In CSP 3 'self' holds for sockets to the same host, too.
          connectSrc: self,
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: self,
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  );
}

/** What helmet sets is the same for every answer: it is asked once, not by its fifteen steps for each request. */
function headersOf(dress: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const noted = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => undefined };
  dress({} as Request, noted as unknown as Response, () => undefined);
  return headers;
}

function keepRawBody(request: Request & { rawBody?: Buffer }, next: NextFunction, error: unknown): void {
  if (error) return next(error);
  request.rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  next();
}

/** A body that is not JSON would be read as none at all: say so instead. */
function refuseOtherBodies(request: Request, next: NextFunction, error: unknown): void {
  if (error) return next(error);
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  const unread = hasBody && request.body === undefined && request.path.startsWith('/api/');
  next(unread ? new DeskError('unsupported-media-type', 'Send JSON with Content-Type: application/json') : undefined);
}
