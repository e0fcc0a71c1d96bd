import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    // Without this Vue looks for components of these names, and warns.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("standfirst-") } } }),
  ],
  // The sample articles. Yours may lie on any server that allows the request.
  publicDir: "../../../public",
});
