/**
 * Node's `http` without its three names for the web sockets of browsers: to import it whole loads a client for HTTP that nobody here uses, a
 * thirtieth of a start. Nest is given this instead (short-imports.ts).
 */
const http = process.getBuiltinModule('node:http');

export const {
  Agent, ClientRequest, IncomingMessage, METHODS, OutgoingMessage, STATUS_CODES, Server, ServerResponse, createServer, get, globalAgent, maxHeaderSize,
  request, setMaxIdleHTTPParsers, validateHeaderName, validateHeaderValue,
} = http; // prettier-ignore
