/** Who the add-in is built for. */
export interface AddInBuild {
  /** The folder that receives it, absolute. */
  readonly folder: string;
  /** Its address, https. */
  readonly base: string;
  /** A GUID, or `random`; without one the id of the manifest stays. */
  readonly id?: string;
  /** Where office.js comes from: self, cdn or china. */
  readonly office?: string;
}

/** `output` is what the bundler said. */
export type BuildResult = { readonly ok: true } | { readonly ok: false; readonly output: string };

/** What the working copy's own scripts do for the site: the site serves files and knows no bundler. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly version: string;
  /** Evaluates the bundled sample on the console; whether it went well. */
  evaluateSample(lang: string): Promise<boolean>;
  /** Whether the built pages are missing or older than their sources. */
  isStale(): boolean;
  /** Builds the workbench and the add-in for `npm start`. */
  build(): Promise<BuildResult>;
  buildAddIn(build: AddInBuild): Promise<BuildResult>;
  /** A certificate for localhost that this machine trusts, as PEM texts; asks the user before it is installed. */
  developmentCertificate(): Promise<{ readonly cert: string; readonly key: string }>;
}
