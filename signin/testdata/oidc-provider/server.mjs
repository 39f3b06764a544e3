// An OpenID provider for the tests of package signin, at the addresses that Microsoft Entra has for the tenant "organizations".
// Its one client is a program on a person's computer; whoever comes with a browser can sign in under any name.
//
//     node server.mjs DEVICE_CODE_SECONDS
//
// It prints its own address once it listens.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const tenant = '/organizations/oauth2/v2.0';
const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(address, {
  clients: [{
    client_id: '11111111-2222-3333-4444-555555555555',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://localhost'],
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
    response_types: ['code'],
  }],
  scopes: ['Calendars.Read', 'offline_access'],
  features: { deviceFlow: { enabled: true }, devInteractions: { enabled: true } },
  pkce: { required: () => true },
  routes: {
    authorization: `${tenant}/authorize`,
    token: `${tenant}/token`,
    device_authorization: `${tenant}/devicecode`,
  },
  issueRefreshToken: async () => true, // as Entra does, without asking for consent again
  rotateRefreshToken: true,
  ttl: {
    AccessToken: 60, AuthorizationCode: 60, DeviceCode: Number(process.argv[2] ?? 600), Grant: 600, Interaction: 600, RefreshToken: 600, Session: 600,
  },
});
server.on('request', provider.callback());
console.log(address);
