/** The one guard of every HTTP route: deny by default, then who, then which role. allow.ts says how a route is marked. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '#libs/contracts/words.js';
import { SETTINGS_TOKEN, type Settings } from '../config/env.js';
import { DeskError } from '../errors.js';
import type { AccessRequest } from './access-request.js';
import { bearerOf } from './access-request.js';
import { ALLOWED_ROLES, PUBLIC_DOOR } from './allow.js';
import { Identify } from './identify.js';
import { hasRole } from './responder.js';
import { allowedOrigin, isSafeMethod } from './same-site.js';

type Route = ReturnType<ExecutionContext['getHandler']>;

/** Who may come in by a route. */
interface Marks {
  isPublic: boolean;
  allowed: readonly Role[];
}

@Injectable()
export class AccessGuard implements CanActivate {
  private readonly marks = new Map<ReturnType<ExecutionContext['getClass']>, Map<Route, Marks>>();

  constructor(
    private readonly reflector: Reflector,
    private readonly identify: Identify,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_ORIGINS'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // the live gateway identifies at its handshake
    const request = context.switchToHttp().getRequest<AccessRequest>();
    this.refuseOtherSites(request);
    const { isPublic, allowed } = this.marksOf(context);
    if (isPublic) return true;
    const who = await this.identify.byHeaders(request.headers);
    if (!who) throw new DeskError('sign-in-required');
    if (!hasRole(who, ...allowed)) throw new DeskError('not-allowed');
    request.responder = who;
    return true;
  }

  /** A route's marks never change: they are looked up once. */
  private marksOf(context: ExecutionContext): Marks {
    const [route, door] = [context.getHandler(), context.getClass()];
    const ofDoor = this.marks.get(door) ?? new Map<Route, Marks>();
    const known = ofDoor.get(route);
    if (known) return known;
    const marks = {
      isPublic: this.reflector.getAllAndOverride<boolean>(PUBLIC_DOOR, [route, door]) === true,
      allowed: this.reflector.getAllAndOverride<Role[]>(ALLOWED_ROLES, [route, door]) ?? [],
    };
    this.marks.set(door, ofDoor.set(route, marks));
    return marks;
  }

  /** A bearer token is never sent by a browser on its own, so it needs no such check. */
  private refuseOtherSites(request: AccessRequest): void {
    if (isSafeMethod(request.method) || bearerOf(request.headers) !== null) return;
    if (!allowedOrigin(request.headers, this.settings.EARSHOT_ORIGINS)) throw new DeskError('cross-site');
  }
}
