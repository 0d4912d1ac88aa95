import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Installs both versions before any spec has to wait for it. */
export default function globalSetup({ rootDir }: { rootDir: string }): void {
  if ((process.env['AMI_URL'] ?? '') !== '') return;
  const script = join(rootDir, 'spec/asterisk/support/install.ts');
  // A process of its own, as jest maps no module names while it sets up.
  execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: rootDir,
    stdio: 'inherit',
    timeout: 30 * 60_000,
  });
}
