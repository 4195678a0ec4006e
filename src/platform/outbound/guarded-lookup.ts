/** Name resolution for outbound connections: what is resolved here is what is connected to, so a name cannot change in between. */
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address-guard.js';
import { OutboundError } from './safe-http.js';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Answers every address of a name; rejects as node:dns does. */
export type Resolver = (hostname: string) => Promise<ResolvedAddress[]>;

export const systemResolver: Resolver = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * A `lookup` for sockets.
 * @param publicOnly refuse a name of which any address is not public: a mixed answer is a trick, not a choice
 */
export function guardedLookup(resolver: Resolver, publicOnly: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname).then(
      (addresses) => {
        const inward = publicOnly ? addresses.find(({ address }) => !isPublicAddress(address)) : undefined;
        const first = addresses[0];
        if (inward)
          return callback(
            new OutboundError('forbidden-address', `${hostname} points to ${inward.address}, which is not a public address`),
            '',
            0,
          );
        if (!first) return callback(new OutboundError('unreachable', `The name ${hostname} has no address`), '', 0);
        if (options.all) return callback(null, addresses);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
