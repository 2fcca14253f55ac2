/** Files of a release by their path in it, with forward slashes. */
export type ReleaseFiles = ReadonlyMap<string, Buffer>;

/** A built file of the add-in with what it is to be sent with. */
export interface SentFile {
  /** Path inside the site, with forward slashes. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}
