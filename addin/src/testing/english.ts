import { setCurrent } from "../strings/current";
import { en } from "../strings/en";

// What has no page to begin is in English: the tests, but for those of another language, and the fake server. To be imported
// before anything that takes its words.
setCurrent({ language: "en", locale: "en-US", words: en });
