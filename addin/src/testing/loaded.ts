import { apart, ahead } from "../pane/screens";

// What is loaded when somebody goes there: what a test waits for is not the compiler.
await Promise.all([...ahead, ...apart].map(({ load }) => load()));
