import js from "@eslint/js";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import typescript from "typescript-eslint";

/**
 * The architecture as rules: a room may import only the rooms listed here (and itself).
 * `emulator` imports no other room: if both sides of the wire shared their rules, one mistake would be invisible.
 */
const mayImport = {
  client: ["openapi"],
  emulator: ["openapi"],
  access: [],
  provider: ["client"],
  sdk: ["provider", "client", "access"],
  cli: ["sdk", "provider", "client", "access", "emulator"],
};
const rooms = [...Object.keys(mayImport), "openapi", "tests", "tools", "benchmarks", "examples"];
const zones = Object.entries(mayImport).flatMap(([room, allowed]) =>
  rooms
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => ({
      target: `./${room}`,
      from: `./${other}`,
      message: `${room}/ may import only ${[room, ...allowed].join(", ")}: imports go one way.`,
    })),
);

export default typescript.config(
  { ignores: ["dist", "node_modules", "openapi/types.ts", "**/fixtures/**", "reports", "coverage"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,mts,cts}"],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./cli/access/page/browser/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js", ".json"] })] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "import-x/no-self-import": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["sdk/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "@pulumi/pulumi", message: "It loads TypeScript: import from sdk/pulumi/pulumi.ts." },
      ],
    },
  },
  {
    files: ["cli/**", "tools/**", "benchmarks/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["tests/**/*.ts"],
    rules: { "@typescript-eslint/no-unused-expressions": "off" },
  },
  {
    files: ["examples/**", "tests/package/programs/**"],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { project: false },
      globals: { console: "readonly", process: "readonly", require: "readonly", exports: "writable" },
    },
  },
);
