// The arrows of docs/architecture.md: a layer may import those to its left, never to its right.
const layers = ['errors', 'transport', 'wire', 'catalogue', 'client', 'live', 'testing', 'cli'];
// transport and wire stand side by side: neither knows the other.
const beside = { wire: ['transport'], transport: ['wire'] };

const rules = layers.map((layer, index) => {
  const others = [...layers.slice(index + 1), ...(beside[layer] ?? [])].map((name) => `${name}/`);
  return {
    name: `${layer}-knows-nothing-to-its-right`,
    severity: 'error',
    from: { path: `^lib/${layer}/` },
    to: { path: `^lib/(index\\.ts|${others.join('|') || 'none/'})` },
  };
});

module.exports = {
  forbidden: [
    {
      name: 'the-generator-is-not-part-of-the-library',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/catalogue/generate/' },
      to: { path: '^lib/catalogue/generate/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      // Types that name each other are no cycle: nothing is loaded for them.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...rules,
    {
      name: 'wire-does-no-io',
      severity: 'error',
      from: { path: '^lib/(wire|errors)/' },
      to: { path: '^(node:)?(net|tls|fs|timers|dns|http)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
