import { bundledPolicies, registerFunctions, subsidyFunctions, type CustomFunctionsHost } from '../functions';

/** A place for the task pane, which is being written: until then the page has the custom functions only. */
const policies = bundledPolicies();
const { CustomFunctions } = globalThis as unknown as { readonly CustomFunctions?: CustomFunctionsHost };
if (CustomFunctions !== undefined) {
  const functions = subsidyFunctions({
    policies: () => policies,
    lang: () => 'zh',
    zeros: () => 'unknown',
  });
  registerFunctions(CustomFunctions, functions, () => 'zh');
}
