// The whole protocol, for the bundle.

export * as ageFiles from "./age-files.js";
export * as contents from "./contents.js";
export * as encoding from "./encoding.js";
export * as entries from "./entries.js";
export * as keys from "./keys.js";
export * as labels from "./labels.js";
export * as members from "./members.js";
export { Rejected } from "./outcomes.js";
export * as padding from "./padding.js";
export * as proof from "./proof.js";
export { Reader } from "./reader.js";
export * as roomLog from "./room-log.js";
export * as signIn from "./sign-in.js";
export * as signing from "./signing.js";
export * as slowly from "./slowly.js";
