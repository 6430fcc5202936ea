// An OpenID provider of a test, on this machine: it lets in whoever it is told to, and can be told to lie.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SingleSignOn } from './server.core.ts';

export interface Claims {
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly nonce?: string;
  readonly aud?: string;
}

export interface TestProvider {
  readonly set: SingleSignOn;
  /** How often it was asked for anything. */
  readonly asked: { count: number };
  close(): void;
  /** Signs somebody in at the address that a browser was sent to. Returns where it sends the browser back to. */
  signIn(address: string, claims: Claims): string;
}

export async function newProvider(): Promise<TestProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { claims: object; challenge: string; back: string }>();
  const asked = { count: 0 };
  let issuer = '';
  const server = createServer((request, response) => {
    asked.count += 1;
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage): Promise<[number, object]> {
    if (request.url === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ];
    if (request.url === '/keys')
      return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }];
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const told = new URLSearchParams(text);
    const known = codes.get(told.get('code') ?? '');
    codes.delete(told.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(told.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      known?.challenge === verifier && known.back === told.get('redirect_uri') && told.get('client_secret') === 'hush';
    if (!known || !fits) return [400, { error: 'invalid_grant' }];
    return [200, { access_token: 'unused', token_type: 'Bearer', id_token: signed(known.claims) }];
  }

  function signed(claims: object): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
  }

  return {
    set: { name: 'Bay accounts', issuer, clientId: 'customary', clientSecret: 'hush' },
    asked,
    close: () => void server.close(),
    signIn: (address, told) => {
      const { searchParams } = new URL(address);
      const now = Math.floor(Date.now() / 1000);
      const code = randomBytes(8).toString('hex');
      const claims = {
        iss: issuer,
        sub: 'somebody',
        aud: 'customary',
        iat: now,
        exp: now + 60,
        nonce: searchParams.get('nonce'),
        ...told,
      };
      const back = searchParams.get('redirect_uri')!;
      codes.set(code, { claims, challenge: searchParams.get('code_challenge')!, back });
      return `${back}?code=${code}&state=${searchParams.get('state')}`;
    },
  };
}
