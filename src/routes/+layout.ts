// Every page is complete without script.
export const csr = false;
