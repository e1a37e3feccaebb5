import closeWithGrace from 'close-with-grace';
import { openHouse, WEB_FOLDER } from './house.ts';
import { readConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { welcome } from './welcome.ts';

const config = readConfig(process.env);
const log = createLog(config.LOG_LEVEL);
const house = await openHouse({ config, log, webFolder: WEB_FOLDER });

closeWithGrace({ delay: 10_000, logger: false }, async ({ err, signal }) => {
  if (err) log.fatal({ err }, 'stopped by a fault');
  else log.info({ signal }, 'stopping');
  await house.close();
});

process.stdout.write(await welcome(house));
