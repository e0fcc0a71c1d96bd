import { createApp } from "vue";
// This defines the elements. It comes before the first render: Vue gives an object as a property only to an element
// that has it.
import "standfirst";
import App from "./App.vue";

createApp(App).mount("#app");
