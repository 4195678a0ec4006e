/** Which addresses of the network the desk may talk to when a person typed, or a server redirected to, the URL. */
import ipaddr from 'ipaddr.js';
import { OutboundError } from './safe-http.js';

/** Ports a public web server is found on; any other must be allowed by an administrator as host:port. */
const WEB_PORTS = new Set(['', '80', '443', '8000', '8008', '8080', '8443', '8888']);

/** Names that only mean something inside a machine or a private network (RFC 6761, RFC 6762, RFC 8375, ICANN .internal). */
const INWARD_NAMES = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** All of today's public IPv6 space (IANA: 2000::/3); what lies outside maps, tunnels or stays inside. */
const PUBLIC_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** True only for plain public unicast: no loopback, private, link-local, mapped, translated, tunnelled or reserved address. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(PUBLIC_IPV6);
}

/** Hosts an administrator named, as `host` (every port) or `host:port`; in lower case, IPv6 in brackets. */
export class AllowedHosts {
  private readonly names: Set<string>;

  constructor(hosts: readonly string[]) {
    this.names = new Set(hosts.map((host) => host.trim().toLowerCase()).filter(Boolean));
  }

  has(url: URL): boolean {
    const host = hostOf(url);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return this.names.has(host) || this.names.has(`${host}:${port}`);
  }
}

/**
 * Reads a URL and refuses what must never be asked, before any name is resolved.
 * @returns the URL (host already in WHATWG normal form, so that decimal, octal, hex and full-width addresses are plain),
 *   and whether an administrator allowed it
 * @throws OutboundError bad-url, forbidden-address
 */
export function checkedUrl(text: string, allowed: AllowedHosts, base?: URL): { url: URL; allowed: boolean } {
  const url = parsed(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OutboundError('bad-url', `Only http and https addresses are fetched, not “${url.protocol}”`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundError('bad-url', 'An address must not carry a user name or password');
  }
  url.hash = '';
  if (allowed.has(url)) return { url, allowed: true };
  refuseInward(url);
  return { url, allowed: false };
}

function parsed(text: string, base?: URL): URL {
  const url = URL.parse(text.trim(), base?.href);
  if (!url) throw new OutboundError('bad-url', `“${text.slice(0, 200)}” is not a web address`);
  return url;
}

/**
 * Reads the name of a host that a client library will connect to by itself.
 * @returns whether an administrator allowed it at this port
 * @throws OutboundError bad-url, forbidden-address
 */
export function checkedHost(
  host: string,
  port: number,
  usualPorts: readonly number[],
  allowed: AllowedHosts,
): { host: string; allowed: boolean } {
  const url = parsed(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}/`);
  if (url.username !== '' || url.pathname !== '/')
    throw new OutboundError('bad-url', `“${host.slice(0, 200)}” is not the name of a server`);
  if (allowed.has(url)) return { host: hostOf(url).replace(/^\[|\]$/g, ''), allowed: true };
  refuseInwardHost(hostOf(url));
  if (!usualPorts.includes(port))
    throw new OutboundError(
      'forbidden-address',
      `Port ${port} of ${host} is unusual; an administrator can allow it as host:port`,
    );
  return { host: hostOf(url).replace(/^\[|\]$/g, ''), allowed: false };
}

function refuseInwardHost(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare) ? !isPublicAddress(bare) : INWARD_NAMES.test(host) || !host.includes('.')) {
    throw new OutboundError('forbidden-address', `${host} is not a public address; an administrator can allow it by name`);
  }
}

function refuseInward(url: URL): void {
  const host = hostOf(url);
  refuseInwardHost(host);
  if (!WEB_PORTS.has(url.port)) {
    throw new OutboundError(
      'forbidden-address',
      `Port ${url.port} of ${host} is not one of the web; an administrator can allow it as host:port`,
    );
  }
}

function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, '');
}
