import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
// This defines the elements. It comes before the first render: React gives an object as a property only to an element
// that has it.
import "standfirst";
import { App } from "./App";

const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
