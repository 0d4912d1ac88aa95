import type { ResponseFields } from './hand-written.js';
export const responseFields: Readonly<Record<string, ResponseFields>> = {};
