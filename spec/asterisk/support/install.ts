import { asteriskVersions } from './asterisk-root.js';
import { installAsterisk } from './install-asterisk.js';

async function install(): Promise<void> {
  const roots = await Promise.allSettled(asteriskVersions.map(installAsterisk));
  for (const root of roots) {
    if (root.status === 'fulfilled') {
      console.log(`Asterisk ${root.value.exactVersion} in ${root.value.folder}`);
    } else {
      console.error(String(root.reason));
      process.exitCode = 1;
    }
  }
}

void install();
