export default { 'ui.skip': 'Skip to content' } as const;
