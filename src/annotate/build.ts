import { writeModel } from "./wink.ts";

// A step of the build: the English model in the form that opens fastest.
writeModel();
