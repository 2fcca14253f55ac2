import { addInContent } from '../../../src/functions/bundle/build';
import { revivePolicies, type SerialisedPolicies } from '../../../src/functions';
import { ruleFiles } from '../rule-files';

describe('what the build makes of the rules', () => {
  const content = addInContent(ruleFiles);

  test('the policies, ready to be revived', () => {
    const policies = revivePolicies(JSON.parse(content.policies) as SerialisedPolicies);
    expect(policies.map(({ id }) => id)).toEqual(['kunming-2024', 'xishan-2020']);
  });

  test('functions.json of both languages', () => {
    expect(content.metadata.zh).toContain('"name":"减免租金总额"');
    expect(content.metadata.en).toContain('"name":"rentRelief"');
  });

  test('a page of help without scripts, with every function in both languages', () => {
    expect(content.help).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(content.help).not.toContain('<script');
    expect(content.help.match(/<h3 /gu)).toHaveLength(310);
    expect(content.help).toContain('POLICY.SUBSIDY_RENT_RELIEF(减免租金总额, [运营主体类型]');
  });
});

const broken = ruleFiles.map((file) => ({
  ...file,
  text: file.text.replace('rate: 10%, cap: 100万元', 'rate: 10‱'),
}));

test('rules with errors stop the build, with every place', () => {
  expect(() => addInContent(broken)).toThrow(/^The rules have errors:\n.*xishan-2020\/4\.yaml:\d+:\d+/u);
});
