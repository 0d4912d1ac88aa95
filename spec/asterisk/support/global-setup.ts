import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Installs both versions before any spec has to wait for it. */
export default function globalSetup({ rootDir }: { rootDir: string }): void {
  // For the workers to note what they ran against, and `global-teardown.ts` to tell.
  process.env['RXJS_AMI_VERSIONS_SEEN'] = mkdtempSync(join(tmpdir(), 'rxjs-ami-versions-'));
  if ((process.env['AMI_URL'] ?? '') !== '') return;
  const script = join(rootDir, 'spec/asterisk/support/install.ts');
  // A process of its own, as jest maps no module names while it sets up.
  execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: rootDir,
    stdio: 'inherit',
    timeout: 30 * 60_000,
  });
}
