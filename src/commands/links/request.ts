import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { NotPublicError, publicLookup, refuseHiddenNumber, type Resolve } from './guard.ts';

export type Method = 'HEAD' | 'GET';

/** What a server says, as far as it is looked at. */
export interface Reply {
  status: number;
  location: string | undefined;
  retryAfter: string | undefined;
  /** The first bytes of the body, as many as were asked for. */
  body: string;
}

/** Sends one request, follows nothing and keeps nothing. @param bytes how much of the body to read */
export type Request = (url: URL, method: Method, bytes?: number) => Promise<Reply>;

/** No answer came. The message says in a few words why. */
export class UnreachableError extends Error {}

/** How requests are sent. */
export interface RequestSettings {
  /** Who asks, and why. */
  agent: string;
  /** Time for a whole answer, in milliseconds. */
  limitMs: number;
  /** For tests: asks computers of a private network too. */
  privateToo?: boolean;
  /** For tests: the addresses of a host. */
  resolve?: Resolve;
}

/**
 * Makes the function that sends requests: no cookie, no referrer, no word about the reader.
 * It throws UnreachableError where no answer comes, NotPublicError where none is asked for.
 */
export function requester({ agent, limitMs, privateToo = false, resolve }: RequestSettings): Request {
  const lookup = privateToo ? {} : { lookup: publicLookup(resolve) };
  return async (url, method, bytes = 0) => {
    if (!privateToo) refuseHiddenNumber(url.hostname);
    // Written out, because a name and a password in the address would be sent.
    const options: RequestOptions = {
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers: { 'User-Agent': agent, Accept: '*/*', 'Accept-Encoding': 'identity' },
      agent: false,
      ...lookup,
    };
    return exchange(url.protocol === 'https:' ? requestHttps : requestHttp, options, limitMs, bytes);
  };
}

function exchange(
  send: typeof requestHttp,
  options: RequestOptions,
  limitMs: number,
  bytes: number,
): Promise<Reply> {
  return new Promise((done, fail) => {
    const outgoing = send(options, (answer) => {
      readStart(answer, bytes).then((body) => {
        clearTimeout(limit);
        const { statusCode = 0, headers } = answer;
        done({ status: statusCode, location: headers.location, retryAfter: headers['retry-after'], body });
        // The rest of the page is not fetched.
        outgoing.destroy();
      }, failWith);
    });
    const failWith = (error: Error) => {
      clearTimeout(limit);
      fail(reasonFor(error));
    };
    const limit = setTimeout(() => outgoing.destroy(new UnreachableError('time-out')), limitMs);
    outgoing.on('error', failWith).end();
  });
}

async function readStart(answer: IncomingMessage, bytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  if (bytes === 0) return '';
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8');
}

function reasonFor(error: NodeJS.ErrnoException): Error {
  if (error instanceof UnreachableError || error instanceof NotPublicError) return error;
  const code = error.code ?? '';
  const reason = /^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)
    ? 'DNS'
    : /CERT|TLS|SSL|EPROTO|SIGNATURE/.test(code)
      ? 'TLS'
      : code === 'ETIMEDOUT'
        ? 'time-out'
        : 'connection';
  return new UnreachableError(reason, { cause: error });
}
