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

/** Links by which the staff of a space sign in, each once. */
function staffLinks({ app }: House, { id }: Space, role: 'host' | 'manager', count: number): Promise<Link[]> {
  const subject = { role, subjectId: `${role}-of-${id}`, spaceId: id } as const;
  return Promise.all(
    Array.from({ length: count }, () => app.services.auth.createLink(subject, HOST_LINK_MINUTES)),
  );
}

/** What a person who has just started the server wants to know: where to go, and how to get in. */
export async function welcome(house: House): Promise<string> {
  const { url, app } = house;
  const lines = ['', 'Common Table is open.', ''];
  for (const space of await app.services.spaces.all()) {
    const managers = await staffLinks(house, space, 'manager', 1);
    const hosts = await staffLinks(house, space, 'host', house.hostLinks);
    lines.push(
      `  ${space.name}`,
      ...managers.map(
        ({ token }) => `    manager ${url}/host#link=${token}   as a host, and sets prices, fund and seller`,
      ),
      ...hosts.map(
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
