import { networkInterfaces } from 'node:os';
import type { Link } from '#contract/auth';
import type { Space } from '#contract/spaces';
import type { House } from './house.ts';

const HOST_LINK_MINUTES = 24 * 60;

/** The address at which tablets and phones of the same network reach this machine, if it has one. */
function addressInNetwork(url: string): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const reachable = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return reachable && url.replace('localhost', reachable.address);
}

/** Links by which hosts of a space sign in, each once. */
function hostLinks({ app, hostLinks }: House, { id }: Space): Promise<Link[]> {
  const host = { role: 'host', subjectId: `host-of-${id}`, spaceId: id } as const;
  return Promise.all(
    Array.from({ length: hostLinks }, () => app.services.auth.createLink(host, HOST_LINK_MINUTES)),
  );
}

/** What a person who has just started the server wants to know: where to go, and how to get in. */
export async function welcome(house: House): Promise<string> {
  const { url, app } = house;
  const lines = ['', 'Common Table is open.', ''];
  for (const space of await app.services.spaces.all()) {
    const links = await hostLinks(house, space);
    lines.push(
      `  ${space.name}`,
      ...links.map(
        ({ token }) => `    host    ${url}/host#link=${token}   sign in here first (once, within a day)`,
      ),
      `    kiosk   ${url}/kiosk   shows a code; type it on the host page`,
      `    board   ${url}/board   the introductions, for hosts`,
      `    phone   ${url}/me   people get there by the QR code at the kiosk`,
      `    rooms   ${url}/booking   companies book here; a screen beside a room shows ${url}/door`,
      '',
    );
  }
  const network = addressInNetwork(url);
  lines.push(`  API document  ${url}/api/openapi.json`);
  if (network) lines.push(`  From tablets and phones in the same network: ${network}`);
  lines.push('', '  Stop with Ctrl-C; everything is kept.', '', '');
  return lines.join('\n');
}
