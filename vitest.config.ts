import { defineConfig } from "vitest/config";

// Properties run hundreds of cases and the terminal answers when it likes; the default of five seconds is for neither.
export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
