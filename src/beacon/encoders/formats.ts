/** What `beacon-format` may say. */
export const FORMATS = ['native', 'ga4', 'segment'] as const;
export type Format = (typeof FORMATS)[number];
