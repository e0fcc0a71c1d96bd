import { defineConfig } from "vite";

export default defineConfig({
  // The sample articles. Yours may lie on any server that allows the request.
  publicDir: "../../../public",
});
