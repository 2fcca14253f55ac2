import { formatDiagnostic, loadRules, type Lang, type SourceFile } from '../../rules';
import { functionsMetadata } from '../metadata/metadata';
import { helpDocument } from '../metadata/help-document';
import { helpPage } from '../metadata/help-page';
import { serialisePolicies } from './serialised';

/** What the build of the add-in makes of the rules, as texts of files. */
export interface AddInContent {
  /** For `BUNDLED_POLICIES`. */
  readonly policies: string;
  /** functions.json of each language. */
  readonly metadata: Readonly<Record<Lang, string>>;
  readonly help: string;
  /** The reference of the functions for docs/, as Markdown. */
  readonly documents: Readonly<Record<Lang, string>>;
}

/** @throws Error with every diagnostic of rules that are not in order */
export function addInContent(files: readonly SourceFile[]): AddInContent {
  const { policies, diagnostics } = loadRules(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(`The rules have errors:\n${errors.map((one) => formatDiagnostic(one, 'en')).join('\n')}`);
  }
  const metadata = { zh: functionsMetadata(policies, 'zh'), en: functionsMetadata(policies, 'en') };
  return {
    policies: JSON.stringify(serialisePolicies(policies)),
    metadata: { zh: JSON.stringify(metadata.zh), en: JSON.stringify(metadata.en) },
    help: helpPage(metadata),
    documents: { zh: helpDocument(policies, 'zh'), en: helpDocument(policies, 'en') },
  };
}
