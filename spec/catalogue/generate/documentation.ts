import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocs } from '../../../lib/catalogue/generate/read-docs.js';
import type { Docs } from '../../../lib/catalogue/generate/read-docs.js';

/** As Asterisk's style sheet: a macro for channels, of fewer fields than the real one. */
const stylesheet = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="node()|@*"><xsl:copy/></xsl:template>
  <xsl:template match="channel_snapshot">
    ${['Channel', 'ChannelState', 'Uniqueid', 'Linkedid']
      .map(
        (name) => `<xsl:element name="parameter"><xsl:attribute name="name">
          <xsl:value-of select="concat(@prefix,'${name}')"/></xsl:attribute></xsl:element>`,
      )
      .join('\n')}
  </xsl:template>
</xsl:stylesheet>`;

/** Reads what an installation would carry that documents this. */
export function documentation(entries: string): Docs {
  const folder = mkdtempSync(path.join(tmpdir(), 'rxjs-ami-docs-'));
  try {
    writeFileSync(path.join(folder, 'appdocsxml.xslt'), stylesheet);
    writeFileSync(
      path.join(folder, 'core-en_US.xml'),
      `<docs xmlns:xi="http://www.w3.org/2001/XInclude">${entries}</docs>`,
    );
    return readDocs(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The documentation of an event. */
export function event(name: string, syntax: string, more = ''): string {
  return `<managerEvent name="${name}" language="en_US" ${more}>
    <managerEventInstance class="EVENT_FLAG_CALL"><syntax>${syntax}</syntax></managerEventInstance>
  </managerEvent>`;
}

/** The documentation of an action. */
export function action(name: string, syntax: string, more = ''): string {
  return `<manager name="${name}" language="en_US" ${more}><syntax>${syntax}</syntax></manager>`;
}
