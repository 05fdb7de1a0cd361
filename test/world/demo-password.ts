/** What everyone in the demo signs in with; the accounts work from the server's own machine only. */
export const demoPassword = 'every voice counts';
