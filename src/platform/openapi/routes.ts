/** Every HTTP route of the program with its marks, read from its controllers: for the OpenAPI document and for the access matrix test. */
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { z } from 'zod';
import type { Role } from '#libs/contracts/words.js';
import { ALLOWED_ROLES, PUBLIC_DOOR } from '../access/allow.js';
import { ACCEPTS, ANSWERS, SUMMARY, TAG, type Accepted, type Answer } from './answers.js';

export interface RoutePart {
  from: 'body' | 'query' | 'path';
  /** Name of a path or query part; undefined: the whole. */
  name: string | undefined;
  schema: z.ZodType | undefined;
}

export interface Route {
  method: string;
  /** As Nest knows it, with `:id`. */
  path: string;
  /** Such as `casesClaim`. */
  id: string;
  tag: string | undefined;
  summary: string | undefined;
  answer: Answer | undefined;
  accepts: Accepted | undefined;
  /** Who may come in; null: nobody, because the mark was forgotten. */
  access: 'public' | readonly Role[] | null;
  parts: RoutePart[];
}

type Handler = (...args: unknown[]) => unknown;
type Controller = abstract new (...args: never[]) => unknown;

/** @returns the routes in order of path and method */
export function listRoutes(discovery: DiscoveryService, scanner: MetadataScanner): Route[] {
  const routes = discovery.getControllers().flatMap(({ metatype }) => {
    if (!metatype) return [];
    const controller = metatype as Controller;
    const prototype = controller.prototype as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => routesOf(controller, name, prototype[name] as Handler));
  });
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

function routesOf(controller: Controller, name: string, handler: Handler): Route[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const mark = <T>(key: string) => (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
  const base = controller.name.replace(/Controller$/, '');
  return pathsOf(controller, handler).map((path) => ({
    method: RequestMethod[method],
    path,
    id: base.charAt(0).toLowerCase() + base.slice(1) + name.charAt(0).toUpperCase() + name.slice(1),
    tag: mark<string>(TAG),
    summary: mark<string>(SUMMARY),
    answer: mark<Answer>(ANSWERS),
    accepts: mark<Accepted>(ACCEPTS),
    access: mark<boolean>(PUBLIC_DOOR) ? ('public' as const) : (mark<Role[]>(ALLOWED_ROLES) ?? null),
    parts: partsOf(controller, name),
  }));
}

function pathsOf(controller: Controller, handler: Handler): string[] {
  const list = (at: object) => [Reflect.getMetadata(PATH_METADATA, at) as string | string[]].flat();
  return list(controller).flatMap((base) =>
    list(handler).map((rest) => `/${base}/${rest}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')),
  );
}

const FROM: Partial<Record<number, RoutePart['from']>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'path',
};

function partsOf(controller: Controller, name: string): RoutePart[] {
  const stored = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { data?: unknown; schema?: z.ZodType }
  >;
  return Object.entries(stored).flatMap(([key, part]) => {
    const from = FROM[Number(key.split(':')[0])];
    return from ? [{ from, name: typeof part.data === 'string' ? part.data : undefined, schema: part.schema }] : [];
  });
}
